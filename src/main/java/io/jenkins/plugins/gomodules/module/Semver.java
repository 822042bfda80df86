package io.jenkins.plugins.gomodules.module;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Semantic versions as Go writes them: {@code vMAJOR[.MINOR[.PATCH[-PRERELEASE][+BUILD]]]}.
 *
 * <p>The {@code v} is required; {@code v1} and {@code v1.2} are short for {@code v1.0.0} and {@code v1.2.0}. Numbers
 * may be of any length. Every method takes any string; what is no semantic version gives {@code ""} and orders before
 * all that are.
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
        return SemverParts.of(v) != null;
    }

    /** The version with minor and patch filled in and without build metadata; {@code ""} if invalid. */
    public static String canonical(String v) {
        SemverParts p = SemverParts.of(v);
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
        SemverParts p = SemverParts.of(v);
        return p == null ? "" : v.substring(0, p.majorEnd);
    }

    /** {@code v2.1} of {@code v2.1.0}; {@code ""} if invalid. */
    public static String majorMinor(String v) {
        SemverParts p = SemverParts.of(v);
        if (p == null) {
            return "";
        }
        return p.minorEnd == p.majorEnd ? v.substring(0, p.majorEnd).concat(".0") : v.substring(0, p.minorEnd);
    }

    /**
     * {@code -pre} of {@code v2.1.0-pre+meta}, with its dash; {@code ""} if there is none or the version is invalid.
     */
    public static String prerelease(String v) {
        SemverParts p = SemverParts.of(v);
        return p == null ? "" : v.substring(p.patchEnd, p.buildStart);
    }

    /**
     * {@code +meta} of {@code v2.1.0-pre+meta}, with its plus; {@code ""} if there is none or the version is invalid.
     */
    public static String build(String v) {
        SemverParts p = SemverParts.of(v);
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
        SemverParts p = SemverParts.of(v);
        SemverParts q = SemverParts.of(w);
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
            boolean vNumber = SemverParts.isNumber(v, vStart, i);
            boolean wNumber = SemverParts.isNumber(w, wStart, j);
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

    private static final class Order implements Comparator<String>, Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public int compare(String v, String w) {
            int c = Semver.compare(v, w);
            return c != 0 ? c : v.compareTo(w);
        }
    }
}
