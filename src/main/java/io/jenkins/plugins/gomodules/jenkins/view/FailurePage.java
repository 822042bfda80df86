package io.jenkins.plugins.gomodules.jenkins.view;

import hudson.Util;
import io.jenkins.plugins.gomodules.jenkins.failures.FoundCause;
import io.jenkins.plugins.gomodules.jenkins.failures.GoFailureAction;
import java.util.ArrayList;
import java.util.List;

/** The analysis of a build as pages show it. */
public final class FailurePage {
    /** Lines that the summary of a build shows. */
    private static final int SUMMARY_LINES = 3;

    private final List<StepCauses> steps = new ArrayList<>();

    private FailurePage(List<FoundCause> causes) {
        String node = null;
        for (int i = 0; i < causes.size(); i++) {
            FoundCause cause = causes.get(i);
            CauseCard card = new CauseCard(cause, i + 1);
            if (cause.isRoot() || !cause.getNodeId().equals(node)) {
                steps.add(new StepCauses(card));
                node = cause.getNodeId();
            } else {
                steps.get(steps.size() - 1).add(card);
            }
        }
    }

    /** For pages; never null, and as the analysis is now. */
    public static FailurePage of(GoFailureAction action) {
        return of(action.getCauses());
    }

    static FailurePage of(List<FoundCause> causes) {
        return new FailurePage(causes);
    }

    /** The causes by step, the step that stopped the build first. */
    public List<StepCauses> getSteps() {
        return List.copyOf(steps);
    }

    /** The cause of the failure; null if none was found. */
    public CauseCard getRoot() {
        return steps.isEmpty() ? null : steps.get(0).getRoot();
    }

    /** The roots in other steps, such as other branches that failed. */
    public List<CauseCard> getOtherRoots() {
        return steps.stream().skip(1).map(StepCauses::getRoot).toList();
    }

    /** A few lines that prove the root. */
    public List<EvidenceCard> getSummaryEvidence() {
        CauseCard root = getRoot();
        return root == null
                ? List.of()
                : root.getEvidence().stream().limit(SUMMARY_LINES).toList();
    }

    /** A time in words, such as {@code 2.5 sec}. */
    public String timeOf(long millis) {
        return Util.getTimeSpanString(millis);
    }

    /** All cards, in the order of the causes. */
    List<CauseCard> cards() {
        List<CauseCard> all = new ArrayList<>();
        for (StepCauses step : steps) {
            all.add(step.getRoot());
            all.addAll(step.getOthers());
        }
        return all;
    }
}
