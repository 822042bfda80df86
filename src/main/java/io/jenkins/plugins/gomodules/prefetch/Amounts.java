package io.jenkins.plugins.gomodules.prefetch;

/** Numbers as a person reads them. Without {@code String.format}, which costs a cold JVM more than a prefetch. */
final class Amounts {
    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB"};

    private Amounts() {}

    /** Such as {@code 1 module}, {@code 200 modules}, {@code 2 retries}. */
    static String count(long number, String noun) {
        if (number == 1) {
            return "1 " + noun;
        }
        String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return number + " " + plural;
    }

    /** Such as {@code 812 B}, {@code 19.4 MiB}. */
    static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double amount = bytes / 1024.0;
        int unit = 0;
        while (amount >= 1023.95 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        return tenths(Math.round(amount * 10)) + " " + UNITS[unit];
    }

    /** Such as {@code 0.4 s}, {@code 12.0 s}, {@code 3 min 05 s}. */
    static String duration(long millis) {
        if (millis < 60_000) {
            return tenths((millis + 50) / 100) + " s";
        }
        long seconds = millis / 1000;
        long rest = seconds % 60;
        return seconds / 60 + " min " + (rest < 10 ? "0" : "") + rest + " s";
    }

    private static String tenths(long tenths) {
        return tenths / 10 + "." + tenths % 10;
    }
}
