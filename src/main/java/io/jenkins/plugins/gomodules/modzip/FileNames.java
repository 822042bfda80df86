package io.jenkins.plugins.gomodules.modzip;

/** A quick look at file paths that settles nearly all of them without making a string. */
final class FileNames {

    private FileNames() {}

    /**
     * Whether a path keeps all rules of {@link io.jenkins.plugins.gomodules.module.ModulePath#checkFilePath}, so that
     * it need not be asked. False says nothing: letters outside ASCII, rarer punctuation and whatever starts like a name
     * that Windows reserves are left to it.
     */
    static boolean areFine(byte[] b, int start, int end) {
        int element = start;
        for (int i = start; i < end; i++) {
            int c = b[i];
            if (c == '/') {
                if (i == element || b[i - 1] == '.') {
                    return false;
                }
                element = i + 1;
            } else if (!isOrdinary(c) || i == element && startsReservedName(c) && isReserved(b, i, end)) {
                return false;
            }
        }
        return end > element && b[end - 1] != '.';
    }

    private static boolean isOrdinary(int c) {
        return c >= 'a' && c <= 'z'
                || c >= '-' && c <= '9' // - . / and digits
                || c >= 'A' && c <= 'Z'
                || c == '_'
                || c == '+';
    }

    /** CON, PRN, AUX, NUL, COM1, LPT1 and their like. */
    private static boolean startsReservedName(int c) {
        int lower = c | 0x20;
        return lower == 'c' || lower == 'p' || lower == 'a' || lower == 'n' || lower == 'l';
    }

    /** Whether what is before the element's first dot is as long as a reserved name. */
    private static boolean isReserved(byte[] b, int start, int end) {
        int i = start;
        while (i < end && b[i] != '.' && b[i] != '/') {
            i++;
        }
        return i - start == 3 || i - start == 4;
    }
}
