package io.jenkins.plugins.gomodules.probe;

import java.util.Locale;

/** Amounts as people read them. */
public final class Quantities {
    private Quantities() {}

    /** Such as {@code 640 B}, {@code 17 kB} or {@code 1.5 MB}; a kilobyte is 1000 bytes. */
    public static String bytes(long count) {
        if (count < 1_000) {
            return count + " B";
        }
        return count < 1_000_000
                ? String.format(Locale.ROOT, "%.0f kB", count / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", count / 1e6);
    }

    /** Bytes a second. */
    public static String rate(long bytes, long nanos) {
        return bytes((long) (bytes * 1e9 / Math.max(1, nanos))) + "/s";
    }

    /** Such as {@code 0.4 ms}, {@code 35 ms} or {@code 2.1 s}. */
    public static String time(long micros) {
        if (micros < 10_000) {
            return String.format(Locale.ROOT, "%.1f ms", micros / 1e3);
        }
        return micros < 1_000_000
                ? String.format(Locale.ROOT, "%.0f ms", micros / 1e3)
                : String.format(Locale.ROOT, "%.1f s", micros / 1e6);
    }
}
