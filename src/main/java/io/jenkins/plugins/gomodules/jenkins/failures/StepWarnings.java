package io.jenkins.plugins.gomodules.jenkins.failures;

import hudson.model.Result;
import hudson.model.Run;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Puts the root cause of a step on its node, where views of a Pipeline show it. What others have put there stays. */
final class StepWarnings {
    private static final Logger LOGGER = Logger.getLogger(StepWarnings.class.getName());

    private StepWarnings() {}

    /** @param before what was found when the build was analysed last: those are replaced */
    static void attach(Run<?, ?> build, List<FoundCause> before, List<FoundCause> found) {
        if (!(build instanceof FlowExecutionOwner.Executable pipeline)) {
            return;
        }
        Set<String> own = new HashSet<>();
        before.forEach(cause -> own.add(cause.getTitle()));
        try {
            FlowExecutionOwner owner = pipeline.asFlowExecutionOwner();
            FlowExecution execution = owner == null ? null : owner.get();
            for (FoundCause cause : found) {
                if (execution != null && cause.isRoot() && !cause.getNodeId().isEmpty()) {
                    attach(execution.getNode(cause.getNodeId()), cause.getTitle(), own);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "cannot mark the steps of " + build + " that failed", e);
        }
    }

    private static void attach(FlowNode node, String title, Set<String> own) {
        if (node == null) {
            return;
        }
        WarningAction known = node.getPersistentAction(WarningAction.class);
        if (known != null && !own.contains(String.valueOf(known.getMessage()))) {
            return;
        }
        if (known != null) {
            node.removeAction(known);
        }
        node.addAction(new WarningAction(Result.FAILURE).withMessage(title));
    }
}
