package io.jenkins.plugins.gomodules.goenv;

import io.jenkins.plugins.gomodules.module.ModulePatterns;
import java.util.ArrayList;
import java.util.List;

/** Looks for patterns in GOPRIVATE and its like that cannot match a module, or that match far too many. */
public final class PatternReview {
    private static final List<String> PUBLIC_HOSTS = List.of(
            "github.com",
            "gitlab.com",
            "bitbucket.org",
            "golang.org",
            "google.golang.org",
            "gopkg.in",
            "go.uber.org",
            "k8s.io");

    private PatternReview() {}

    /** What is wrong in the value of a pattern list; sentences that name the variable and the pattern. */
    public static List<String> review(String variable, String value) {
        List<String> found = new ArrayList<>();
        for (String pattern : patterns(value)) {
            String problem = problem(pattern);
            found.add(problem.isEmpty() ? excess(variable, pattern) : sentence(variable, pattern, problem));
        }
        found.removeIf(String::isEmpty);
        return found;
    }

    /** Why patterns in the value of a pattern list match nothing; sentences that name the variable and the pattern. */
    public static List<String> mistakes(String variable, String value) {
        List<String> found = new ArrayList<>();
        for (String pattern : patterns(value)) {
            String problem = problem(pattern);
            if (!problem.isEmpty()) {
                found.add(sentence(variable, pattern, problem));
            }
        }
        return found;
    }

    private static String sentence(String variable, String pattern, String problem) {
        return variable + ": the pattern \"" + Secrets.maskUrls(pattern) + "\" " + problem;
    }

    private static List<String> patterns(String value) {
        List<String> patterns = new ArrayList<>();
        int start = 0;
        while (start <= value.length()) {
            int end = value.indexOf(',', start);
            end = end < 0 ? value.length() : end;
            if (end > start) {
                patterns.add(value.substring(start, end));
            }
            start = end + 1;
        }
        return patterns;
    }

    /** What a pattern does that covers public modules as well; {@code ""} if it does not, or in GONOSUMDB and GOINSECURE. */
    private static String excess(String variable, String pattern) {
        if (!variable.equals("GOPRIVATE") && !variable.equals("GONOPROXY")) {
            return "";
        }
        String host = pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : pattern;
        if (host.equals("*")) {
            return variable + ": the pattern \"" + pattern
                    + "\" matches every module, so no proxy is asked for any. List "
                    + "the prefixes of the private modules only; to go without proxies, set GOPROXY=direct.";
        }
        ModulePatterns hosts = ModulePatterns.parse(host);
        for (String known : PUBLIC_HOSTS) {
            if (hosts.matches(known)) {
                return variable + ": the pattern \"" + pattern + "\" also matches all public modules of " + known
                        + ", so no proxy is asked for them. Add the organisation: " + known + "/your-organisation.";
            }
        }
        return "";
    }

    /** Why no module path can match, and what to write; {@code ""} when some can. */
    private static String problem(String pattern) {
        if (!pattern.strip().equals(pattern)) {
            return "has a space at an end, which belongs to the pattern, so it matches nothing. Separate patterns by"
                    + " commas without spaces.";
        }
        if (pattern.contains("://")) {
            return "is a URL, and module paths have no scheme, so it matches nothing. Write only host and path, such"
                    + " as git.example.com/team.";
        }
        if (pattern.indexOf('@') >= 0) {
            return "has an @, which no module path has, so it matches nothing. Write only host and path, such as "
                    + "git.example.com/team.";
        }
        if (hasAny(pattern, " ;|\t")) {
            return "is probably several, and matches nothing. Separate patterns by commas.";
        }
        if (pattern.indexOf(':') >= 0) {
            return "has a colon, and module paths have no port, so it matches nothing. Write only host and path.";
        }
        if (pattern.endsWith("...")) {
            return "ends in dots, which match nothing here. A pattern matches all modules below it: leave the dots"
                    + " out.";
        }
        if (pattern.startsWith("/") || pattern.contains("//")) {
            return "has an empty path element, so it matches nothing. Write host and path, such as"
                    + " git.example.com/team.";
        }
        if (malformed(pattern)) {
            return "is malformed, so it matches nothing: a bracket is not closed, or a backslash ends it.";
        }
        return problemOfHost(pattern);
    }

    private static String problemOfHost(String pattern) {
        int slash = pattern.indexOf('/');
        String host = slash < 0 ? pattern : pattern.substring(0, slash);
        if (hasAny(host, "*?[\\") || pattern.equals("none") || pattern.equals("off")) {
            return "";
        }
        if (host.indexOf('.') < 0) {
            return "does not begin with a host, so it matches nothing. Write host and path, such as"
                    + " git.example.com/team, or \"none\" to match nothing.";
        }
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) >= 'A' && host.charAt(i) <= 'Z') {
                return "has a capital letter in the host, and module paths have none there, so it matches nothing."
                        + " Write the host in lower case.";
            }
        }
        return "";
    }

    private static boolean malformed(String pattern) {
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
                if (i == pattern.length()) {
                    return true;
                }
            } else if (c == '[') {
                int close = pattern.indexOf(']', i + 1);
                if (close <= i + 1) {
                    return true;
                }
                i = close;
            }
            i++;
        }
        return false;
    }

    private static boolean hasAny(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
