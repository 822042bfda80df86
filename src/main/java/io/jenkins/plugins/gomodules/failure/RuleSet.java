package io.jenkins.plugins.gomodules.failure;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A catalog made ready for use: its texts in one search, and which wordings each of them calls for. Immutable. */
final class RuleSet {
    /** The mark whose lines name a cause by its id: those of {@code gomod prefetch} and of the step. */
    private static final String STATED = "stated";

    private final Catalog catalog;
    private final LiteralSearch search;
    private final int[][] byLiteral;

    RuleSet(Catalog catalog) {
        this.catalog = catalog;
        Map<String, List<Integer>> users = new HashMap<>();
        List<String> literals = new ArrayList<>();
        for (int i = 0; i < catalog.wordings().size(); i++) {
            for (String literal : catalog.wordings().get(i).literals()) {
                users.computeIfAbsent(literal, text -> {
                            literals.add(text);
                            return new ArrayList<>();
                        })
                        .add(i);
            }
        }
        search = new LiteralSearch(literals);
        byLiteral = new int[literals.size()][];
        for (int i = 0; i < byLiteral.length; i++) {
            byLiteral[i] = users.get(literals.get(i)).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    Catalog catalog() {
        return catalog;
    }

    LiteralSearch search() {
        return search;
    }

    List<Wording> wordings() {
        return catalog.wordings();
    }

    /** The wordings that texts call for. */
    BitSet candidates(BitSet literals) {
        BitSet candidates = new BitSet();
        for (int i = literals.nextSetBit(0); i >= 0; i = literals.nextSetBit(i + 1)) {
            for (int wording : byLiteral[i]) {
                candidates.set(wording);
            }
        }
        return candidates;
    }

    /** What a match means; null if it names a cause that is not known. */
    CauseKind kindOf(Wording wording, Matcher match) {
        return wording.kind().id().equals(STATED) ? catalog.kind(match.group("cause")) : wording.kind();
    }
}
