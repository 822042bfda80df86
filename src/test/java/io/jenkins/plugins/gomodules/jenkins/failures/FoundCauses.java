package io.jenkins.plugins.gomodules.jenkins.failures;

import io.jenkins.plugins.gomodules.failure.Cause;
import io.jenkins.plugins.gomodules.failure.Evidence;
import io.jenkins.plugins.gomodules.failure.Subject;
import java.util.ArrayList;
import java.util.List;

/** Causes as an analysis finds them, for tests of what shows them. */
public final class FoundCauses {
    private FoundCauses() {}

    /** A root cause in a step. */
    public static FoundCause root(String id, String title, String nodeId, String... lines) {
        return found(id, title, true, 0.9, "https://go.dev/", nodeId, lines);
    }

    /** What follows from the root of the same step. */
    public static FoundCause other(String id, String title, String nodeId, String... lines) {
        return found(id, title, false, 0.9, "https://go.dev/", nodeId, lines);
    }

    /** A root cause that a step saw itself. */
    public static FoundCause firstHand(String id, String title, String nodeId, String message) {
        return found(id, title, true, 1, "https://go.dev/", true, nodeId, message);
    }

    public static FoundCause found(
            String id, String title, boolean root, double confidence, String link, String nodeId, String... lines) {
        return found(id, title, root, confidence, link, false, nodeId, lines);
    }

    private static FoundCause found(
            String id,
            String title,
            boolean root,
            double confidence,
            String link,
            boolean firstHand,
            String nodeId,
            String... lines) {
        List<Evidence> evidence = new ArrayList<>();
        List<EvidenceLine> shown = new ArrayList<>();
        for (String line : lines) {
            Evidence each = new Evidence(firstHand ? 0 : evidence.size() + 1L, line);
            evidence.add(each);
            shown.add(new EvidenceLine(each, 0));
        }
        Subject subject = new Subject("example.com/lib", "v1.2.3", "", "example.com", "", 404, "");
        Cause cause = new Cause(id, "network", root, confidence, title, "", "", link, subject, evidence);
        return new FoundCause(cause, firstHand, new FailingStep(nodeId, "sh", "Build › linux"), shown);
    }

    /** An analysis that is done. */
    public static GoFailureAction analysis(FoundCause... causes) {
        GoFailureAction action = new GoFailureAction();
        action.done(new AnalysisResult(List.of(causes), 1_700_000_000_000L, 12, 3_456, false));
        return action;
    }
}
