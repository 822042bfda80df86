package io.jenkins.plugins.gomodules.endtoend;

import io.jenkins.plugins.gomodules.prefetch.PrefetchFailure;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.testing.Trouble;
import io.jenkins.plugins.gomodules.testing.Weather;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what a run under fire came to. */
final class FireLog {

    /** The causes that a network can be. */
    static final Set<String> CAUSES = Set.of(
            "network-timeout",
            "connection-refused",
            "dns-failure",
            "tls-untrusted",
            "http-proxy-failure",
            "goproxy-unavailable",
            "rate-limited",
            "auth-required",
            "auth-denied",
            "version-not-found",
            "checksum-mismatch",
            "module-zip-invalid",
            "prefetch-timeout");

    private final Map<Trouble, Integer> dealt = new TreeMap<>();
    private final Map<String, Integer> causes = new TreeMap<>();
    private int complete;
    private int failed;
    private long retries;
    private long requests;

    synchronized void ended(Weather weather, PrefetchReport report) {
        weather.dealt().forEach((trouble, times) -> dealt.merge(trouble, times, Integer::sum));
        report.failures().stream().map(PrefetchFailure::cause).forEach(cause -> causes.merge(cause, 1, Integer::sum));
        requests += report.requests();
        retries += report.retries();
        if (report.succeeded()) {
            complete++;
        } else {
            failed++;
        }
    }

    @Override
    public synchronized String toString() {
        return "Under fire: " + complete + " prefetches complete, " + failed + " failed and said why; " + requests
                + " requests, " + retries + " of them again\n  troubles: " + dealt + "\n  causes: " + causes;
    }
}
