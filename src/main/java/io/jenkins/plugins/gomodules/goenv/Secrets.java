package io.jenkins.plugins.gomodules.goenv;

/** Takes secrets out of values before they are shown. When in doubt it masks too much. */
final class Secrets {
    private static final String MASK = "****";

    private Secrets() {}

    /** The value of a variable as it may be shown. */
    static String mask(String name, String value) {
        return switch (name) {
            case "GOPROXY", "GOSUMDB", "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy" -> maskUrls(value);
            case "GOPRIVATE", "GONOPROXY", "GONOSUMDB", "GOINSECURE", "GOVCS", "NO_PROXY", "no_proxy" ->
                maskUrls(value);
            case "GOAUTH" -> maskAuth(value);
            case "GOFLAGS" -> maskFlags(value);
            default -> value.contains("://") ? maskUrls(value) : value;
        };
    }

    /**
     * A list of URLs without their user information and queries. A password that nobody escaped may hold any character,
     * the separators of the list included; so everything between a scheme and the last {@code @} before the next scheme
     * goes.
     */
    static String maskUrls(String value) {
        if (value.indexOf('@') < 0 && value.indexOf('?') < 0) {
            return value;
        }
        StringBuilder shown = new StringBuilder(value.length());
        int start = 0;
        while (start <= value.length()) {
            int scheme = value.indexOf("://", start);
            int end = scheme < 0 ? value.length() : scheme + 3;
            String part = value.substring(start, end);
            int at = part.lastIndexOf('@');
            if (at >= 0) {
                shown.append(MASK);
                part = part.substring(at);
            }
            appendWithoutQueries(shown, part);
            if (scheme < 0) {
                break;
            }
            start = end;
        }
        return shown.toString();
    }

    private static void appendWithoutQueries(StringBuilder shown, String part) {
        int at = 0;
        while (true) {
            int query = part.indexOf('?', at);
            if (query < 0) {
                shown.append(part, at, part.length());
                return;
            }
            shown.append(part, at, query + 1).append(MASK);
            at = query + 1;
            while (at < part.length() && ",| \t".indexOf(part.charAt(at)) < 0) {
                at++;
            }
        }
    }

    /** GOAUTH names methods and commands; a command may carry a token among its arguments. */
    private static String maskAuth(String value) {
        StringBuilder shown = new StringBuilder();
        int start = 0;
        while (start <= value.length()) {
            int end = value.indexOf(';', start);
            end = end < 0 ? value.length() : end;
            String method = value.substring(start, end).strip();
            int space = method.indexOf(' ');
            if (method.indexOf('@') >= 0) {
                method = MASK;
            } else if (space > 0 && !method.startsWith("git ")) {
                method = method.substring(0, space + 1) + MASK;
            }
            shown.append(shown.length() == 0 ? "" : "; ").append(method);
            start = end + 1;
        }
        return shown.toString();
    }

    /**
     * Link flags are a place where builds put tokens, and a space too many makes words of their values. Only flags that
     * say something about modules keep their value.
     */
    private static String maskFlags(String value) {
        StringBuilder shown = new StringBuilder();
        for (String word : GoFlags.parse(value).words()) {
            shown.append(shown.length() == 0 ? "" : " ").append(maskFlag(word));
        }
        return shown.toString();
    }

    private static String maskFlag(String word) {
        if (!word.startsWith("-")) {
            return MASK;
        }
        int equals = word.indexOf('=');
        if (equals < 0) {
            return word;
        }
        String name = word.substring(word.startsWith("--") ? 1 : 0, equals);
        return switch (name) {
            case "-mod", "-modcacherw", "-modfile", "-tags", "-trimpath", "-buildvcs", "-p" -> word;
            default -> word.substring(0, equals + 1) + MASK;
        };
    }
}
