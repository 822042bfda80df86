package io.jenkins.plugins.gomodules.failure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds any of many texts in bytes, ASCII case ignored. Of each text a window of equal length is looked for; four bytes
 * tell how far the next place is at which a window can end, so that most bytes are never looked at.
 *
 * <p>Immutable, for use by several threads.
 *
 * @see <a href="https://www.cs.arizona.edu/~manber/techreports/TR94-17.pdf">Wu and Manber: A fast algorithm for
 *     multi-pattern searching</a>
 */
final class LiteralSearch {
    /** A longer window skips no further, because some window is almost always in the way. */
    private static final int MAX_WINDOW = 10;

    private static final int GRAM = 4;
    private static final int TABLE_BITS = 16;
    private static final int TABLE = 1 << TABLE_BITS;
    private static final String COMMON = " etaoinsrhldcu";

    private final int window;
    private final int longest;
    private final byte[] skips = new byte[TABLE];
    /** By the hash of a window's last four bytes: the texts whose window ends so. */
    private final int[][] ending = new int[TABLE][];

    private final byte[][] texts;
    private final int[] windowAt;

    /** @param literals texts of at least {@link #shortest()} characters, in ASCII */
    LiteralSearch(List<String> literals) {
        texts = new byte[literals.size()][];
        windowAt = new int[texts.length];
        int min = MAX_WINDOW;
        int max = 0;
        for (int i = 0; i < texts.length; i++) {
            texts[i] = literals.get(i).getBytes(StandardCharsets.ISO_8859_1);
            if (texts[i].length < GRAM) {
                throw new IllegalArgumentException("\"" + literals.get(i) + "\" is too short to be searched for");
            }
            for (int j = 0; j < texts[i].length; j++) {
                texts[i][j] = lower(texts[i][j]);
            }
            min = Math.min(min, texts[i].length);
            max = Math.max(max, texts[i].length);
        }
        window = min;
        longest = max;
        java.util.Arrays.fill(skips, (byte) (window - GRAM + 1));
        for (int i = 0; i < texts.length; i++) {
            enter(i);
        }
    }

    /** The least length of a text. */
    static int shortest() {
        return GRAM;
    }

    /** The length of the longest text. */
    int longest() {
        return longest;
    }

    private void enter(int text) {
        byte[] bytes = texts[text];
        int at = rarestWindow(bytes);
        windowAt[text] = at;
        for (int end = GRAM - 1; end < window; end++) {
            int hash = hash(bytes, at + end);
            skips[hash] = (byte) Math.min(skips[hash], window - 1 - end);
        }
        int hash = hash(bytes, at + window - 1);
        int[] before = ending[hash] == null ? new int[0] : ending[hash];
        ending[hash] = java.util.Arrays.copyOf(before, before.length + 1);
        ending[hash][before.length] = text;
    }

    /** Where the window of a text begins: at the place with the fewest letters that are common in any text. */
    private int rarestWindow(byte[] text) {
        int best = 0;
        int bestCost = Integer.MAX_VALUE;
        for (int at = 0; at + window <= text.length; at++) {
            int cost = 0;
            for (int i = at; i < at + window; i++) {
                cost += COMMON.indexOf((char) text[i]) >= 0 ? 2 : 1;
            }
            if (cost < bestCost) {
                best = at;
                bestCost = cost;
            }
        }
        return best;
    }

    /**
     * The end of the next window of a text that is there in full.
     *
     * @param from the window begins here at the earliest
     * @param to no byte from here on is read
     * @return the position behind the window, -1 if there is none
     */
    int find(byte[] bytes, int from, int to) {
        int i = from + window - 1;
        while (i < to) {
            int skip = skips[hash(bytes, i)];
            if (skip > 0) {
                i += skip;
                continue;
            }
            int[] candidates = ending[hash(bytes, i)];
            for (int text : candidates) {
                if (isAt(text, bytes, i + 1, to)) {
                    return i + 1;
                }
            }
            i++;
        }
        return -1;
    }

    /** Where the search goes on after a window that ended at {@code end}. */
    int next(int end) {
        return end - window + 1;
    }

    /** Adds the texts whose window ends at {@code end}. */
    void collect(byte[] bytes, int end, int to, BitSet found) {
        for (int text : ending[hash(bytes, end - 1)]) {
            if (isAt(text, bytes, end, to)) {
                found.set(text);
            }
        }
    }

    private boolean isAt(int text, byte[] bytes, int windowEnd, int to) {
        byte[] wanted = texts[text];
        int start = windowEnd - window - windowAt[text];
        if (start < 0 || start + wanted.length > to) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] != lower(bytes[start + i])) {
                return false;
            }
        }
        return true;
    }

    /** Five bits of each byte, which upper and lower case have in common. */
    private static int hash(byte[] bytes, int last) {
        int bits = (bytes[last - 3] & 31) << 15
                | (bytes[last - 2] & 31) << 10
                | (bytes[last - 1] & 31) << 5
                | bytes[last] & 31;
        return bits * 0x9E3779B1 >>> Integer.SIZE - TABLE_BITS;
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }

    /** The texts, in lower case. */
    List<String> texts() {
        List<String> all = new ArrayList<>();
        for (byte[] text : texts) {
            all.add(new String(text, StandardCharsets.ISO_8859_1));
        }
        return all;
    }
}
