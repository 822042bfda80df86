package io.jenkins.plugins.gomodules.jenkins.masking;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Many texts that are looked for at once, in whatever bytes. A log may have gigabytes, and a key fifty lines, each of which
 * is a text: so the time for a byte must not grow with their number. Where a text can begin is told by a table of the
 * hashes of their first bytes; only there are bytes compared.
 */
final class Needles {
    /** How many bytes are hashed: no text may have fewer. */
    static final int SHORTEST = 4;

    private static final int BITS = 12;
    private static final byte[] ASTERISKS = "****".getBytes(StandardCharsets.US_ASCII);

    /** By the hash of the first bytes, the longest first; null for most. */
    private final byte[][][] table = new byte[1 << BITS][][];

    /** @param texts in the order in which they are tried: the longest first, so that none hides a part of another only */
    Needles(List<String> texts) {
        for (String text : texts) {
            byte[] needle = text.getBytes(StandardCharsets.UTF_8);
            int slot = slot(first(needle, 0));
            byte[][] others = table[slot] == null ? new byte[0][] : table[slot];
            table[slot] = Arrays.copyOf(others, others.length + 1);
            table[slot][others.length] = needle;
        }
    }

    /** Whether one of them is in the bytes. */
    boolean isIn(byte[] bytes, int length) {
        return next(bytes, 0, length) < length;
    }

    /** The bytes with asterisks in the place of each; the same array when there is none. */
    byte[] replaceIn(byte[] bytes, int length) {
        int found = next(bytes, 0, length);
        if (found == length) {
            return bytes;
        }
        ByteArrayOutputStream shown = new ByteArrayOutputStream(length);
        int from = 0;
        while (found < length) {
            shown.write(bytes, from, found - from);
            shown.writeBytes(ASTERISKS);
            from = found + lengthAt(bytes, found, length);
            found = next(bytes, from, length);
        }
        shown.write(bytes, from, length - from);
        return shown.toByteArray();
    }

    /** Where the next one begins; the length if nowhere. */
    private int next(byte[] bytes, int from, int length) {
        if (length - from < SHORTEST) {
            return length;
        }
        int window = 0;
        for (int i = from; i < from + SHORTEST - 1; i++) {
            window = window << 8 | bytes[i] & 0xff;
        }
        for (int i = from; i <= length - SHORTEST; i++) {
            window = window << 8 | bytes[i + SHORTEST - 1] & 0xff;
            if (table[slot(window)] != null && lengthAt(bytes, i, length) > 0) {
                return i;
            }
        }
        return length;
    }

    /** How long the one is that begins here; 0 for none. */
    private int lengthAt(byte[] bytes, int offset, int length) {
        for (byte[] needle : table[slot(first(bytes, offset))]) {
            int end = offset + needle.length;
            if (end <= length && Arrays.equals(bytes, offset, end, needle, 0, needle.length)) {
                return needle.length;
            }
        }
        return 0;
    }

    private static int first(byte[] bytes, int offset) {
        int window = 0;
        for (int i = offset; i < offset + SHORTEST; i++) {
            window = window << 8 | bytes[i] & 0xff;
        }
        return window;
    }

    /** Multiplied by 2³² divided by the golden ratio, whose upper bits depend on all bytes. */
    private static int slot(int window) {
        return window * 0x9e3779b9 >>> Integer.SIZE - BITS;
    }
}
