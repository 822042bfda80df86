package org.jenkinsci.plugins.workflow.steps;

import java.io.IOException;

/** What becomes of a step that was at work when Jenkins went down. */
public class SynchronousResumeNotSupportedException extends Exception {
    private static final long serialVersionUID = 1L;

    public SynchronousResumeNotSupportedException(StepContext context) {
        super("The Pipeline step `" + name(context) + "` cannot be resumed after a controller restart. In Scripted"
                + " syntax, you may wrap its containing `node` block within `retry(conditions: [nonresumable()], count: 2)"
                + " {...}`, or, in Declarative syntax, use the `retries` option to an `agent` directive to allow the"
                + " stage to be retried.");
    }

    private static String name(StepContext context) {
        try {
            return context.get(StepDescriptor.class).getFunctionName();
        } catch (IOException | InterruptedException x) {
            return "?";
        }
    }
}
