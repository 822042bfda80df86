package io.jenkins.plugins.gomodules.modzip;

import io.jenkins.plugins.gomodules.module.GoText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds paths that could not lie side by side in every file system: the same path twice, paths that differ in case only, a
 * path that is file and directory at once. Directories need not be entries of their own, so each path stands for its
 * parents too.
 */
final class PathTable {

    private static final int EMPTY = -1;

    private final byte[] bytes;
    private int[] starts = new int[64];
    /** The end of the path at the same index of {@link #starts}, shifted left by one, plus 1 for a directory. */
    private int[] ends = new int[64];

    private int used;

    /** The directory of the path that was added last: its other files need not look it up. */
    private int parentStart;

    private int parentEnd = -1;

    /** @param bytes where all paths are; only valid UTF-8 may be added */
    PathTable(byte[] bytes) {
        this.bytes = bytes;
        Arrays.fill(starts, EMPTY);
    }

    /**
     * Adds a path and its parents.
     *
     * @return a sentence about what it collides with, or null
     */
    String add(int start, int end, boolean directory) {
        boolean isDirectory = directory;
        int e = end;
        while (true) {
            int slot = slot(start, e);
            if (starts[slot] == EMPTY) {
                insert(slot, start, e, isDirectory);
            } else {
                String collision = collision(slot, start, e, isDirectory);
                if (collision != null || isDirectory) {
                    // A directory that is here already has brought its parents.
                    return collision;
                }
            }
            e = endOfParent(start, e);
            if (e < 0 || e == parentEnd - parentStart + start && isLastParent(start, e)) {
                return null;
            }
            if (!isDirectory) {
                parentStart = start;
                parentEnd = e;
            }
            isDirectory = true;
        }
    }

    private boolean isLastParent(int start, int end) {
        return Arrays.equals(bytes, start, end, bytes, parentStart, parentEnd);
    }

    private String collision(int slot, int start, int end, boolean directory) {
        int otherStart = starts[slot];
        int otherEnd = ends[slot] >>> 1;
        if (!Arrays.equals(bytes, start, end, bytes, otherStart, otherEnd)) {
            return quoted(start, end) + " and " + quoted(otherStart, otherEnd) + " differ in case only";
        }
        boolean otherDirectory = (ends[slot] & 1) != 0;
        if (directory != otherDirectory) {
            return quoted(start, end) + " is both a file and a directory";
        }
        return directory ? null : quoted(start, end) + " is there more than once";
    }

    private int endOfParent(int start, int end) {
        for (int i = end - 1; i > start; i--) {
            if (bytes[i] == '/') {
                return i;
            }
        }
        return -1;
    }

    private int slot(int start, int end) {
        int mask = starts.length - 1;
        int slot = CaseFolding.hash(bytes, start, end) & mask;
        while (starts[slot] != EMPTY && !CaseFolding.same(bytes, start, end, starts[slot], ends[slot] >>> 1)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void insert(int slot, int start, int end, boolean directory) {
        starts[slot] = start;
        ends[slot] = end << 1 | (directory ? 1 : 0);
        used++;
        if (used * 2 > starts.length) {
            grow();
        }
    }

    private void grow() {
        int[] oldStarts = starts;
        int[] oldEnds = ends;
        starts = new int[oldStarts.length * 2];
        ends = new int[oldEnds.length * 2];
        Arrays.fill(starts, EMPTY);
        for (int i = 0; i < oldStarts.length; i++) {
            if (oldStarts[i] != EMPTY) {
                int slot = slot(oldStarts[i], oldEnds[i] >>> 1);
                starts[slot] = oldStarts[i];
                ends[slot] = oldEnds[i];
            }
        }
    }

    private String quoted(int start, int end) {
        return GoText.quote(new String(bytes, start, end - start, StandardCharsets.UTF_8));
    }
}
