package io.jenkins.plugins.gomodules.prefetch;

import java.io.IOException;

/** The prefetch took longer than it may. */
final class TimeLimitException extends IOException {
    private static final long serialVersionUID = 1L;

    TimeLimitException(int seconds, Outcome outcome) {
        super("it did not finish within " + seconds + " s: " + outcome.done() + " of "
                + Amounts.count(outcome.planned(), "module")
                + " were there. What arrived is kept, so the next run goes on"
                + " from there; give it more time with the timeout parameter.");
    }
}
