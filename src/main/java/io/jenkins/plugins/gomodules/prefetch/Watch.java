package io.jenkins.plugins.gomodules.prefetch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for jobs on behalf of the caller: tells how far they are, and ends the wait when the time is up. */
final class Watch {
    private final Session session;
    private final Console console;
    private final Progress progress;
    private final Ramp ramp;
    private final long startNanos;
    private final long limitNanos;
    private long nextLineNanos;

    Watch(Session session, Console console, Ramp ramp, long startNanos) {
        this.session = session;
        this.console = console;
        this.ramp = ramp;
        this.startNanos = startNanos;
        this.progress = new Progress(session.statistics(), session.outcome(), startNanos);
        int timeout = session.options().timeoutSeconds();
        this.limitNanos = timeout == 0 ? Long.MAX_VALUE : TimeUnit.SECONDS.toNanos(timeout);
        this.nextLineNanos = TimeUnit.MILLISECONDS.toNanos(Progress.INTERVAL_MILLIS);
    }

    /**
     * Waits for a result.
     *
     * @throws ExecutionException when the job failed
     * @throws TimeLimitException when all that this prefetch may take is used up
     */
    <T> T await(CompletableFuture<T> result) throws InterruptedException, ExecutionException, TimeLimitException {
        while (true) {
            long elapsed = System.nanoTime() - startNanos;
            if (elapsed >= limitNanos && !result.isDone()) {
                throw new TimeLimitException(session.options().timeoutSeconds(), session.outcome());
            }
            try {
                return result.get(pauseNanos(elapsed), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                tick(System.nanoTime());
            }
        }
    }

    private long pauseNanos(long elapsed) {
        long pause = Math.max(1, Math.min(nextLineNanos, limitNanos) - elapsed);
        return ramp.isComplete() ? pause : Math.min(pause, TimeUnit.MILLISECONDS.toNanos(Ramp.INTERVAL_MILLIS));
    }

    private void tick(long now) {
        if (!ramp.isComplete()) {
            ramp.look();
        }
        if (now - startNanos >= nextLineNanos) {
            console.line(progress.line(now));
            nextLineNanos = now - startNanos + TimeUnit.MILLISECONDS.toNanos(Progress.INTERVAL_MILLIS);
        }
    }
}
