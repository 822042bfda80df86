package io.jenkins.plugins.gomodules.module;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The version of a commit that has no tag. There are three forms, by the tag that comes before the commit:
 *
 * <pre>
 * none              vX.0.0-yyyymmddhhmmss-abcdef123456
 * vX.Y.Z            vX.Y.(Z+1)-0.yyyymmddhhmmss-abcdef123456
 * vX.Y.Z-pre        vX.Y.Z-pre.0.yyyymmddhhmmss-abcdef123456
 * </pre>
 *
 * <p>The last two may end in {@code +incompatible}, as their base does. Each orders after its base and before the next
 * release.
 *
 * @param base the tagged version before the commit, {@code ""} if there is none
 * @param time when the commit was made, to the second
 * @param revision name of the commit, twelve hexadecimal digits for Git
 * @see <a href="https://go.dev/ref/mod#pseudo-versions">Go Modules Reference: pseudo-versions</a>
 */
public record PseudoVersion(String base, Instant time, String revision) {

    private static final int TIME_DIGITS = 14;

    /** Whether the version has one of the forms; its time and its base need not make sense. */
    public static boolean isPseudo(String v) {
        return timeStart(v) >= 0;
    }

    /**
     * Takes a pseudo-version apart.
     *
     * @throws InvalidModuleException if it is none, or its time or its base cannot be
     */
    public static PseudoVersion parse(String v) {
        int start = timeStart(v);
        if (start < 0) {
            throw invalid(v, "it has none of the forms");
        }
        String build = Semver.build(v);
        int timeEnd = start + TIME_DIGITS;
        return new PseudoVersion(
                base(v, v.substring(0, start - 1), build),
                time(v, v.substring(start, timeEnd)),
                v.substring(timeEnd + 1, v.length() - build.length()));
    }

    /** Index of the time stamp in a version of one of the forms, otherwise -1. */
    private static int timeStart(String v) {
        if (!Semver.isValid(v)) {
            return -1;
        }
        int plus = v.indexOf('+');
        int end = plus < 0 ? v.length() : plus;
        int prerelease = v.indexOf('-');
        int dash = v.lastIndexOf('-', end - 1);
        int start = dash - TIME_DIGITS;
        if (prerelease < 0 || start <= prerelease || !isAlphanumeric(v, dash + 1, end)) {
            return -1;
        }
        for (int i = start; i < dash; i++) {
            if (v.charAt(i) < '0' || v.charAt(i) > '9') {
                return -1;
            }
        }
        if (start == prerelease + 1) {
            return v.startsWith(".0.0-", v.indexOf('.')) ? start : -1;
        }
        boolean zero = v.startsWith("0.", start - 2);
        boolean first = start - 3 == prerelease;
        boolean later = start - 3 > prerelease && v.charAt(start - 3) == '.';
        return zero && (first || later) ? start : -1;
    }

    private static boolean isAlphanumeric(String v, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = v.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return start < end;
    }

    private static String base(String v, String beforeTime, String build) {
        String prerelease = Semver.prerelease(beforeTime);
        if (prerelease.isEmpty()) {
            if (!build.isEmpty()) {
                throw invalid(v, "it has no base version, but build metadata " + GoText.quote(build));
            }
            return "";
        }
        if (!prerelease.equals("-0")) {
            return beforeTime.substring(0, beforeTime.length() - ".0".length()).concat(build);
        }
        int patch = beforeTime.lastIndexOf('.') + 1;
        String number = beforeTime.substring(patch, beforeTime.length() - prerelease.length());
        if (number.equals("0")) {
            throw invalid(v, "the version before it would have a negative patch number");
        }
        return beforeTime.substring(0, patch).concat(decrement(number)).concat(build);
    }

    /** One less than a decimal number above 0 of any length. */
    private static String decrement(String number) {
        char[] digits = number.toCharArray();
        int i = digits.length - 1;
        while (digits[i] == '0') {
            digits[i--] = '9';
        }
        digits[i]--;
        boolean leadingZero = digits[0] == '0' && digits.length > 1;
        return leadingZero ? new String(digits, 1, digits.length - 1) : new String(digits);
    }

    private static Instant time(String v, String stamp) {
        try {
            return LocalDateTime.of(
                            Integer.parseInt(stamp.substring(0, 4)),
                            Integer.parseInt(stamp.substring(4, 6)),
                            Integer.parseInt(stamp.substring(6, 8)),
                            Integer.parseInt(stamp.substring(8, 10)),
                            Integer.parseInt(stamp.substring(10, 12)),
                            Integer.parseInt(stamp.substring(12)))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            InvalidModuleException invalid = invalid(v, "malformed time " + GoText.quote(stamp));
            invalid.initCause(e);
            throw invalid;
        }
    }

    private static InvalidModuleException invalid(String v, String why) {
        return new InvalidModuleException("pseudo-version " + GoText.quote(v) + " invalid: " + why);
    }
}
