package io.jenkins.plugins.gomodules.jenkins.view;

import hudson.Extension;
import hudson.console.ConsoleAnnotator;
import hudson.console.ConsoleAnnotatorFactory;
import hudson.model.Run;
import io.jenkins.plugins.gomodules.jenkins.failures.GoFailureAction;

/** Lines that prove a cause stand out in the console of their build. Consoles of other builds cost one look. */
@Extension
public final class ConsoleEvidence extends ConsoleAnnotatorFactory<Object> {
    @Override
    public ConsoleAnnotator<Object> newInstance(Object context) {
        Run<?, ?> build = buildOf(context);
        GoFailureAction action = build == null ? null : GoFailureAction.of(build);
        if (action == null || !action.isFound()) {
            return null;
        }
        return new EvidenceAnnotator(FailurePage.of(action), EvidenceAnnotator.pageOf(build));
    }

    /** Whatever may own a console; those of agents have no build. */
    @Override
    public Class<?> type() {
        return Object.class;
    }

    /** The build whose console it is, or null. */
    static Run<?, ?> buildOf(Object context) {
        return context instanceof Run<?, ?> build ? build : null;
    }
}
