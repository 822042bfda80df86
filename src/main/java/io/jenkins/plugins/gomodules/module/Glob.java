package io.jenkins.plugins.gomodules.module;

/**
 * Shell patterns of Go's {@code path.Match}: {@code *} and {@code ?} stop at a slash, {@code [a-z]} and {@code [^a-z]}
 * are ranges, a backslash takes the next character as it is. The time is at most the product of the two lengths.
 */
final class Glob {

    private final String pattern;
    private final String name;
    /** Where in the pattern and in the name the last comparison of a single character ended. */
    private int patternEnd;

    private int nameEnd;

    private Glob(String pattern, String name) {
        this.pattern = pattern;
        this.name = name;
    }

    /** Whether the whole name matches; a malformed pattern matches nothing. */
    static boolean matches(String pattern, String name) {
        return new Glob(pattern, name).matches();
    }

    private boolean matches() {
        int p = 0;
        int n = 0;
        int starPattern = -1;
        int starName = 0;
        while (n < name.length() || p < pattern.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                // Try with nothing first; what follows decides whether the star has to take one character more.
                starPattern = ++p;
                starName = n;
            } else if (n < name.length() && p < pattern.length() && matchesOne(p, n)) {
                p = patternEnd;
                n = nameEnd;
            } else {
                if (starPattern < 0 || starName >= name.length() || name.charAt(starName) == '/') {
                    return false;
                }
                starName += Character.charCount(name.codePointAt(starName));
                p = starPattern;
                n = starName;
            }
        }
        return true;
    }

    private boolean matchesOne(int p, int n) {
        int c = name.codePointAt(n);
        nameEnd = n + Character.charCount(c);
        switch (pattern.charAt(p)) {
            case '[':
                return matchesRange(p + 1, c);
            case '?':
                patternEnd = p + 1;
                return c != '/';
            default:
                int wanted = literal(p);
                return wanted == c;
        }
    }

    /** The character at {@code p}, unescaped, or -1 if a backslash ends the pattern. */
    private int literal(int p) {
        int at = pattern.charAt(p) == '\\' ? p + 1 : p;
        if (at >= pattern.length()) {
            return -1;
        }
        int c = pattern.codePointAt(at);
        patternEnd = at + Character.charCount(c);
        return c;
    }

    private boolean matchesRange(int start, int c) {
        int p = start;
        boolean negated = p < pattern.length() && pattern.charAt(p) == '^';
        if (negated) {
            p++;
        }
        boolean match = false;
        for (int ranges = 0; p < pattern.length(); ranges++) {
            if (pattern.charAt(p) == ']' && ranges > 0) {
                patternEnd = p + 1;
                return match != negated;
            }
            int low = bound(p);
            if (low < 0) {
                return false;
            }
            p = patternEnd;
            int high = low;
            if (p < pattern.length() && pattern.charAt(p) == '-') {
                high = bound(p + 1);
                if (high < 0) {
                    return false;
                }
                p = patternEnd;
            }
            match |= low <= c && c <= high;
        }
        return false;
    }

    /** A bound of a range, or -1 where the pattern is malformed. */
    private int bound(int p) {
        if (p >= pattern.length() || pattern.charAt(p) == '-' || pattern.charAt(p) == ']') {
            return -1;
        }
        return literal(p);
    }
}
