package io.jenkins.plugins.gomodules.modzip;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * The list whose SHA-256 is the h1 hash, made of names and digests that come in any order.
 *
 * <p>Names are slices of one byte array and digests lie one behind the other in another, so that a module of 100,000 files
 * takes no objects to hash.
 */
final class FileList {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private final byte[] names;
    private final int[] starts;
    private final int[] ends;
    private final byte[] digests;

    /** Room for {@code count} files whose names are in {@code names}. */
    FileList(byte[] names, int count) {
        this(names, count, new byte[count * 32]);
    }

    /** The same with digests, 32 bytes each, that are there already. */
    FileList(byte[] names, int count, byte[] digests) {
        this.names = names;
        this.starts = new int[count];
        this.ends = new int[count];
        this.digests = digests;
    }

    void name(int i, int start, int end) {
        starts[i] = start;
        ends[i] = end;
    }

    /** Where the 32 bytes of file {@code i}'s digest go to. */
    byte[] digests() {
        return digests;
    }

    int count() {
        return starts.length;
    }

    int nameStart(int i) {
        return starts[i];
    }

    int nameEnd(int i) {
        return ends[i];
    }

    /** The array that all names are slices of. */
    byte[] names() {
        return names;
    }

    /** {@code h1:} and 44 characters of base64. The digest is left reset. */
    String hash(MessageDigest sha256) {
        byte[] line = new byte[256];
        for (int i : order()) {
            int length = 64 + 2 + ends[i] - starts[i] + 1;
            if (length > line.length) {
                line = new byte[length * 2];
            }
            for (int k = 0; k < 32; k++) {
                int b = digests[i * 32 + k];
                line[2 * k] = HEX[b >> 4 & 15];
                line[2 * k + 1] = HEX[b & 15];
            }
            line[64] = ' ';
            line[65] = ' ';
            System.arraycopy(names, starts[i], line, 66, ends[i] - starts[i]);
            line[length - 1] = '\n';
            sha256.update(line, 0, length);
        }
        return "h1:".concat(Base64.getEncoder().encodeToString(sha256.digest()));
    }

    /** The files by their names' bytes. The go command writes zips in an order that is nearly this one. */
    int[] order() {
        int[] order = new int[starts.length];
        boolean sorted = true;
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            sorted &= i == 0 || compare(i - 1, i) <= 0;
        }
        if (!sorted) {
            sort(order, order.clone(), 0, order.length);
        }
        return order;
    }

    /** Merge sort of {@code to[start..end)}, which {@code from} is a copy of. */
    private void sort(int[] to, int[] from, int start, int end) {
        if (end - start < 2) {
            return;
        }
        int middle = (start + end) >>> 1;
        sort(from, to, start, middle);
        sort(from, to, middle, end);
        int i = start;
        int j = middle;
        for (int k = start; k < end; k++) {
            to[k] = j == end || i < middle && compare(from[i], from[j]) <= 0 ? from[i++] : from[j++];
        }
    }

    private int compare(int i, int j) {
        return Arrays.compareUnsigned(names, starts[i], ends[i], names, starts[j], ends[j]);
    }
}
