package io.jenkins.plugins.gomodules.jenkins.connections;

import hudson.Util;
import io.jenkins.plugins.gomodules.goproxy.InvalidProxyListException;
import io.jenkins.plugins.gomodules.goproxy.ProxyList;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesConfiguration;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesSettings;
import io.jenkins.plugins.gomodules.jenkins.config.PublicMirror;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.probe.GitHost;
import io.jenkins.plugins.gomodules.probe.ProbeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes of what an administrator typed a test, and of its report what the page shows, or says why it cannot be. */
final class AskedTests {
    private final RunningTests running = new RunningTests();

    /** What there is to do for an answer. */
    private interface Work {
        Object result() throws InterruptedException;
    }

    /** A {@link ProbeResult} or a {@link Refusal}. */
    Object proxies(String id, String node, String goproxy, String module, String credentialsId)
            throws InterruptedException {
        return answer(() -> {
            String list = Util.fixNull(goproxy).trim();
            TestLogins logins = new TestLogins(TestHosts.of(parse(list), credentialsId, settings()));
            return new ProbeResult(
                    CheckedReport.of(running.run(
                            Util.fixNull(id),
                            Util.fixNull(node),
                            ConnectionTest.ofProxies(list, variables(node), logins.logins(), module(module)))),
                    logins.problems());
        });
    }

    /** A {@link ProbeResult} or a {@link Refusal}. */
    Object host(String id, String node, String host, String path, boolean ssh) throws InterruptedException {
        return answer(() -> {
            String name = Util.fixNull(host).trim();
            GitHost git = GitHost.parse(name, withoutSlashes(path), ssh, knownHosts(name));
            TestLogins logins = new TestLogins(TestHosts.of(git, settings()));
            return new ProbeResult(
                    CheckedReport.of(running.run(
                            Util.fixNull(id),
                            Util.fixNull(node),
                            ConnectionTest.ofHost(git, variables(node), logins.logins()))),
                    logins.problems());
        });
    }

    /** A {@link ComparisonResult} or a {@link Refusal}. */
    Object mirrors(String id, String node, String goproxy) throws InterruptedException {
        return answer(() -> {
            List<ProxyList.Entry> entries =
                    new ArrayList<>(parse(Util.fixNull(goproxy).trim()).entries());
            for (PublicMirror mirror : PublicMirror.values()) {
                entries.addAll(ProxyList.parse(mirror.url()).entries());
            }
            ProxyList all = new ProxyList(entries);
            TestLogins logins = new TestLogins(TestHosts.of(all, null, settings()));
            return new ComparisonResult(
                    CheckedReport.of(running.run(
                            Util.fixNull(id),
                            Util.fixNull(node),
                            ConnectionTest.ofMirrors(all, variables(node), logins.logins()))),
                    logins.problems());
        });
    }

    void cancel(String id) {
        running.cancel(Util.fixNull(id));
    }

    private static Object answer(Work work) throws InterruptedException {
        try {
            return work.result();
        } catch (IllegalArgumentException e) {
            return new Refusal(e.getMessage());
        }
    }

    private static ProxyList parse(String list) {
        try {
            return ProxyList.parse(list);
        } catch (InvalidProxyListException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static ModuleVersion module(String text) {
        String named = Util.fixNull(text).trim();
        if (named.isEmpty()) {
            return ProbeSettings.DEFAULT_MODULE;
        }
        int at = named.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException(Messages.ConnectionsPage_noVersion(named));
        }
        ModuleVersion module = new ModuleVersion(named.substring(0, at), named.substring(at + 1));
        module.check();
        return module;
    }

    /** What is saved for the host. */
    private static String knownHosts(String host) {
        return settings().getHosts().stream()
                .filter(each -> each.getHost().equalsIgnoreCase(host) && each.getKnownHosts() != null)
                .map(GoHost::getKnownHosts)
                .findFirst()
                .orElse("");
    }

    private static String withoutSlashes(String path) {
        return Util.fixNull(path).trim().replaceAll("^/+|/+$", "");
    }

    private static Map<String, String> variables(String node) throws InterruptedException {
        return TestVariables.of(Util.fixNull(node), settings());
    }

    private static GoModulesSettings settings() {
        return GoModulesConfiguration.get().getSettings();
    }
}
