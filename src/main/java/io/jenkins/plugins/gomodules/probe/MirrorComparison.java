package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.goproxy.ProxyList;
import io.jenkins.plugins.gomodules.http.HttpProtocolException;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Measures how fast proxies are from here. All are asked for small files at the same time, since a wait for one does not
 * slow another; the zips are fetched one after the other, because they share the line.
 */
public final class MirrorComparison {
    /** Old and unchanging, about 1.5 MB, and at every public mirror. */
    public static final ModuleVersion DEFAULT_MODULE = new ModuleVersion("golang.org/x/net", "v0.17.0");

    /** How many modules, of 60 kB each, the project is thought to need that the estimate is for. */
    public static final int TYPICAL_MODULES = 200;

    private static final long TYPICAL_BYTES = TYPICAL_MODULES * 60_000L;

    /** Three files a module, over sixteen connections. */
    private static final long ROUND_TRIPS = TYPICAL_MODULES * 3L / 16;

    private final ProbeSettings settings;

    public MirrorComparison(ProbeSettings settings) {
        this.settings = settings;
    }

    /**
     * Compares proxies.
     *
     * @param proxies those that are servers; others are left out
     * @throws InterruptedException when it is to end
     */
    public ComparisonReport compare(List<ProxyList.Entry> proxies) throws InterruptedException {
        List<MirrorProbe> probes = new ArrayList<>();
        for (ProxyList.Entry entry : proxies) {
            boolean known = probes.stream().anyMatch(each -> each.name().equals(entry.display()));
            if (entry.kind() == ProxyList.Kind.PROXY && !entry.isDirectory() && !known) {
                probes.add(open(entry));
            }
        }
        long half = settings.limitMillis() / 2;
        try {
            TimeLimit.run(probes.stream().map(MirrorProbe::roundTrips).toList(), half);
            for (MirrorProbe probe : probes) {
                TimeLimit.run(List.of(probe.download()), half / probes.size());
            }
        } finally {
            probes.forEach(MirrorProbe::close);
        }
        List<MirrorMeasure> measures =
                new ArrayList<>(probes.stream().map(MirrorProbe::measure).toList());
        measures.sort(Comparator.comparing((MirrorMeasure each) -> !each.measured())
                .thenComparingLong(MirrorMeasure::estimateMillis));
        return report(measures);
    }

    private MirrorProbe open(ProxyList.Entry entry) {
        try {
            return new MirrorProbe(entry, settings);
        } catch (HttpProtocolException e) {
            throw new IllegalArgumentException(entry.display() + ": " + e.getMessage(), e);
        }
    }

    /** What fetching a project's modules would take. */
    static long estimateMillis(long setUpMicros, long roundTripMicros, long bytesPerSecond) {
        return (setUpMicros + ROUND_TRIPS * roundTripMicros) / 1000
                + TYPICAL_BYTES * 1000 / Math.max(1, bytesPerSecond);
    }

    private ComparisonReport report(List<MirrorMeasure> measures) {
        String module = settings.module().toString();
        StringBuilder goproxy = new StringBuilder();
        for (MirrorMeasure each : measures) {
            if (each.measured()) {
                goproxy.append(goproxy.length() == 0 ? "" : "|").append(each.name());
            }
        }
        if (goproxy.length() == 0) {
            return new ComparisonReport(module, measures, "", "none of them could be measured");
        }
        MirrorMeasure best = measures.get(0);
        String reason = best.name() + " takes " + Quantities.time(best.roundTripMicros()) + " a request and brings "
                + Quantities.bytes(best.bytesPerSecond()) + "/s: about "
                + Quantities.time(best.estimateMillis() * 1000) + " for " + TYPICAL_MODULES + " modules"
                + second(measures);
        return new ComparisonReport(module, measures, goproxy.toString(), reason);
    }

    private static String second(List<MirrorMeasure> measures) {
        return measures.size() > 1 && measures.get(1).measured()
                ? ", where the next one needs "
                        + Quantities.time(measures.get(1).estimateMillis() * 1000)
                : "";
    }
}
