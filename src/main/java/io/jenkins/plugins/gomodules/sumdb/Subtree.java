package io.jenkins.plugins.gomodules.sumdb;

import java.util.ArrayList;
import java.util.List;

/**
 * A complete subtree of the log: 2<sup>level</sup> records, the first of which has a number that is a multiple of that.
 *
 * @param level its height; 0 for a single record
 * @param number how many of its size come before it
 */
record Subtree(int level, long number) {

    /** The subtree that a record is. */
    static Subtree ofRecord(long id) {
        return new Subtree(0, id);
    }

    /**
     * The fewest subtrees that hold the records from {@code from} (inclusive) to {@code to} (exclusive), in their order.
     * Reaching from 0, or from the middle of a tree to its end, each is smaller than the one before.
     */
    static List<Subtree> cover(long from, long to) {
        List<Subtree> cover = new ArrayList<>();
        for (long at = from; at < to; ) {
            int level = 63 - Long.numberOfLeadingZeros(to - at);
            if (at != 0) {
                level = Math.min(level, Long.numberOfTrailingZeros(at));
            }
            cover.add(new Subtree(level, at >> level));
            at += 1L << level;
        }
        return cover;
    }

    /** The hash of the tree whose cover has these hashes: the node above the last two, then above that and the one before. */
    static Hash join(List<Hash> hashesOfCover) {
        int last = hashesOfCover.size() - 1;
        Hash hash = last < 0 ? Hash.OF_EMPTY_TREE : hashesOfCover.get(last);
        for (int i = last - 1; i >= 0; i--) {
            hash = Hash.ofNode(hashesOfCover.get(i), hash);
        }
        return hash;
    }

    /** Whether a tree of so many records has all of it. */
    boolean isWithin(long treeSize) {
        return number >= 0 && number < treeSize >> level;
    }
}
