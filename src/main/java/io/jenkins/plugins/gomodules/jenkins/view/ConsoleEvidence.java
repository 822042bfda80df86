package io.jenkins.plugins.gomodules.jenkins.view;

import hudson.Extension;
import hudson.console.ConsoleAnnotator;
import hudson.console.ConsoleAnnotatorFactory;
import hudson.model.Run;
import io.jenkins.plugins.gomodules.jenkins.failures.GoFailureAction;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Lines that prove a cause stand out in the console of their build. Consoles of other builds cost one look. */
@Extension
public final class ConsoleEvidence extends ConsoleAnnotatorFactory<Object> {
    @Override
    public ConsoleAnnotator<Object> newInstance(Object context) {
        List<CauseCard> causes = causesIn(context);
        return causes.isEmpty() ? null : new EvidenceAnnotator(causes, EvidenceAnnotator.pageOf(buildOf(context)));
    }

    /** Whatever may own a console; those of agents have no build. */
    @Override
    public Class<?> type() {
        return Object.class;
    }

    /** The causes that a console may prove: of a step's own, those that were found in it. */
    static List<CauseCard> causesIn(Object context) {
        Run<?, ?> build = buildOf(context);
        GoFailureAction action = build == null ? null : GoFailureAction.of(build);
        if (action == null || !action.isFound()) {
            return List.of();
        }
        List<CauseCard> all = FailurePage.of(action).cards();
        return context instanceof FlowNode node
                ? all.stream().filter(card -> card.isOf(node.getId())).toList()
                : all;
    }

    /** The build whose console, or whose step's console, it is; null if there is none. */
    static Run<?, ?> buildOf(Object context) {
        Object owner = context;
        if (context instanceof FlowNode node) {
            try {
                owner = node.getExecution().getOwner().getExecutable();
            } catch (IOException e) {
                // a build that cannot be loaded has no analysis either
                return null;
            }
        }
        return owner instanceof Run<?, ?> build ? build : null;
    }
}
