package io.jenkins.plugins.gomodules.modzip;

/** A quick look at file paths that settles nearly all of them without making a string. */
final class FileNames {

    private static final int CON = 'c' << 16 | 'o' << 8 | 'n';
    private static final int PRN = 'p' << 16 | 'r' << 8 | 'n';
    private static final int AUX = 'a' << 16 | 'u' << 8 | 'x';
    private static final int NUL = 'n' << 16 | 'u' << 8 | 'l';
    private static final int COM = 'c' << 16 | 'o' << 8 | 'm';
    private static final int LPT = 'l' << 16 | 'p' << 8 | 't';

    private FileNames() {}

    /**
     * Whether a path keeps all rules of {@link io.jenkins.plugins.gomodules.module.ModulePath#checkFilePath}, so that
     * it need not be asked. False says nothing: letters outside ASCII, rarer punctuation and names that Windows reserves are left
     * to it.
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

    /** The first letters of CON, PRN, AUX, NUL, COM1 and LPT1. */
    private static boolean startsReservedName(int c) {
        int lower = c | 0x20;
        return lower == 'c' || lower == 'p' || lower == 'a' || lower == 'n' || lower == 'l';
    }

    /** Whether the element is a name that Windows reserves, with or without something behind a dot. */
    private static boolean isReserved(byte[] b, int start, int end) {
        int i = start;
        while (i < end && b[i] != '.' && b[i] != '/') {
            i++;
        }
        int length = i - start;
        if (length != 3 && (length != 4 || b[i - 1] < '1' || b[i - 1] > '9')) {
            return false;
        }
        int name = (b[start] | 0x20) << 16 | (b[start + 1] | 0x20) << 8 | b[start + 2] | 0x20;
        return length == 3 ? name == CON || name == PRN || name == AUX || name == NUL : name == COM || name == LPT;
    }
}
