package io.jenkins.plugins.gomodules.testing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds a server thread until the test opens it, and lets the test wait until somebody has come.
 *
 * <p>Waits end after a generous time, so that a broken test fails instead of hanging.
 */
public final class Gate {

    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch arrival = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    /** Lets everybody pass, now and later. */
    public void open() {
        opened.countDown();
    }

    /** Waits until somebody stands at the gate (or has passed it). */
    public void awaitArrival() throws InterruptedException {
        if (!arrival.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody came to the gate within " + PATIENCE_SECONDS + " s");
        }
    }

    public boolean reached() {
        return arrival.getCount() == 0;
    }

    /** Waits until the gate is open. */
    public void pass() throws InterruptedException {
        arrival.countDown();
        opened.await();
    }
}
