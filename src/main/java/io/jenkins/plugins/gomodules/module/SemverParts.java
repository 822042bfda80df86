package io.jenkins.plugins.gomodules.module;

/** Where the parts of a valid version end; parts that were left out end where the one before them does. */
final class SemverParts {

    final int majorEnd;
    final int minorEnd;
    final int patchEnd;
    final int buildStart;

    private SemverParts(int majorEnd, int minorEnd, int patchEnd, int buildStart) {
        this.majorEnd = majorEnd;
        this.minorEnd = minorEnd;
        this.patchEnd = patchEnd;
        this.buildStart = buildStart;
    }

    /** The parts of the version, or null if it is not one. */
    static SemverParts of(String v) {
        int length = v.length();
        if (length == 0 || v.charAt(0) != 'v') {
            return null;
        }
        int major = numberEnd(v, 1);
        int minor = major > 0 && major < length ? afterDot(v, major) : major;
        int patch = minor > major && minor < length ? afterDot(v, minor) : minor;
        if (major < 0 || minor < 0 || patch < 0) {
            return null;
        }
        int buildStart = patch < length && v.charAt(patch) == '-' ? identifiersEnd(v, patch, true) : patch;
        int end = buildStart > 0 && buildStart < length && v.charAt(buildStart) == '+'
                ? identifiersEnd(v, buildStart, false)
                : buildStart;
        return end == length ? new SemverParts(major, minor, patch, buildStart) : null;
    }

    private static int afterDot(String v, int at) {
        return v.charAt(at) == '.' ? numberEnd(v, at + 1) : -1;
    }

    /** End of the decimal number without leading zeros at the start, or -1. */
    private static int numberEnd(String v, int start) {
        int i = start;
        while (i < v.length() && isDigit(v.charAt(i))) {
            i++;
        }
        return i == start || v.charAt(start) == '0' && i > start + 1 ? -1 : i;
    }

    /** End of the dot-separated identifiers behind the sign at {@code at}, or -1. */
    private static int identifiersEnd(String v, int at, boolean prerelease) {
        int start = at + 1;
        int i = start;
        while (i < v.length() && !(prerelease && v.charAt(i) == '+')) {
            char c = v.charAt(i);
            if (c == '.') {
                if (isBadIdentifier(v, start, i, prerelease)) {
                    return -1;
                }
                start = i + 1;
            } else if (!isDigit(c) && c != '-' && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z')) {
                return -1;
            }
            i++;
        }
        return isBadIdentifier(v, start, i, prerelease) ? -1 : i;
    }

    private static boolean isBadIdentifier(String v, int start, int end, boolean prerelease) {
        return start == end || prerelease && end - start > 1 && v.charAt(start) == '0' && isNumber(v, start, end);
    }

    static boolean isNumber(String v, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isDigit(v.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
