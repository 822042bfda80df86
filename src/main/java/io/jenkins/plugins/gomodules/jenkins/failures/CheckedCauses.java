package io.jenkins.plugins.gomodules.jenkins.failures;

import hudson.AbortException;
import io.jenkins.plugins.gomodules.failure.Cause;
import io.jenkins.plugins.gomodules.failure.Diagnosis;
import io.jenkins.plugins.gomodules.failure.Evidence;
import io.jenkins.plugins.gomodules.failure.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Causes that an agent found: of those ids that there are, with as many lines as there can be. */
public final class CheckedCauses {
    private static final int MAX_CAUSES = 200;
    private static final int MAX_LINES = 10;

    private CheckedCauses() {}

    /**
     * The causes of a diagnosis, if an honest agent can have sent it.
     *
     * @param ids of the classifier that was sent there
     * @throws AbortException if none can
     */
    public static List<Cause> of(Diagnosis diagnosis, Set<String> ids) throws AbortException {
        try {
            List<Cause> causes = new ArrayList<>();
            for (Cause cause : diagnosis.causes()) {
                if (causes.size() == MAX_CAUSES || !ids.contains(cause.id()) || !isPossible(cause)) {
                    throw impossible();
                }
                causes.add(cause.asRoot(causes.isEmpty()));
            }
            return causes;
        } catch (RuntimeException e) {
            // What was deserialized may be anything.
            throw impossible();
        }
    }

    private static AbortException impossible() {
        return new AbortException(Messages.CheckedCauses_impossible());
    }

    private static boolean isPossible(Cause cause) {
        Subject subject = cause.subject();
        boolean complete = cause.category() != null
                && cause.title() != null
                && cause.explanation() != null
                && cause.remedy() != null
                && cause.link() != null
                && subject.module() != null
                && subject.file() != null
                && cause.confidence() >= 0
                && cause.confidence() <= 1
                && cause.evidence().size() <= MAX_LINES;
        for (Evidence line : cause.evidence()) {
            complete &= line.line() >= 0 && line.text() != null;
        }
        return complete;
    }

    /** The same as sure as it is trusted, and without the numbers of lines behind one. */
    static Cause numbered(Cause cause, double trust, long lastNumbered) {
        List<Evidence> lines = cause.evidence().stream()
                .map(each -> new Evidence(each.line() > lastNumbered ? 0 : each.line(), each.text()))
                .toList();
        return new Cause(
                cause.id(),
                cause.category(),
                cause.root(),
                trust * cause.confidence(),
                cause.title(),
                cause.explanation(),
                cause.remedy(),
                cause.link(),
                cause.subject(),
                lines);
    }
}
