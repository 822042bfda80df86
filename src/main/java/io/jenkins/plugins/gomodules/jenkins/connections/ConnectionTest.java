package io.jenkins.plugins.gomodules.jenkins.connections;

import hudson.EnvVars;
import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.goproxy.ProxyList;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogins;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.probe.ComparisonReport;
import io.jenkins.plugins.gomodules.probe.GitHost;
import io.jenkins.plugins.gomodules.probe.MirrorComparison;
import io.jenkins.plugins.gomodules.probe.Probe;
import io.jenkins.plugins.gomodules.probe.ProbeReport;
import io.jenkins.plugins.gomodules.probe.ProbeSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jenkins.security.MasterToSlaveCallable;

/** A test as it is sent to the machine that it is made from. Cancelling the call ends it. */
final class ConnectionTest<T extends Serializable> extends MasterToSlaveCallable<T, IOException> {
    private static final long serialVersionUID = 1L;

    /** Less than what the caller waits for, so that the stage is known at which the time was up. */
    private static final long LIMIT_MILLIS = 25_000;

    /** What is tested. */
    private interface Subject<T extends Serializable> extends Serializable {
        T test(ProbeSettings settings) throws InterruptedException;
    }

    private final Subject<T> subject;
    private final LinkedHashMap<String, String> variables;
    private final ProxyLogins logins;
    private final ModuleVersion module;

    private ConnectionTest(
            Subject<T> subject, Map<String, String> variables, ProxyLogins logins, ModuleVersion module) {
        this.subject = subject;
        this.variables = new LinkedHashMap<>(variables);
        this.logins = logins;
        this.module = module;
    }

    /** @param variables those of the go command and of HTTP proxies, in the place of what the machine has; secret */
    static ConnectionTest<ProbeReport> ofProxies(
            String list, Map<String, String> variables, ProxyLogins logins, ModuleVersion module) {
        return new ConnectionTest<>(settings -> new Probe(settings).goproxy(list), variables, logins, module);
    }

    static ConnectionTest<ProbeReport> ofHost(GitHost host, Map<String, String> variables, ProxyLogins logins) {
        return new ConnectionTest<>(
                settings -> new Probe(settings).gitHost(host), variables, logins, ProbeSettings.DEFAULT_MODULE);
    }

    static ConnectionTest<ComparisonReport> ofMirrors(
            ProxyList list, Map<String, String> variables, ProxyLogins logins) {
        return new ConnectionTest<>(
                settings -> new MirrorComparison(settings).compare(list.entries()),
                variables,
                logins,
                MirrorComparison.DEFAULT_MODULE);
    }

    @Override
    public T call() throws IOException {
        EnvVars environment = new EnvVars(System.getenv());
        environment.overrideAll(variables);
        GoEnvironment goEnvironment = GoEnvironment.builder()
                .environment(environment)
                .directory(Path.of("").toAbsolutePath())
                .build();
        ProbeSettings settings =
                ProbeSettings.of(goEnvironment, logins).withModule(module).withLimitMillis(LIMIT_MILLIS);
        try {
            return subject.test(settings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the test was stopped");
        }
    }
}
