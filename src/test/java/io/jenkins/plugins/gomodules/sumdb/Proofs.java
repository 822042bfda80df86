package io.jenkins.plugins.gomodules.sumdb;

import io.jenkins.plugins.gomodules.testing.TestLog;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks what a {@link ForkException} says, with nothing but its text and RFC 6962, section 2.1.2. */
final class Proofs {
    private static final Pattern CLAIM =
            Pattern.compile("over its first (\\d+) records the hash (\\S+) \\(proof: ([^)]+)\\)");

    private Proofs() {}

    /** Whether the text proves that the newer log does not begin with the older. */
    static boolean hold(String text, TestLog older, TestLog newer) {
        Matcher claim = CLAIM.matcher(text);
        if (!claim.find() || Integer.parseInt(claim.group(1)) != older.size()) {
            return false;
        }
        List<Hash> proof = new ArrayList<>();
        for (String step : claim.group(3).split(" ")) {
            proof.add(Hash.parse(step));
        }
        Hash begin = Hash.parse(claim.group(2));
        Hash[] roots = roots(proof, 0, newer.size(), older.size(), begin);
        return roots[0].equals(begin)
                && roots[1].toString().equals(newer.head().split("\n")[2])
                && !begin.toString().equals(older.head().split("\n")[2]);
    }

    /** The hashes of the smaller and of the larger tree that the proof leads to. */
    private static Hash[] roots(List<Hash> proof, int from, int to, int begin, Hash known) {
        if (begin == to) {
            Hash hash = from == 0 ? known : proof.get(0);
            return new Hash[] {hash, hash};
        }
        int middle = from + Integer.highestOneBit(to - from - 1);
        Hash last = proof.get(proof.size() - 1);
        List<Hash> rest = proof.subList(0, proof.size() - 1);
        if (begin <= middle) {
            Hash[] roots = roots(rest, from, middle, begin, known);
            return new Hash[] {roots[0], Hash.ofNode(roots[1], last)};
        }
        Hash[] roots = roots(rest, middle, to, begin, known);
        return new Hash[] {Hash.ofNode(last, roots[0]), Hash.ofNode(last, roots[1])};
    }
}
