package io.jenkins.plugins.gomodules.jenkins.failures;

import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Run;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what is done off the build's threads. */
public final class Analyses {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private Analyses() {}

    /** The analysis of a build, when it is over. */
    public static GoFailureAction of(Run<?, ?> build) throws Exception {
        until(
                build + " is analysed",
                () -> GoFailureAction.of(build) != null
                        && !GoFailureAction.of(build).isPending());
        return GoFailureAction.of(build);
    }

    static void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.call()) {
            assertTrue(System.nanoTime() < end, () -> "still not so: " + what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
