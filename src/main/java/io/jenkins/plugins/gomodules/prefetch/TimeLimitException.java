package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.util.List;

/** The prefetch took longer than it may. */
final class TimeLimitException extends IOException {
    private static final long serialVersionUID = 1L;

    TimeLimitException(int seconds, Outcome outcome) {
        super("it did not finish within " + seconds + " s: " + outcome.done() + " of "
                + Amounts.count(outcome.planned(), "module")
                + " were there" + missing(outcome) + ". What arrived is kept, so the next run goes on"
                + " from there; give it more time with the timeout parameter.");
    }

    private static String missing(Outcome outcome) {
        List<ModuleVersion> modules = outcome.missing();
        if (modules.isEmpty()) {
            return "";
        }
        return ", without " + Narrator.names(modules);
    }
}
