package io.jenkins.plugins.gomodules.sumdb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The hashes with which anybody can compute from the hash of a smaller tree that of a larger one, and so see that the larger
 * begins with the smaller.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1.2">RFC 6962, Merkle consistency proofs</a>
 */
final class ConsistencyProof {
    private final TreeHashes hashes;
    private final List<Hash> proof = new ArrayList<>();

    private ConsistencyProof(TreeHashes hashes) {
        this.hashes = hashes;
    }

    /**
     * Proves that a tree has another at its beginning.
     *
     * @param size records of the whole tree
     * @param begin records of the other, from 1 to {@code size}
     */
    static List<Hash> of(TreeHashes hashes, long size, long begin) throws IOException, InterruptedException {
        ConsistencyProof proof = new ConsistencyProof(hashes);
        proof.descend(0, size, begin);
        return proof.proof;
    }

    private void descend(long from, long to, long begin) throws IOException, InterruptedException {
        if (begin == to) {
            if (from != 0) {
                proof.add(hashes.ofRange(from, to));
            }
            return;
        }
        long middle = from + Long.highestOneBit(to - from - 1);
        if (begin <= middle) {
            descend(from, middle, begin);
            proof.add(hashes.ofRange(middle, to));
        } else {
            descend(middle, to, begin);
            proof.add(hashes.ofRange(from, middle));
        }
    }
}
