package io.jenkins.plugins.gomodules.failure;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Map;

/** Finds in a line what a failure is about: first what the wording itself names, then what the line shows elsewhere. */
final class FieldFinder {
    private static final String PATH = "((?:[A-Za-z0-9-]+\\.)+[a-z]{2,}(?:/[\\w.~!+-]+)*)";

    /** example.com/lib@v1.2.3, also behind the path of a checksum database. */
    private static final Pattern AT_VERSION =
            Pattern.compile("(?:^|[\\s:(\"'|]|/lookup/)" + PATH + "@(v\\d[\\w.+-]*[\\w]|latest|[\\w.-]*\\w)");

    /** https://proxy.example/below/example.com/lib/@v/v1.2.3.mod */
    private static final Pattern PROXY_FILE = Pattern.compile("https?://[^/\\s\"']+/(?:[^\\s\"'.]*?/)?" + PATH
            + "/@(?:latest|v/(?:list|([^\\s\"'/]+?)\\.(?:info|mod|zip)))");

    /** module example.com/lib: …, of go 1.13 and later. */
    private static final Pattern MODULE_WORD =
            Pattern.compile("(?:\\bmodule |^go: |import path \"?)" + PATH + "\"?(?: (v\\d[\\w.+-]*\\w))?:");

    private static final Pattern URL = Pattern.compile("\\b((?:https?|ssh|git)://[^\\s\"'<>|,;)\\]]+)");
    private static final Pattern STATUS = Pattern.compile(
            "\\b(?:status(?: code)?:? |HTTP(?:/[\\d.]+)? |error: |returned error: |: )?\\(?([45]\\d\\d)\\)?(?: [A-Z][a-z]+|\\b)");

    private FieldFinder() {}

    /** What the line shows, whatever the wording. */
    static Subject inLine(String text) {
        String module = "";
        String version = "";
        Matcher file = text.contains("/@") ? PROXY_FILE.matcher(text) : null;
        if (file != null && file.find()) {
            module = unescape(file.group(1));
            version = file.group(2) == null ? "" : unescape(file.group(2));
        } else {
            Matcher at = text.indexOf('@') < 0 ? null : AT_VERSION.matcher(text);
            if (at != null && at.find()) {
                module = unescape(at.group(1));
                version = at.group(2);
            } else {
                Matcher word = MODULE_WORD.matcher(text);
                if (word.find()) {
                    module = word.group(1);
                    version = word.group(2) == null ? "" : word.group(2);
                }
            }
        }
        String url = "";
        if (text.contains("://")) {
            Matcher match = URL.matcher(text);
            if (match.find()) {
                url = withoutLogin(match.group(1));
            }
        }
        return new Subject(module, version, "", hostOf(url), url, 0, "");
    }

    /** What the groups of a wording hold. */
    static Subject ofGroups(Wording wording, Matcher match) {
        Map<String, Integer> groups = wording.groups();
        if (groups.isEmpty()) {
            return Subject.NONE;
        }
        String host = group(groups, match, "host");
        String url = group(groups, match, "url");
        String status = group(groups, match, "status");
        return new Subject(
                group(groups, match, "module"),
                group(groups, match, "version"),
                group(groups, match, "package"),
                host.isEmpty() ? hostOf(withoutLogin(url)) : host.toLowerCase(Locale.ROOT),
                withoutLogin(url),
                status.length() == 3 ? Integer.parseInt(status) : 0,
                SecretMask.mask(group(groups, match, "file")));
    }

    /** The status in a line that is known to tell one; 0 if it does not. */
    static int statusIn(String text) {
        Matcher match = STATUS.matcher(text);
        return match.find() ? Integer.parseInt(match.group(1)) : 0;
    }

    private static String group(Map<String, Integer> groups, Matcher match, String name) {
        Integer number = groups.get(name);
        String value = number == null ? null : match.group(number);
        return value == null ? "" : strip(Findings.printable(value));
    }

    private static String strip(String value) {
        int end = value.length();
        while (end > 0 && ".,:;\"')".indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        return value.substring(0, Math.min(end, 300));
    }

    /** {@code !a} is how proxies write {@code A}. */
    private static String unescape(String path) {
        if (path.indexOf('!') < 0) {
            return path;
        }
        StringBuilder plain = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            boolean escaped = path.charAt(i) == '!' && i + 1 < path.length();
            plain.append(escaped ? Character.toUpperCase(path.charAt(++i)) : path.charAt(i));
        }
        return plain.toString();
    }

    private static String withoutLogin(String url) {
        String plain = strip(url);
        int query = plain.indexOf('?');
        plain = query < 0 ? plain : plain.substring(0, query);
        int scheme = plain.indexOf("://");
        int start = scheme < 0 ? 0 : scheme + 3;
        int slash = plain.indexOf('/', start);
        int at = plain.lastIndexOf('@', slash < 0 ? plain.length() : slash);
        return at < start ? plain : plain.substring(0, start) + plain.substring(at + 1);
    }

    private static String hostOf(String url) {
        int scheme = url.indexOf("://");
        if (scheme < 0) {
            return "";
        }
        int end = scheme + 3;
        while (end < url.length() && "/:?".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(scheme + 3, end).toLowerCase(Locale.ROOT);
    }
}
