package io.jenkins.plugins.gomodules.goproxy;

import java.util.concurrent.atomic.LongAdder;

/** What went over the network so far. Safe for any number of threads. */
public final class FetchStatistics {
    private final LongAdder requests = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    void requested() {
        requests.increment();
    }

    void retried() {
        retries.increment();
    }

    void received(int count) {
        bytes.add(count);
    }

    /** Requests sent, redirects and retries included. */
    public long requests() {
        return requests.sum();
    }

    /** Transfers that had to be tried again. */
    public long retries() {
        return retries.sum();
    }

    /** Bytes of bodies received. */
    public long bytes() {
        return bytes.sum();
    }
}
