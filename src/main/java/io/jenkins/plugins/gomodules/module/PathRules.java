package io.jenkins.plugins.gomodules.module;

/**
 * What a path may be made of. The methods give the broken rule as a phrase, or null: they run for every module and
 * every entry of a zip, where an Optional each would be felt. They take arrays because a JVM that has just started
 * reads one in a fraction of the time of {@code charAt}.
 */
final class PathRules {

    static final int MODULE = 0;
    static final int IMPORT = 1;
    static final int FILE = 2;

    /** For each ASCII character the bits {@code 1 << kind} of the paths that may have it. */
    private static final byte[] ALLOWED = allowed();

    private PathRules() {}

    static String moduleProblem(String modulePath) {
        char[] path = modulePath.toCharArray();
        String problem = problem(path, MODULE);
        if (problem == null) {
            problem = domainProblem(path);
        }
        if (problem == null && ModulePath.majorStart(modulePath) < 0) {
            return modulePath.startsWith("gopkg.in/")
                    ? "invalid version (gopkg.in paths end in .vN)"
                    : "invalid version (only /v2 and later end a module path)";
        }
        return problem;
    }

    /** The first element is a domain name, in lower case. */
    private static String domainProblem(char[] path) {
        boolean dot = false;
        int wrong = -1;
        for (int i = 0; i < path.length && path[i] != '/'; i++) {
            char c = path[i];
            if (c == '.') {
                dot = true;
            } else if (wrong < 0 && !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                wrong = i;
            }
        }
        if (!dot) {
            return "missing dot in first path element";
        }
        return wrong < 0 ? null : "invalid char " + GoText.quote(path[wrong]) + " in first path element";
    }

    static String problem(String path, int kind) {
        return problem(path.toCharArray(), kind);
    }

    private static String problem(char[] path, int kind) {
        if (path.length == 0) {
            return "empty string";
        }
        if (path[0] == '-' && kind != FILE) {
            return "leading dash";
        }
        if (path[path.length - 1] == '/') {
            return "trailing slash";
        }
        int start = 0;
        while (true) {
            int end = start;
            while (end < path.length && path[end] != '/') {
                end++;
            }
            if (end == start) {
                return start == 0 ? "leading slash" : "double slash";
            }
            String problem = elementProblem(path, start, end, kind);
            if (problem != null || end == path.length) {
                return problem;
            }
            start = end + 1;
        }
    }

    /** The rule that a single element breaks. */
    static String elementProblem(String element, int kind) {
        return element.isEmpty()
                ? "empty path element"
                : elementProblem(element.toCharArray(), 0, element.length(), kind);
    }

    private static String elementProblem(char[] path, int start, int end, int kind) {
        int shortEnd = start;
        while (shortEnd < end && path[shortEnd] != '.') {
            shortEnd++;
        }
        if (shortEnd == start && onlyDots(path, start, end)) {
            return "invalid path element " + GoText.quote(new String(path, start, end - start));
        }
        if (shortEnd == start && kind == MODULE) {
            return "leading dot in path element";
        }
        if (path[end - 1] == '.') {
            return "trailing dot in path element";
        }
        int bit = 1 << kind;
        for (int i = start; i < end; i++) {
            char c = path[i];
            if (c >= 0x80) {
                int codePoint = Character.codePointAt(path, i, end);
                if (kind != FILE || !Character.isLetter(codePoint)) {
                    return Character.getType(codePoint) == Character.SURROGATE
                            ? "invalid UTF-8"
                            : "invalid char " + GoText.quote(codePoint);
                }
                i += Character.charCount(codePoint) - 1;
            } else if ((ALLOWED[c] & bit) == 0) {
                return "invalid char " + GoText.quote(c);
            }
        }
        if (isReservedOnWindows(path, start, shortEnd)) {
            return GoText.quote(new String(path, start, shortEnd - start))
                    + " disallowed as path element component on Windows";
        }
        if (kind != FILE && looksLikeShortName(path, start, shortEnd)) {
            return "trailing tilde and digits in path element";
        }
        return null;
    }

    private static boolean onlyDots(char[] path, int start, int end) {
        for (int i = start; i < end; i++) {
            if (path[i] != '.') {
                return false;
            }
        }
        return true;
    }

    private static byte[] allowed() {
        byte[] allowed = new byte[0x80];
        allow(allowed, "!#$%&(),=@[]^{} ", 1 << FILE);
        allow(allowed, "+", 1 << FILE | 1 << IMPORT);
        allow(
                allowed,
                "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
                1 << FILE | 1 << IMPORT | 1 << MODULE);
        return allowed;
    }

    private static void allow(byte[] allowed, String chars, int bits) {
        for (int i = 0; i < chars.length(); i++) {
            allowed[chars.charAt(i)] = (byte) bits;
        }
    }

    /** CON, PRN, AUX, NUL, COM1 to COM9, LPT1 to LPT9, in any case: devices there, whatever extension follows. */
    private static boolean isReservedOnWindows(char[] path, int start, int end) {
        if (end - start == 3) {
            return same(path, start, "con")
                    || same(path, start, "prn")
                    || same(path, start, "aux")
                    || same(path, start, "nul");
        }
        return end - start == 4
                && path[end - 1] >= '1'
                && path[end - 1] <= '9'
                && (same(path, start, "com") || same(path, start, "lpt"));
    }

    private static boolean same(char[] path, int start, String lowerCase) {
        for (int i = 0; i < lowerCase.length(); i++) {
            if ((path[start + i] | 0x20) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it ends as the 8.3 names that Windows makes up: a tilde and digits. */
    private static boolean looksLikeShortName(char[] path, int start, int end) {
        int i = end;
        while (i > start && path[i - 1] >= '0' && path[i - 1] <= '9') {
            i--;
        }
        return i < end && i > start && path[i - 1] == '~';
    }
}
