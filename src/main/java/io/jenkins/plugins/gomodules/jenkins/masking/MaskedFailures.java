package io.jenkins.plugins.gomodules.jenkins.masking;

import hudson.AbortException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.FailureHandler;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Masks secrets in what the steps of a block fail with: that is saved and shown beside the log. */
public final class MaskedFailures implements FailureHandler {
    private static final long serialVersionUID = 1L;

    private final Mask mask;

    public MaskedFailures(Mask mask) {
        this.mask = mask;
    }

    @Override
    public Throwable handle(StepContext context, Throwable thrown) {
        if (thrown instanceof FlowInterruptedException || !shows(thrown, identitySet())) {
            return thrown;
        }
        return masked(thrown);
    }

    private static Set<Throwable> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Its causes and what was suppressed included; both may go round in circles. */
    private boolean shows(Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return false;
        }
        if (mask.finds(thrown.toString()) || shows(thrown.getCause(), seen)) {
            return true;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (shows(suppressed, seen)) {
                return true;
            }
        }
        return false;
    }

    /** What other exceptions it came with is not taken along: their messages are where the secret is likely to be. */
    private Throwable masked(Throwable thrown) {
        String message = mask.apply(String.valueOf(thrown.getMessage()));
        Exception shown = thrown instanceof AbortException
                ? new AbortException(message)
                : new MaskedException(thrown.getClass().getName() + ": " + message);
        shown.setStackTrace(thrown.getStackTrace());
        return shown;
    }
}
