package io.jenkins.plugins.gomodules.sumdb;

/**
 * A piece of the tree as it is published and cached: up to 256 hashes of one level, side by side. The eight levels above
 * them can be computed, so tiles are needed of every eighth level only.
 *
 * @param level level of the tile: its hashes are of subtrees of height 8 × level
 * @param number how many full tiles of that level come before it
 * @param width how many hashes it has, 1 to 256; a tile of fewer is at the right edge of a tree, and grows with it
 * @see <a href="https://go.dev/design/25530-sumdb#checksum-database">Proposal: checksum database, tiles</a>
 */
record Tile(int level, long number, int width) {
    /** Levels of the tree in one tile. */
    static final int HEIGHT = 8;

    /** Hashes in a full tile. */
    static final int FULL = 1 << HEIGHT;

    /** The tile of a tree of so many records that has, or from which can be computed, the hash of a subtree. */
    static Tile of(Subtree subtree, long treeSize) {
        int level = subtree.level() / HEIGHT;
        return new Tile(level, subtree.number() << subtree.level() % HEIGHT >> HEIGHT, FULL).in(treeSize);
    }

    /** As much of the tile as a tree of so many records has. */
    private Tile in(long treeSize) {
        long rest = (treeSize >> HEIGHT * level) - (number << HEIGHT);
        if (rest <= 0) {
            throw new IllegalStateException("a tree of " + treeSize + " records has nothing of " + path());
        }
        return new Tile(level, number, (int) Math.min(FULL, rest));
    }

    /** The tile that has the hash above this one, which must be full. */
    Tile parent(long treeSize) {
        if (!isFull()) {
            throw new IllegalStateException(path() + " has no parent in a tree of " + treeSize + " records");
        }
        return new Tile(level + 1, number >> HEIGHT, FULL).in(treeSize);
    }

    /** The subtree of which this tile, when full, has all leaves. */
    Subtree subtree() {
        return new Subtree(HEIGHT * (level + 1), number);
    }

    boolean isFull() {
        return width == FULL;
    }

    /** The same with 256 hashes. */
    Tile full() {
        return new Tile(level, number, FULL);
    }

    /** Its length in bytes. */
    int length() {
        return width * Hash.SIZE;
    }

    /**
     * The hash of a subtree.
     *
     * @param data the hashes of this tile
     * @param subtree one that this tile covers
     */
    Hash hash(byte[] data, Subtree subtree) {
        int within = subtree.level() - HEIGHT * level;
        int first = (int) ((subtree.number() << within) - (number << HEIGHT));
        return Hash.above(data, first, 1 << within);
    }

    /**
     * Where it is on a server, and in a cache: {@code tile/8/0/x001/x234/067.p/5}. Three digits of the number a step keep
     * directories small.
     */
    String path() {
        StringBuilder path = new StringBuilder(digits(number % 1000));
        for (long n = number / 1000; n > 0; n /= 1000) {
            path.insert(0, "x" + digits(n % 1000) + "/");
        }
        path.insert(0, "tile/" + HEIGHT + "/" + level + "/");
        return isFull() ? path.toString() : path.append(".p/").append(width).toString();
    }

    private static String digits(long n) {
        return Long.toString(1000 + n).substring(1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tile
                && level == ((Tile) other).level
                && number == ((Tile) other).number
                && width == ((Tile) other).width;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Long.hashCode(number) + level) + width;
    }
}
