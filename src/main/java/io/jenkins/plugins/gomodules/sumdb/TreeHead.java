package io.jenkins.plugins.gomodules.sumdb;

/**
 * What the database signs: how many records its log has, and the hash of the tree over them.
 *
 * @param size records, 0 or more
 * @param hash the hash at the root
 */
record TreeHead(long size, Hash hash) {
    /** No log has so many records; twice as many could be counted. */
    private static final long MAX_SIZE = 1L << 50;

    private static final String TITLE = "go.sum database tree";

    /** The head of a log without records, which every log continues. */
    static final TreeHead EMPTY = new TreeHead(0, Hash.OF_EMPTY_TREE);

    /**
     * Reads the text of a note: a title, the size and the hash, each on a line; more lines may follow.
     *
     * @throws SumDbException when it is no such text
     */
    static TreeHead parse(String text) throws SumDbException {
        String[] lines = text.split("\n", 4);
        if (lines.length < 4 || !lines[0].equals(TITLE)) {
            throw malformed();
        }
        long size = size(lines[1]);
        Hash hash = Hash.parse(lines[2]);
        if (size < 0 || hash == null) {
            throw malformed();
        }
        return new TreeHead(size, hash);
    }

    private static long size(String digits) throws SumDbException {
        try {
            long size = Long.parseLong(digits);
            return size <= MAX_SIZE && digits.equals(Long.toString(size)) ? size : -1;
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    private static SumDbException malformed() {
        return new SumDbException("the signed text is not the head of a log");
    }
}
