package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goproxy.FetchStatistics;

/**
 * Finds out how many jobs should run at once. While the processors are busy a few suffice, and more would only get in each
 * other's way; while the network keeps jobs waiting there cannot be too many.
 */
final class Ramp {
    /** Milliseconds between two looks. */
    static final long INTERVAL_MILLIS = 15;

    private final Workers workers;
    private final FetchStatistics statistics;
    private final int most;
    private long completed;

    Ramp(Workers workers, FetchStatistics statistics, int most) {
        this.workers = workers;
        this.statistics = statistics;
        this.most = most;
    }

    /** Whether no more jobs will be allowed, whatever happens. */
    boolean isComplete() {
        return workers.count() >= most;
    }

    /** To be called once in an interval. */
    void look() {
        if (statistics.requests() == 0) {
            return;
        }
        long before = completed;
        completed = workers.completed();
        if (statistics.bytes() == 0) {
            workers.growTo(most);
        } else if (workers.waiting() > 0 && completed - before < workers.count()) {
            // Not even one job for each thread was done in a whole interval: they wait for the network.
            workers.growTo(Math.min(most, 2 * workers.count()));
        }
    }
}
