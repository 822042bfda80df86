package io.jenkins.plugins.gomodules.gocommand;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process and everything that it started: the go command does not take its Git processes with it. */
final class ProcessTree {
    /** How long processes may take to end by themselves. */
    private static final long POLITE_MILLIS = 700;

    /** How long the operating system may take to end those that did not. */
    private static final long FORCED_MILLIS = 700;

    private ProcessTree() {}

    /** Returns when the processes have ended, after at most one and a half seconds. An interrupt is kept for later. */
    static void end(ProcessHandle root) {
        Set<ProcessHandle> tree = new LinkedHashSet<>();
        tree.add(root);
        addDescendants(tree);
        // From the top down: a parent that is gone starts nothing more, and its children are known already.
        tree.forEach(ProcessHandle::destroy);
        boolean interrupted = await(tree, POLITE_MILLIS);
        addDescendants(tree);
        tree.forEach(ProcessHandle::destroyForcibly);
        interrupted |= await(tree, FORCED_MILLIS);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void addDescendants(Set<ProcessHandle> tree) {
        for (ProcessHandle process : List.copyOf(tree)) {
            process.descendants().forEach(tree::add);
        }
    }

    /** Waits until all have ended or the time is over; returns whether the thread was interrupted in between. */
    private static boolean await(Collection<ProcessHandle> processes, long millis) {
        List<CompletableFuture<ProcessHandle>> exits = new ArrayList<>();
        for (ProcessHandle process : processes) {
            exits.add(process.onExit());
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(exits.toArray(new CompletableFuture<?>[0]));
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        boolean interrupted = false;
        while (true) {
            try {
                all.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (TimeoutException | ExecutionException e) {
                return interrupted;
            }
        }
    }
}
