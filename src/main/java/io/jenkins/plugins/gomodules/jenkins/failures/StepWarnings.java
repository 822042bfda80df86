package io.jenkins.plugins.gomodules.jenkins.failures;

import hudson.model.Result;
import io.jenkins.plugins.gomodules.failure.Cause;
import io.jenkins.plugins.gomodules.failure.Classifier;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/**
 * Puts what a step knows first-hand on its node, where views of a Pipeline find it. That has to be done while the Pipeline
 * runs: Jenkins changes no node of one that is over, so what is read from logs cannot be put there.
 */
final class StepWarnings {
    private StepWarnings() {}

    /** What others have put there stays. */
    static void attach(FlowNode node, StepRecord step) {
        if (node.getPersistentAction(WarningAction.class) != null) {
            return;
        }
        for (Cause cause : FirstHand.causes(step, Classifier.standard())) {
            if (cause.root()) {
                node.addAction(new WarningAction(Result.FAILURE).withMessage(cause.title()));
            }
        }
    }
}
