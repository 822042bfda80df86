package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.goproxy.InvalidProxyListException;
import io.jenkins.plugins.gomodules.goproxy.ProxyList;
import io.jenkins.plugins.gomodules.http.HttpProtocolException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tests a GOPROXY list or a Git host, stage by stage. All servers of a list are tested at the same time, so that one that
 * does not answer costs the others nothing. Every byte that a server sends is bounded in number and in time.
 */
public final class Probe {
    private final ProbeSettings settings;

    public Probe(ProbeSettings settings) {
        this.settings = settings;
    }

    /**
     * Tests every entry of a list, and says what the list as a whole does about the module. The list may be one URL.
     *
     * @throws InvalidProxyListException when it is no list
     * @throws InterruptedException when the test is to end
     */
    public ProbeReport goproxy(String list) throws InterruptedException {
        ProxyList parsed = ProxyList.parse(list);
        List<ProxyProbe> probes = new ArrayList<>();
        List<ProxyProbe> ofEntries = new ArrayList<>();
        for (ProxyList.Entry entry : parsed.entries()) {
            ProxyProbe probe = entry.kind() == ProxyList.Kind.PROXY ? open(entry) : null;
            ofEntries.add(probe);
            if (probe != null) {
                probes.add(probe);
            }
        }
        TimeLimit.run(probes, settings.limitMillis());
        List<TargetReport> targets = new ArrayList<>();
        List<TargetReport> reports = new ArrayList<>();
        for (ProxyProbe probe : ofEntries) {
            TargetReport report = probe == null ? null : probe.report();
            reports.add(report);
            if (report != null) {
                targets.add(report);
            }
        }
        ChainWalk walk = ChainWalk.of(parsed, reports, settings);
        return new ProbeReport(
                parsed.display(),
                settings.module().toString(),
                targets,
                walk.steps(),
                walk.succeeded(),
                walk.conclusion());
    }

    private ProxyProbe open(ProxyList.Entry entry) {
        try {
            return new ProxyProbe(entry, settings);
        } catch (HttpProtocolException e) {
            throw new InvalidProxyListException("GOPROXY: " + entry.display() + ": " + e.getMessage() + ".");
        }
    }

    /**
     * Tests a Git host: over SSH up to the key that it shows, over HTTPS up to what it answers.
     *
     * @throws IllegalArgumentException when its name is none
     * @throws InterruptedException when the test is to end
     */
    public ProbeReport gitHost(GitHost host) throws InterruptedException {
        TargetReport report;
        if (host.ssh()) {
            SshProbe probe = new SshProbe(host, settings);
            TimeLimit.run(List.of(probe), settings.limitMillis());
            report = probe.report();
        } else {
            GitHttpsProbe probe = new GitHttpsProbe(host, settings);
            TimeLimit.run(List.of(probe), settings.limitMillis());
            report = probe.report();
        }
        String conclusion = report.failure()
                .map(failed -> host.name() + " cannot be used: " + failed.message())
                .orElse(host.name() + " answers");
        return new ProbeReport(host.name(), "", List.of(report), List.of(), report.succeeded(), conclusion);
    }
}
