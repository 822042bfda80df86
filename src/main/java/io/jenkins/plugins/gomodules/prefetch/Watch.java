package io.jenkins.plugins.gomodules.prefetch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for jobs on behalf of the caller: tells how far they are, and ends the wait when the time is up. */
final class Watch {
    /** If nothing came back by then, in milliseconds, the network is slow and more requests must be under way. */
    private static final long PATIENCE_MILLIS = 15;

    private final Session session;
    private final Console console;
    private final Progress progress;
    private final int mostJobs;
    private final long startNanos;
    private final long limitNanos;
    private long nextLineNanos;
    private boolean grown;

    /** @param mostJobs how many jobs may run at once when the network turns out to be slow */
    Watch(Session session, Console console, int mostJobs, long startNanos) {
        this.session = session;
        this.console = console;
        this.mostJobs = mostJobs;
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
        if (!grown) {
            return TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        }
        return Math.max(1, Math.min(nextLineNanos, limitNanos) - elapsed);
    }

    private void tick(long now) {
        if (!grown && session.statistics().requests() > 0) {
            grown = true;
            if (session.statistics().bytes() == 0) {
                session.workers().growTo(mostJobs);
            }
        }
        if (now - startNanos >= nextLineNanos) {
            console.line(progress.line(now));
            nextLineNanos = now - startNanos + TimeUnit.MILLISECONDS.toNanos(Progress.INTERVAL_MILLIS);
        }
    }
}
