package io.jenkins.plugins.gomodules.module;

/**
 * What a path may be made of. The methods give the broken rule as a phrase, or null: they run for every module and every
 * entry of a zip, where an Optional each would be felt.
 */
final class PathRules {

    static final int MODULE = 0;
    static final int IMPORT = 1;
    static final int FILE = 2;

    private static final String FILE_PUNCTUATION = "!#$%&()+,-.=@[]^_{}~ ";

    private PathRules() {}

    static String moduleProblem(String path) {
        String problem = problem(path, MODULE);
        if (problem != null) {
            return problem;
        }
        int slash = path.indexOf('/');
        int end = slash < 0 ? path.length() : slash;
        if (end == 0) {
            return "leading slash";
        }
        boolean dot = false;
        for (int i = 0; i < end; i++) {
            char c = path.charAt(i);
            dot |= c == '.';
        }
        if (!dot) {
            return "missing dot in first path element";
        }
        for (int i = 0; i < end; i++) {
            char c = path.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.')) {
                return "invalid char " + GoText.quote(path.codePointAt(i)) + " in first path element";
            }
        }
        return ModulePath.majorStart(path) < 0 ? majorProblem(path) : null;
    }

    private static String majorProblem(String path) {
        return path.startsWith("gopkg.in/")
                ? "invalid version (gopkg.in paths end in .vN)"
                : "invalid version (only /v2 and later end a module path)";
    }

    static String problem(String path, int kind) {
        if (path.isEmpty()) {
            return "empty string";
        }
        if (path.charAt(0) == '-' && kind != FILE) {
            return "leading dash";
        }
        if (path.charAt(path.length() - 1) == '/') {
            return "trailing slash";
        }
        int start = 0;
        while (true) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (end == start) {
                return start == 0 ? "leading slash" : "double slash";
            }
            String problem = elementProblem(path, start, end, kind);
            if (problem != null || slash < 0) {
                return problem;
            }
            start = slash + 1;
        }
    }

    static String elementProblem(String path, int start, int end, int kind) {
        if (start == end) {
            return "empty path element";
        }
        int dot = path.indexOf('.', start);
        int shortEnd = dot < 0 || dot > end ? end : dot;
        if (shortEnd == start && onlyDots(path, start, end)) {
            return "invalid path element " + GoText.quote(path.substring(start, end));
        }
        if (shortEnd == start && kind == MODULE) {
            return "leading dot in path element";
        }
        if (path.charAt(end - 1) == '.') {
            return "trailing dot in path element";
        }
        for (int i = start; i < end; i++) {
            char c = path.charAt(i);
            if (c >= 0x80) {
                int codePoint = path.codePointAt(i);
                if (kind != FILE || !Character.isLetter(codePoint)) {
                    return Character.getType(codePoint) == Character.SURROGATE
                            ? "invalid UTF-8"
                            : "invalid char " + GoText.quote(codePoint);
                }
                i += Character.charCount(codePoint) - 1;
            } else if (!isAllowed(c, kind)) {
                return "invalid char " + GoText.quote(c);
            }
        }
        if (isReservedOnWindows(path, start, shortEnd)) {
            return GoText.quote(path.substring(start, shortEnd)) + " disallowed as path element component on Windows";
        }
        if (kind != FILE && looksLikeShortName(path, start, shortEnd)) {
            return "trailing tilde and digits in path element";
        }
        return null;
    }

    private static boolean onlyDots(String path, int start, int end) {
        for (int i = start; i < end; i++) {
            if (path.charAt(i) != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(char c, int kind) {
        if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z') {
            return true;
        }
        if (kind == FILE) {
            return FILE_PUNCTUATION.indexOf(c) >= 0;
        }
        return c == '-' || c == '.' || c == '_' || c == '~' || c == '+' && kind == IMPORT;
    }

    /** CON, PRN, AUX, NUL, COM1 to COM9, LPT1 to LPT9, in any case: devices there, whatever extension follows. */
    private static boolean isReservedOnWindows(String path, int start, int end) {
        if (end - start == 3) {
            return same(path, start, "con")
                    || same(path, start, "prn")
                    || same(path, start, "aux")
                    || same(path, start, "nul");
        }
        return end - start == 4
                && path.charAt(end - 1) >= '1'
                && path.charAt(end - 1) <= '9'
                && (same(path, start, "com") || same(path, start, "lpt"));
    }

    private static boolean same(String path, int start, String lowerCase) {
        for (int i = 0; i < lowerCase.length(); i++) {
            if ((path.charAt(start + i) | 0x20) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it ends as the 8.3 names that Windows makes up: a tilde and digits. */
    private static boolean looksLikeShortName(String path, int start, int end) {
        int i = end;
        while (i > start && path.charAt(i - 1) >= '0' && path.charAt(i - 1) <= '9') {
            i--;
        }
        return i < end && i > start && path.charAt(i - 1) == '~';
    }
}
