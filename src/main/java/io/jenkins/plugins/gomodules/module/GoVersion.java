package io.jenkins.plugins.gomodules.module;

/**
 * Versions of Go itself, as {@code go} and {@code toolchain} lines name them: {@code 1.20}, {@code 1.21rc1}, {@code
 * 1.21.3}. They are no semantic versions. From 1.21 on, {@code 1.21} means the language and comes before {@code
 * 1.21rc1}, which comes before the first release {@code 1.21.0}; before that, {@code 1.20} is the release itself.
 *
 * @see <a href="https://go.dev/doc/toolchain#version">Go toolchains: Go versions</a>
 */
public final class GoVersion {

    private static final GoVersion INVALID = new GoVersion("", "", "", "", "");

    private final String major;
    private final String minor;
    private final String patch;
    private final String kind;
    private final String prerelease;

    private GoVersion(String major, String minor, String patch, String kind, String prerelease) {
        this.major = major;
        this.minor = minor;
        this.patch = patch;
        this.kind = kind;
        this.prerelease = prerelease;
    }

    /** Whether this is a Go version, without {@code go} in front. */
    public static boolean isValid(String v) {
        return parse(v) != INVALID;
    }

    /**
     * Compares two Go versions. What is not valid is less than what is, and equal to whatever else is not.
     *
     * @return -1, 0 or 1
     */
    public static int compare(String v, String w) {
        GoVersion a = parse(v);
        GoVersion b = parse(w);
        int c = compareNumbers(a.major, b.major);
        if (c == 0) {
            c = compareNumbers(a.minor, b.minor);
        }
        if (c == 0) {
            c = compareNumbers(a.patch, b.patch);
        }
        if (c == 0) {
            c = Integer.signum(a.kind.compareTo(b.kind));
        }
        return c == 0 ? compareNumbers(a.prerelease, b.prerelease) : c;
    }

    /** {@code 1.21} of {@code 1.21.3} and {@code 1.21rc1}; {@code ""} if not valid. */
    public static String lang(String v) {
        GoVersion a = parse(v);
        boolean noMinor = a.minor.isEmpty() || a.major.equals("1") && a.minor.equals("0");
        return noMinor ? a.major : a.major.concat(".").concat(a.minor);
    }

    /**
     * Whether this names a version of the language and no release: {@code 1.21}, but not {@code 1.20} or {@code
     * 1.21.0}.
     */
    public static boolean isLang(String v) {
        GoVersion a = parse(v);
        return a != INVALID && a.patch.isEmpty() && a.kind.isEmpty();
    }

    /** Whether this is an alpha, beta or release candidate. */
    public static boolean isPrerelease(String v) {
        return !parse(v).kind.isEmpty();
    }

    /**
     * The Go version that a toolchain's name stands for: {@code 1.21.3} for {@code go1.21.3} and {@code
     * go1.21.3-bigcorp}.
     *
     * @return {@code ""} for what is not a toolchain's name ({@code default} among it)
     */
    public static String ofToolchain(String name) {
        if (!name.startsWith("go") || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            return "";
        }
        int end = 2;
        while (end < name.length() && " \t-".indexOf(name.charAt(end)) < 0) {
            end++;
        }
        String version = name.substring(2, end);
        return isValid(version) ? version : "";
    }

    private static int compareNumbers(String a, String b) {
        if (a.length() != b.length()) {
            return a.length() < b.length() ? -1 : 1;
        }
        return Integer.signum(a.compareTo(b));
    }

    private static GoVersion parse(String v) {
        int majorEnd = numberEnd(v, 0);
        if (majorEnd < 0) {
            return INVALID;
        }
        String major = v.substring(0, majorEnd);
        if (majorEnd == v.length()) {
            return new GoVersion(major, "0", "0", "", "");
        }
        int minorEnd = v.charAt(majorEnd) == '.' ? numberEnd(v, majorEnd + 1) : -1;
        if (minorEnd < 0) {
            return INVALID;
        }
        String minor = v.substring(majorEnd + 1, minorEnd);
        if (minorEnd == v.length()) {
            // Before 1.21 there was no "1.N.0": "1.N" is the release.
            return new GoVersion(major, minor, compareNumbers(minor, "21") < 0 ? "0" : "", "", "");
        }
        if (v.charAt(minorEnd) == '.') {
            boolean patch = numberEnd(v, minorEnd + 1) == v.length();
            return patch ? new GoVersion(major, minor, v.substring(minorEnd + 1), "", "") : INVALID;
        }
        int kindEnd = minorEnd;
        while (kindEnd < v.length() && v.charAt(kindEnd) >= 'a' && v.charAt(kindEnd) <= 'z') {
            kindEnd++;
        }
        if (kindEnd == minorEnd || kindEnd < v.length() && numberEnd(v, kindEnd) != v.length()) {
            return INVALID;
        }
        return new GoVersion(major, minor, "", v.substring(minorEnd, kindEnd), v.substring(kindEnd));
    }

    /** End of the decimal number without leading zeros at the start, or -1. */
    private static int numberEnd(String v, int start) {
        int i = start;
        while (i < v.length() && v.charAt(i) >= '0' && v.charAt(i) <= '9') {
            i++;
        }
        return i == start || v.charAt(start) == '0' && i > start + 1 ? -1 : i;
    }
}
