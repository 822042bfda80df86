package io.jenkins.plugins.gomodules.jenkins.connections;

import io.jenkins.plugins.gomodules.probe.ComparisonReport;
import io.jenkins.plugins.gomodules.probe.MirrorComparison;
import io.jenkins.plugins.gomodules.probe.MirrorMeasure;
import io.jenkins.plugins.gomodules.probe.Quantities;
import java.util.List;

/** Proxies side by side, as the page shows them. */
public final class ComparisonResult {
    private final ComparisonReport report;
    private final List<String> problems;
    private final long slowest;

    ComparisonResult(ComparisonReport report, List<String> problems) {
        this.report = report;
        this.problems = List.copyOf(problems);
        this.slowest = report.mirrors().stream()
                .filter(MirrorMeasure::measured)
                .mapToLong(MirrorMeasure::estimateMillis)
                .max()
                .orElse(1);
    }

    public String getModule() {
        return report.module();
    }

    /** The value of GOPROXY with the fastest first; empty if none was measured. */
    public String getGoproxy() {
        return report.goproxy();
    }

    /** Which is the fastest, and why. */
    public String getReason() {
        if (report.goproxy().isEmpty()) {
            return Messages.ComparisonResult_none();
        }
        MirrorMeasure best = report.mirrors().get(0);
        return Messages.ComparisonResult_best(
                best.name(),
                Quantities.time(best.roundTripMicros()),
                Quantities.bytes(best.bytesPerSecond()) + "/s",
                estimate(best),
                MirrorComparison.TYPICAL_MODULES);
    }

    public List<String> getProblems() {
        return problems;
    }

    public int getModules() {
        return MirrorComparison.TYPICAL_MODULES;
    }

    public List<Row> getRows() {
        return report.mirrors().stream().map(Row::new).toList();
    }

    private static String estimate(MirrorMeasure mirror) {
        return Quantities.time(mirror.estimateMillis() * 1000);
    }

    /** A proxy. */
    public final class Row {
        private final MirrorMeasure mirror;

        Row(MirrorMeasure mirror) {
            this.mirror = mirror;
        }

        public String getName() {
            return mirror.name();
        }

        public boolean isMeasured() {
            return mirror.measured();
        }

        public String getSetUp() {
            return Quantities.time(mirror.setUpMicros());
        }

        public String getRoundTrip() {
            return Quantities.time(mirror.roundTripMicros());
        }

        public String getRate() {
            return Quantities.bytes(mirror.bytesPerSecond()) + "/s";
        }

        public String getEstimate() {
            return estimate(mirror);
        }

        /** How long the bar is, 1 to 100. */
        public long getPercent() {
            return Math.max(1, Math.min(100, 100 * mirror.estimateMillis() / Math.max(1, slowest)));
        }

        public String getTitle() {
            return mirror.cause().title();
        }

        public String getRemedy() {
            return mirror.cause().remedy();
        }

        public String getCauseId() {
            return mirror.cause().id();
        }
    }
}
