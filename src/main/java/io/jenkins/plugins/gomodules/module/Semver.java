package io.jenkins.plugins.gomodules.module;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Semantic versions as Go writes them: {@code vMAJOR[.MINOR[.PATCH[-PRERELEASE][+BUILD]]]}.
 *
 * <p>The {@code v} is required; {@code v1} and {@code v1.2} are short for {@code v1.0.0} and {@code v1.2.0}. Numbers may be
 * of any length. Every method takes any string; what is no semantic version gives {@code ""} and orders before all that
 * are.
 *
 * @see <a href="https://go.dev/ref/mod#versions">Go Modules Reference: versions</a>
 * @see <a href="https://semver.org/#spec-item-11">Semantic Versioning: precedence</a>
 */
public final class Semver {

    /** By precedence, and by the plain text where two versions differ in build metadata or are not valid. */
    public static final Comparator<String> ORDER = new Order();

    private Semver() {}

    /** Whether this is a semantic version, short forms included. */
    public static boolean isValid(String v) {
        return Parsed.of(v) != null;
    }

    /** The version with minor and patch filled in and without build metadata; {@code ""} if invalid. */
    public static String canonical(String v) {
        Parsed p = Parsed.of(v);
        if (p == null) {
            return "";
        }
        if (p.buildStart < v.length()) {
            return v.substring(0, p.buildStart);
        }
        if (p.patchEnd == p.minorEnd) {
            return v.concat(p.minorEnd == p.majorEnd ? ".0.0" : ".0");
        }
        return v;
    }

    /** {@code v2} of {@code v2.1.0}; {@code ""} if invalid. */
    public static String major(String v) {
        Parsed p = Parsed.of(v);
        return p == null ? "" : v.substring(0, p.majorEnd);
    }

    /** {@code v2.1} of {@code v2.1.0}; {@code ""} if invalid. */
    public static String majorMinor(String v) {
        Parsed p = Parsed.of(v);
        if (p == null) {
            return "";
        }
        return p.minorEnd == p.majorEnd ? v.substring(0, p.majorEnd).concat(".0") : v.substring(0, p.minorEnd);
    }

    /** {@code -pre} of {@code v2.1.0-pre+meta}, with its dash; {@code ""} if there is none or the version is invalid. */
    public static String prerelease(String v) {
        Parsed p = Parsed.of(v);
        return p == null ? "" : v.substring(p.patchEnd, p.buildStart);
    }

    /** {@code +meta} of {@code v2.1.0-pre+meta}, with its plus; {@code ""} if there is none or the version is invalid. */
    public static String build(String v) {
        Parsed p = Parsed.of(v);
        return p == null ? "" : v.substring(p.buildStart);
    }

    /**
     * Compares by precedence; build metadata does not count. An invalid version is less than every valid one and equal
     * to every invalid one.
     *
     * @return -1, 0 or 1
     */
    public static int compare(String v, String w) {
        if (v.equals(w)) {
            return 0;
        }
        Parsed p = Parsed.of(v);
        Parsed q = Parsed.of(w);
        if (p == null || q == null) {
            return p == q ? 0 : p == null ? -1 : 1;
        }
        int c = compareNumbers(v, 1, p.majorEnd, w, 1, q.majorEnd);
        if (c == 0) {
            c = compareNumbers(v, p.majorEnd + 1, p.minorEnd, w, q.majorEnd + 1, q.minorEnd);
        }
        if (c == 0) {
            c = compareNumbers(v, p.minorEnd + 1, p.patchEnd, w, q.minorEnd + 1, q.patchEnd);
        }
        if (c == 0) {
            c = comparePrereleases(v, p.patchEnd, p.buildStart, w, q.patchEnd, q.buildStart);
        }
        return c;
    }

    /** Decimal numbers without leading zeros; one that was left out (start beyond end) counts as 0. */
    private static int compareNumbers(String v, int vStart, int vEnd, String w, int wStart, int wEnd) {
        boolean vAbsent = vStart > vEnd;
        boolean wAbsent = wStart > wEnd;
        if (vAbsent || wAbsent) {
            boolean vZero = vAbsent || v.charAt(vStart) == '0';
            boolean wZero = wAbsent || w.charAt(wStart) == '0';
            return vZero == wZero ? 0 : vZero ? -1 : 1;
        }
        if (vEnd - vStart != wEnd - wStart) {
            return vEnd - vStart < wEnd - wStart ? -1 : 1;
        }
        return compareText(v, vStart, vEnd, w, wStart, wEnd);
    }

    private static int comparePrereleases(String v, int i, int vEnd, String w, int j, int wEnd) {
        if (i == vEnd || j == wEnd) {
            // A version without a prerelease comes after all of its prereleases.
            return i == vEnd && j == wEnd ? 0 : i == vEnd ? 1 : -1;
        }
        while (i < vEnd && j < wEnd) {
            int vStart = i + 1;
            int wStart = j + 1;
            i = identifierEnd(v, vStart, vEnd);
            j = identifierEnd(w, wStart, wEnd);
            boolean vNumber = isNumber(v, vStart, i);
            boolean wNumber = isNumber(w, wStart, j);
            int c;
            if (vNumber != wNumber) {
                c = vNumber ? -1 : 1;
            } else if (vNumber) {
                c = compareNumbers(v, vStart, i, w, wStart, j);
            } else {
                c = compareText(v, vStart, i, w, wStart, j);
            }
            if (c != 0) {
                return c;
            }
        }
        return i < vEnd ? 1 : j < wEnd ? -1 : 0;
    }

    private static int compareText(String v, int i, int vEnd, String w, int j, int wEnd) {
        while (i < vEnd && j < wEnd) {
            int c = v.charAt(i++) - w.charAt(j++);
            if (c != 0) {
                return c < 0 ? -1 : 1;
            }
        }
        return i < vEnd ? 1 : j < wEnd ? -1 : 0;
    }

    private static int identifierEnd(String v, int start, int end) {
        int i = start;
        while (i < end && v.charAt(i) != '.') {
            i++;
        }
        return i;
    }

    private static boolean isNumber(String v, int start, int end) {
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

    /** Where the parts of a valid version end; parts that were left out end where the one before them does. */
    private static final class Parsed {
        private int majorEnd;
        private int minorEnd;
        private int patchEnd;
        private int buildStart;

        /** The parts of the version, or null if it is not one. */
        static Parsed of(String v) {
            if (v.isEmpty() || v.charAt(0) != 'v') {
                return null;
            }
            int length = v.length();
            Parsed p = new Parsed();
            p.majorEnd = numberEnd(v, 1);
            p.minorEnd = p.majorEnd > 0 && p.majorEnd < length ? afterDot(v, p.majorEnd) : p.majorEnd;
            p.patchEnd = p.minorEnd > p.majorEnd && p.minorEnd < length ? afterDot(v, p.minorEnd) : p.minorEnd;
            if (p.majorEnd < 0 || p.minorEnd < 0 || p.patchEnd < 0) {
                return null;
            }
            int end = p.patchEnd;
            if (end < length && v.charAt(end) == '-') {
                end = identifiersEnd(v, end, true);
            }
            p.buildStart = end;
            if (end > 0 && end < length && v.charAt(end) == '+') {
                end = identifiersEnd(v, end, false);
            }
            return end == length ? p : null;
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
    }

    private static final class Order implements Comparator<String>, Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public int compare(String v, String w) {
            int c = Semver.compare(v, w);
            return c != 0 ? c : v.compareTo(w);
        }
    }
}
