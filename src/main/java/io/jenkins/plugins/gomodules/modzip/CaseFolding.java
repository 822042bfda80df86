package io.jenkins.plugins.gomodules.modzip;

/**
 * When two names are the same to a file system that ignores case: Unicode simple case folding, on the UTF-8 bytes of
 * names, without making strings of them.
 */
final class CaseFolding {

    /** Odd, and different in every JVM, so that nobody can make a zip all of whose names have one hash. */
    private static final int MULTIPLIER = (int) System.nanoTime() * 2 + 0x9e3779b1;

    private CaseFolding() {}

    /** A hash that names which differ in case only have in common. The bytes must be valid UTF-8. */
    static int hash(byte[] b, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            int c = b[i];
            if (c < 0) {
                int length = continuation(c);
                c = fold(codePoint(b, i));
                i += length;
            } else if (c >= 'A' && c <= 'Z') {
                c += 'a' - 'A';
            }
            hash = (hash ^ c) * MULTIPLIER;
            hash ^= hash >>> 15;
        }
        return hash;
    }

    /** Whether two names differ in case at most. The bytes must be valid UTF-8. */
    static boolean same(byte[] b, int i, int iEnd, int j, int jEnd) {
        while (i < iEnd && j < jEnd) {
            int c = b[i];
            int d = b[j];
            if (c != d || c < 0) {
                if (fold(codePoint(b, i)) != fold(codePoint(b, j))) {
                    return false;
                }
                i += continuation(c);
                j += continuation(d);
            }
            i++;
            j++;
        }
        return i == iEnd && j == jEnd;
    }

    /**
     * The character that stands for all that equal it when case is ignored. Java's dotted and dotless i are made into
     * plain ones on the way through upper and lower case; simple folding leaves them alone.
     */
    private static int fold(int c) {
        return c == 0x130 || c == 0x131 ? c : Character.toLowerCase(Character.toUpperCase(c));
    }

    private static int continuation(int lead) {
        return lead >= 0 ? 0 : lead < (byte) 0xe0 ? 1 : lead < (byte) 0xf0 ? 2 : 3;
    }

    private static int codePoint(byte[] b, int i) {
        int lead = b[i];
        switch (continuation(lead)) {
            case 0:
                return lead;
            case 1:
                return (lead & 0x1f) << 6 | b[i + 1] & 0x3f;
            case 2:
                return (lead & 0x0f) << 12 | (b[i + 1] & 0x3f) << 6 | b[i + 2] & 0x3f;
            default:
                return (lead & 0x07) << 18 | (b[i + 1] & 0x3f) << 12 | (b[i + 2] & 0x3f) << 6 | b[i + 3] & 0x3f;
        }
    }
}
