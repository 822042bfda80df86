package io.jenkins.plugins.gomodules.jenkins.failures;

import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Run;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what is done off the build's threads. */
public final class Analyses {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private Analyses() {}

    /** The analysis of a build, when it is over. */
    public static GoFailureAction of(Run<?, ?> build) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        GoFailureAction action = GoFailureAction.of(build);
        while (action == null || action.isPending()) {
            assertTrue(System.nanoTime() < end, () -> "still not analysed: " + build);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            action = GoFailureAction.of(build);
        }
        return action;
    }
}
