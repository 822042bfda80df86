package io.jenkins.plugins.gomodules.prefetch;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads of one prefetch. Jobs mostly wait for the network, so there are far more threads than processors; which
 * job goes first matters, because the module graph says what else there is to fetch.
 */
final class Workers implements Executor, AutoCloseable {
    /** What goes first when threads are scarce. */
    enum Turn {
        /** A go.mod file: others depend on what it says. */
        GRAPH,
        /** A module zip: the long ones first. */
        ZIP,
        /** A small file that nothing waits for. */
        REST
    }

    private final AtomicLong submitted = new AtomicLong();
    private final ThreadPoolExecutor threads;

    /** @param count how many jobs may run at once, more than 0 */
    Workers(int count) {
        threads = new ThreadPoolExecutor(
                count, count, 5, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), Workers::newThread);
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(null, work, "go-modules prefetch", 256 * 1024);
        thread.setDaemon(true);
        return thread;
    }

    /** Lets more jobs run at once from now on. */
    void growTo(int count) {
        if (count > threads.getCorePoolSize()) {
            threads.setMaximumPoolSize(count);
            threads.setCorePoolSize(count);
        }
    }

    /** How many jobs may run at once. */
    int count() {
        return threads.getCorePoolSize();
    }

    /** Jobs that no thread has taken yet. */
    int waiting() {
        return threads.getQueue().size();
    }

    /** Jobs that are done, one way or the other. */
    long completed() {
        return threads.getCompletedTaskCount();
    }

    /** Runs something that another job waits for, unless everything is being stopped. */
    @Override
    public void execute(Runnable work) {
        submit(Turn.GRAPH, () -> {
            work.run();
            return null;
        });
    }

    <T> CompletableFuture<T> submit(Turn turn, Callable<T> work) {
        Job<T> job = new Job<>(turn, submitted.getAndIncrement(), work, new CompletableFuture<>());
        try {
            threads.execute(job);
        } catch (RejectedExecutionException e) {
            // Everything is being stopped; what was found out last is not followed up.
            job.result.cancel(false);
        }
        return job.result;
    }

    /** Interrupts every job and waits for them for as long as a person waits for an abort. */
    @Override
    public void close() {
        threads.shutdownNow().forEach(job -> ((Job<?>) job).result.cancel(false));
        boolean interrupted = Thread.interrupted();
        try {
            threads.awaitTermination(1500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private record Job<T>(Turn turn, long number, Callable<T> work, CompletableFuture<T> result)
            implements Runnable, Comparable<Job<?>> {
        @Override
        public void run() {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                // Whoever waits for the result gets it, an Error too.
                result.completeExceptionally(e);
            }
        }

        @Override
        public int compareTo(Job<?> other) {
            return turn == other.turn ? Long.compare(number, other.number) : turn.compareTo(other.turn);
        }
    }
}
