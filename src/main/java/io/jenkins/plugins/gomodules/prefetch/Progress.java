package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goproxy.FetchStatistics;

/** The line that says how far a prefetch is: one every few seconds, none for what is over before. */
final class Progress {
    /** Milliseconds between two lines. */
    static final long INTERVAL_MILLIS = 3_000;

    private final FetchStatistics statistics;
    private final Outcome outcome;
    private final long startNanos;
    private long lastBytes;
    private long lastNanos;

    Progress(FetchStatistics statistics, Outcome outcome, long startNanos) {
        this.statistics = statistics;
        this.outcome = outcome;
        this.startNanos = startNanos;
        this.lastNanos = startNanos;
    }

    String line(long nowNanos) {
        long bytes = statistics.bytes();
        double seconds = Math.max(1, nowNanos - lastNanos) / 1e9;
        String rate = Amounts.bytes((long) ((bytes - lastBytes) / seconds)) + "/s";
        lastBytes = bytes;
        lastNanos = nowNanos;
        int planned = outcome.planned();
        int done = outcome.done();
        StringBuilder line = new StringBuilder("  ").append(Amounts.duration((nowNanos - startNanos) / 1_000_000));
        line.append("  ");
        if (planned == 0) {
            line.append("reading the module graph, ").append(Amounts.count(outcome.goMods(), "go.mod file"));
        } else {
            line.append(done).append(" of ").append(Amounts.count(planned, "module"));
        }
        line.append(", ").append(Amounts.bytes(bytes)).append(" at ").append(rate);
        long left = done == 0 ? 0 : (nowNanos - startNanos) / done * (planned - done) / 1_000_000;
        if (left >= 1000) {
            line.append(", about ").append(Amounts.duration(left)).append(" left");
        }
        if (statistics.retries() > 0) {
            line.append(", ").append(Amounts.count(statistics.retries(), "retry"));
        }
        return line.toString();
    }
}
