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
    private final boolean leaps;
    private long completed;

    /**
     * @param leaps whether {@code most} jobs are allowed at once when nothing has come back by the first look: not over TLS,
     *     where the first answers take their time on any network, and each connection costs processor time
     */
    Ramp(Workers workers, FetchStatistics statistics, int most, boolean leaps) {
        this.workers = workers;
        this.statistics = statistics;
        this.most = most;
        this.leaps = leaps;
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
            if (leaps) {
                workers.growTo(most);
            }
        } else if (workers.waiting() > 0 && completed - before < workers.count()) {
            // Not even one job for each thread was done in a whole interval: they wait for the network.
            workers.growTo(Math.min(most, 2 * workers.count()));
        }
    }
}
