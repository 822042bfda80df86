package io.jenkins.plugins.gomodules.goproxy;

/**
 * How many requests one proxy may be sent at once. Starts at what was asked for; halves when the proxy says that it is
 * overloaded (429, 503), and grows by one for every full round of successes, as TCP's congestion window does.
 */
final class AdaptiveLimit {
    private static final int LEAST = 4;

    private final int most;
    private int limit;
    private int underWay;
    private int successes;
    private int sinceHalved;

    AdaptiveLimit(int most) {
        this.most = most;
        this.limit = most;
    }

    synchronized void acquire() throws InterruptedException {
        while (underWay >= limit) {
            wait();
        }
        underWay++;
    }

    synchronized void release() {
        underWay--;
        sinceHalved++;
        notify();
    }

    synchronized void succeeded() {
        if (limit < most && ++successes >= limit) {
            successes = 0;
            limit++;
            notify();
        }
    }

    /** The requests that are under way when the first of them is refused will be refused too: they count once. */
    synchronized void overloaded() {
        if (sinceHalved >= underWay || limit == most) {
            limit = Math.max(Math.min(LEAST, most), limit / 2);
            sinceHalved = 0;
            successes = 0;
        }
    }

    synchronized int limit() {
        return limit;
    }
}
