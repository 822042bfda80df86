package io.jenkins.plugins.gomodules.jenkins.failures;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;

/** Interrupts the thread that made it when a time is over, and never once it is closed. */
final class TimeLimit implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private final ScheduledFuture<?> alarm;
    private boolean over;
    private boolean closed;

    TimeLimit(long millis) {
        alarm = Timer.get().schedule(this::end, millis, TimeUnit.MILLISECONDS);
    }

    private synchronized void end() {
        if (!closed) {
            over = true;
            thread.interrupt();
        }
    }

    /** Whether it was this that interrupted the thread. */
    synchronized boolean isOver() {
        return over;
    }

    /** The thread is as it was: it goes on with something else. */
    @Override
    public synchronized void close() {
        closed = true;
        alarm.cancel(false);
        if (over) {
            Thread.interrupted();
        }
    }
}
