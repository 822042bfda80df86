package io.jenkins.plugins.gomodules.modfile;

/** The arguments of {@code go} and {@code toolchain} lines. They are looser than what a Go version can be. */
final class GoLine {

    private GoLine() {}

    /**
     * The version that a {@code go} line names: {@code 1.N}, {@code 1.N.P}, either with a suffix such as {@code rc1}.
     *
     * @param lax whether a {@code v} in front and anything behind {@code 1.N} are dropped, as they are in dependencies
     * @return {@code ""} if it names none
     */
    static String version(String s, boolean lax) {
        if (isVersion(s)) {
            return s;
        }
        if (!lax) {
            return "";
        }
        String plain = s.startsWith("v") ? s.substring(1) : s;
        int end = minorEnd(plain);
        boolean more = end > 0 && end < plain.length() && !isDigit(plain.charAt(end));
        return more ? plain.substring(0, end) : "";
    }

    private static boolean isVersion(String s) {
        int i = minorEnd(s);
        if (i < 0) {
            return false;
        }
        if (i < s.length() && s.charAt(i) == '.') {
            i = numberEnd(s, i + 1);
            if (i < 0) {
                return false;
            }
        }
        if (i == s.length()) {
            return true;
        }
        int letters = i;
        while (i < s.length() && s.charAt(i) >= 'a' && s.charAt(i) <= 'z') {
            i++;
        }
        int digits = i;
        while (i < s.length() && isDigit(s.charAt(i))) {
            i++;
        }
        return digits > letters && i > digits && i == s.length();
    }

    /** End of {@code 1.23} at the start, or -1. */
    private static int minorEnd(String s) {
        int major = numberEnd(s, 0);
        return major > 0 && s.charAt(0) != '0' && major < s.length() && s.charAt(major) == '.'
                ? numberEnd(s, major + 1)
                : -1;
    }

    /** End of the number at the start: 0, or digits that do not start with one. */
    private static int numberEnd(String s, int start) {
        int i = start;
        if (i < s.length() && s.charAt(i) == '0') {
            return i + 1;
        }
        while (i < s.length() && isDigit(s.charAt(i))) {
            i++;
        }
        return i == start ? -1 : i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * Whether this may be the name of a toolchain, now or in time to come: {@code default}, {@code go1}, {@code go1.…}.
     */
    static boolean isToolchain(String s) {
        return s.equals("default") || s.equals("go1") || s.startsWith("go1.");
    }
}
