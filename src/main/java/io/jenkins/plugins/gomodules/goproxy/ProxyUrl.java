package io.jenkins.plugins.gomodules.goproxy;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** A proxy's URL in its parts, as written; read the way the go command reads it, which is laxer than java.net.URI. */
record ProxyUrl(String scheme, boolean hasAuthority, String userInfo, String host, String path, String query) {
    static ProxyUrl of(String url) {
        int fragment = url.indexOf('#');
        String rest = fragment < 0 ? url : url.substring(0, fragment);
        String scheme = schemeOf(rest);
        rest = scheme.isEmpty() ? rest : rest.substring(scheme.length() + 1);
        int question = rest.indexOf('?');
        String query = question < 0 ? "" : rest.substring(question);
        rest = question < 0 ? rest : rest.substring(0, question);
        if (!rest.startsWith("//")) {
            return new ProxyUrl(lower(scheme), false, "", "", rest, query);
        }
        int slash = rest.indexOf('/', 2);
        String authority = rest.substring(2, slash < 0 ? rest.length() : slash);
        int at = authority.lastIndexOf('@');
        return new ProxyUrl(
                lower(scheme),
                true,
                at < 0 ? "" : authority.substring(0, at),
                authority.substring(at + 1),
                slash < 0 ? "" : rest.substring(slash),
                query);
    }

    /** What is wrong with it and what to write, or {@code ""}. */
    static String problem(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) < ' ' || url.charAt(i) == 0x7f) {
                return "it holds a control character. Remove it.";
            }
        }
        ProxyUrl parts = of(url);
        switch (parts.scheme) {
            case "https", "http":
                return parts.problemOfServer(url);
            case "file":
                boolean plain = parts.userInfo.isEmpty() && parts.host.isEmpty() && parts.query.isEmpty();
                if (!plain || !parts.path.startsWith("/") || url.indexOf('#') >= 0) {
                    return "a file URL has three slashes and an absolute path, such as file:///srv/goproxy, and "
                            + "nothing else.";
                }
                return badEscape(parts.path) ? "it has a % that two hexadecimal digits do not follow." : "";
            case "":
                if (url.startsWith("/") || hasDrive(url)) {
                    return "for a directory write file:// and the absolute path with slashes.";
                }
                return "it has no scheme. Write https:// and the host, or \"direct\" or \"off\".";
            default:
                return "its scheme must be https, http or file.";
        }
    }

    private String problemOfServer(String url) {
        if (host.isEmpty() || host.startsWith(":")) {
            return "it has no host. Write https:// and the host.";
        }
        for (int i = 0; i < host.length(); i++) {
            if (" \\^{}|`%".indexOf(host.charAt(i)) >= 0) {
                return "the host holds a character that hosts cannot have. Separate entries by commas or bars only.";
            }
        }
        if (host.startsWith("[")) {
            int close = host.indexOf(']');
            if (close < 0 || badPort(host.substring(close + 1))) {
                return "the address in brackets is not complete.";
            }
        } else {
            int colon = host.indexOf(':');
            if (colon >= 0 && badPort(host.substring(colon))) {
                return "what follows the host's colon is not a port number. A user name or password with special "
                        + "characters must be percent-escaped, better still, be kept in a netrc file.";
            }
        }
        for (int i = 0; i < userInfo.length(); i++) {
            char c = userInfo.charAt(i);
            if (!isAlphanumeric(c) && "-._:~!$&'()*+,;=%@".indexOf(c) < 0) {
                return "the user name or password must be percent-escaped, better still, be kept in a netrc file.";
            }
        }
        if (badEscape(url)) {
            return "it has a % that two hexadecimal digits do not follow.";
        }
        try {
            toUri("");
            return "";
        } catch (URISyntaxException | IllegalArgumentException e) {
            return "the host holds a character that hosts cannot have.";
        }
    }

    /** Without login and query. With a slash too many a login gets into the path; that is not shown either. */
    String display() {
        int at = scheme.equals("file") ? -1 : path.lastIndexOf('@');
        String shown = at < 0 ? path : "/****" + path.substring(at);
        return scheme + ":" + (hasAuthority ? "//" + host : "") + shown + (query.isEmpty() ? "" : "?****");
    }

    URI resolve(String below) {
        try {
            return toUri(below);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the URL of the proxy " + display() + " cannot be used", e);
        }
    }

    private URI toUri(String below) throws URISyntaxException {
        String base = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return new URI(scheme + "://" + asciiHost() + escape(base + "/" + below) + escape(query));
    }

    private String asciiHost() {
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) >= 0x80) {
                int colon = host.lastIndexOf(':');
                int end = colon < 0 ? host.length() : colon;
                return IDN.toASCII(host.substring(0, end), IDN.ALLOW_UNASSIGNED) + host.substring(end);
            }
        }
        return host;
    }

    Path directory() {
        String plain = unescape(path);
        return Path.of(hasDrive(plain.substring(1)) ? plain.substring(1) : plain);
    }

    static boolean hasDrive(String path) {
        return path.length() > 2
                && isAlphanumeric(path.charAt(0))
                && path.charAt(1) == ':'
                && (path.charAt(2) == '\\' || path.charAt(2) == '/');
    }

    /** The scheme as written; {@code ""} where the text before the colon cannot be one. */
    private static String schemeOf(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == ':') {
                return url.substring(0, i);
            }
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && (i == 0 || !(c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'))) {
                return "";
            }
        }
        return "";
    }

    private static boolean badPort(String colonAndPort) {
        if (colonAndPort.isEmpty()) {
            return false;
        }
        boolean bad = colonAndPort.charAt(0) != ':' || colonAndPort.length() > 6;
        for (int i = 1; i < colonAndPort.length(); i++) {
            bad |= colonAndPort.charAt(i) < '0' || colonAndPort.charAt(i) > '9';
        }
        return bad;
    }

    private static boolean badEscape(String text) {
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
            if (i + 2 >= text.length() || hex(text.charAt(i + 1)) < 0 || hex(text.charAt(i + 2)) < 0) {
                return true;
            }
        }
        return false;
    }

    private static int hex(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** Escapes what java.net.URI does not take as it is; escapes that are there stay. */
    private static String escape(String text) {
        StringBuilder escaped = null;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            boolean plain = isAlphanumeric(c) || c < 0x80 && "-._~!$&'()*+,;=:@/?%".indexOf(c) >= 0;
            if (!plain && escaped == null) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (escaped != null && plain) {
                escaped.append(c);
            } else if (!plain) {
                escaped.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    static String unescape(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i];
            if (value == '%') {
                value = hex((char) bytes[i + 1]) << 4 | hex((char) bytes[i + 2]);
                i += 2;
            }
            bytes[length++] = (byte) value;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static String lower(String scheme) {
        return switch (scheme) {
            case "https", "http", "file", "" -> scheme;
            default -> scheme.toLowerCase(Locale.ROOT);
        };
    }
}
