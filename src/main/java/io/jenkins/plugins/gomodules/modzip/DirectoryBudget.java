package io.jenkins.plugins.gomodules.modzip;

import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

/**
 * How many bytes of central directories may be in memory at a time, in all threads together. One module in ten thousand
 * makes it matter; without it a proxy that serves zips of nothing but directory could fill the heap.
 */
final class DirectoryBudget {

    /** Longest directory that is read, in bytes: some 200,000 entries with names of usual length. */
    static final int MAX_LENGTH = 24 << 20;

    /** Shorter ones, which nearly all are, are not counted. */
    private static final int SMALL = 64 << 10;

    /** In all, in bytes. What is made of a directory (tables, digests) takes as much again, and half. */
    private static final int BUDGET = 16 << 20;

    private static final Semaphore AVAILABLE = new Semaphore(BUDGET, true);

    private DirectoryBudget() {}

    /**
     * Waits until there is room.
     *
     * @param length of the directory in bytes, at most {@link #MAX_LENGTH}
     * @return what to give back by {@link #release}
     */
    static int acquire(int length) throws InterruptedIOException {
        if (length <= SMALL) {
            return 0;
        }
        // One that is longer than the budget has it for itself.
        int wanted = Math.min(length, BUDGET);
        try {
            AVAILABLE.acquire(wanted);
            return wanted;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for memory to read a zip's directory");
        }
    }

    static void release(int acquired) {
        if (acquired > 0) {
            AVAILABLE.release(acquired);
        }
    }
}
