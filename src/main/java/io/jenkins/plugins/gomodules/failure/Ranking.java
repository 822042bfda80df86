package io.jenkins.plugins.gomodules.failure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts what a log says in order: the root cause, what else happened, what followed. */
final class Ranking {
    /** Lines that are further apart than this have nothing to do with each other. */
    private static final long NEAR = 400;

    private final List<Finding> candidates = new ArrayList<>();
    private final List<Finding> roots = new ArrayList<>();
    private boolean failed;
    private long succeededAt;

    private Ranking() {}

    /** The causes, the root first; empty if the log says that all is well, or nothing that is known. */
    static List<Finding> rank(List<Finding> findings) {
        Ranking ranking = new Ranking();
        ranking.readMarks(findings);
        ranking.choose(findings);
        return ranking.inOrder();
    }

    private void readMarks(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.kind().isMark()) {
                failed |= finding.kind().id().equals("failed");
                if (finding.kind().id().equals("succeeded")) {
                    succeededAt = finding.lastLine();
                }
            }
        }
    }

    private void choose(List<Finding> findings) {
        boolean anySure = false;
        for (Finding finding : findings) {
            anySure |= !finding.kind().isMark() && !finding.isWeak();
        }
        for (Finding finding : findings) {
            boolean counts = !finding.kind().isMark() && finding.isWeak() != anySure && (anySure || failed);
            if (counts && finding.lastLine() > succeededAt) {
                candidates.add(finding);
            }
        }
    }

    private List<Finding> inOrder() {
        long end = 0;
        for (Finding each : candidates) {
            if (!isConsequence(each)) {
                roots.add(each);
                end = Math.max(end, each.lastLine());
            }
        }
        long last = end;
        List<Finding> ordered = new ArrayList<>(candidates);
        ordered.sort(Comparator.comparing((Finding each) -> !roots.contains(each))
                .thenComparing(each -> last - each.lastLine() > NEAR)
                .thenComparing(each -> -Math.round(each.confidence() * 10))
                .thenComparing(Finding::firstLine));
        return ordered;
    }

    private boolean isConsequence(Finding finding) {
        for (Finding other : candidates) {
            boolean mutual = finding.kind().outranks(other.kind());
            if (other.kind().outranks(finding.kind()) && !mutual && areNear(other, finding)) {
                return true;
            }
        }
        return false;
    }

    private static boolean areNear(Finding cause, Finding consequence) {
        return consequence.firstLine() - cause.lastLine() <= NEAR && cause.firstLine() - consequence.lastLine() <= NEAR;
    }
}
