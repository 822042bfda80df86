package io.jenkins.plugins.gomodules.prefetch;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/** Turns the failure of a job into what the caller of a prefetch is told. */
final class JobFailure {
    private JobFailure() {}

    /**
     * Returns the job's exception, to be thrown.
     *
     * @throws InterruptedException when the job was stopped rather than failed
     */
    static IOException unwrap(ExecutionException e) throws InterruptedException {
        Throwable cause = e.getCause();
        if (cause instanceof InterruptedException || cause instanceof CancellationException) {
            throw new InterruptedException("the prefetch was stopped");
        }
        if (cause instanceof IOException io) {
            return io;
        }
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IOException(cause);
    }
}
