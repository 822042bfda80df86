package org.jenkinsci.plugins.workflow.steps;

import java.io.Serializable;

/** Given to a block's body, it may replace what fails in there, secrets in its message for instance. */
@FunctionalInterface
public interface FailureHandler extends Serializable {
    Throwable handle(StepContext ctx, Throwable t);

    static Throwable apply(StepContext ctx, Throwable t) {
        try {
            FailureHandler handler = ctx.get(FailureHandler.class);
            return handler == null ? t : handler.handle(ctx, t);
        } catch (Throwable x) {
            t.addSuppressed(x);
            return t;
        }
    }

    static FailureHandler merge(FailureHandler original, FailureHandler subsequent) {
        return original == null ? subsequent : (ctx, t) -> subsequent.handle(ctx, original.handle(ctx, t));
    }
}
