package io.jenkins.standin;

/** Lets a program's threads run, or keeps them from running while Jenkins is down. */
final class Gate {
    private boolean closed;
    private int inside;

    synchronized void enter() {
        boolean interrupted = false;
        while (closed) {
            try {
                wait();
            } catch (InterruptedException x) {
                interrupted = true;
            }
        }
        inside++;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void leave() {
        inside--;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        long end = System.nanoTime() + 10_000_000_000L;
        try {
            while (inside > 0) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new UnsupportedOperationException(
                            "the stand-in can restart only while every branch waits for a step of the plugin");
                }
                wait(left);
            }
        } catch (InterruptedException x) {
            throw new IllegalStateException(x);
        }
    }

    synchronized void open() {
        closed = false;
        notifyAll();
    }
}
