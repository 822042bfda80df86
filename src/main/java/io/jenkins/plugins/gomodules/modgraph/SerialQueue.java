package io.jenkins.plugins.gomodules.modgraph;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs tasks one after another on whichever thread brings the first of them, so that the state they share needs no lock
 * and no thread ever waits. A task that submits another one returns before that one runs: chains of any length need no
 * stack.
 */
final class SerialQueue implements Executor {
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final CompletableFuture<?> result;

    /**
     * Makes an empty queue.
     *
     * @param result what the tasks work for; fails if one of them throws, the tasks after it still run
     */
    SerialQueue(CompletableFuture<?> result) {
        this.result = result;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (waiting.getAndIncrement() != 0) {
            return; // The thread that is at work takes it over.
        }
        do {
            try {
                tasks.remove().run();
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        } while (waiting.decrementAndGet() != 0);
    }
}
