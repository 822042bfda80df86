package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.gomodules.git.HostSecret;
import io.jenkins.plugins.gomodules.goenv.Setting;
import io.jenkins.plugins.gomodules.jenkins.force.HostsInForce;
import io.jenkins.plugins.gomodules.jenkins.force.SettingsInForce;
import io.jenkins.plugins.gomodules.jenkins.force.StepPlace;
import io.jenkins.plugins.gomodules.jenkins.masking.Mask;
import io.jenkins.plugins.gomodules.prefetch.PrefetchOptions;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One prefetch in one build: its parameters, the settings in force and the hosts, as they are when it begins. */
final class PrefetchJob {
    private final PrefetchOptions options;
    private final Map<String, String> origins;
    private final HostsInForce hosts;
    private final Mask mask;

    private PrefetchJob(PrefetchOptions options, SettingsInForce settings, HostsInForce hosts) {
        this.options = options;
        this.origins = settings.origins();
        this.hosts = hosts;
        List<HostSecret> secrets = new ArrayList<>(hosts.secrets());
        settings.httpProxyLogin().ifPresent(secrets::add);
        mask = new Mask(secrets);
    }

    /**
     * Looks everything up.
     *
     * @param console gets what is not as somebody meant it
     * @throws AbortException with a sentence for the build's log
     */
    static PrefetchJob find(GoModPrefetchStep step, StepPlace place, PrintStream console) throws AbortException {
        try {
            SettingsInForce settings = SettingsInForce.find(step.settings(), place);
            HostsInForce hosts = settings.hosts();
            List<Setting> shown = new ArrayList<>(settings.shown());
            shown.addAll(hosts.shown());
            PrefetchOptions options = step.options(settings::number)
                    .settings(settings.variables())
                    .shown(shown)
                    .build();
            settings.warnings().forEach(line -> console.println("WARNING: " + line));
            hosts.notices().forEach(console::println);
            return new PrefetchJob(options, settings, hosts);
        } catch (IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
    }

    /**
     * Whether Git or the go command may run, and there is something to give them. The engine asks proxies itself, so their
     * logins alone are no reason.
     */
    boolean needsLayOut() {
        return switch (options.engine()) {
            case NATIVE -> false;
            case GO -> !hosts.all().isEmpty();
            case AUTO -> hosts.haveRepositories();
        };
    }

    HostsInForce hosts() {
        return hosts;
    }

    /** What must not show. */
    Mask mask() {
        return mask;
    }

    /**
     * The run, as it is sent to the agent.
     *
     * @param laidOut what to set in the environment of Git and the go command
     */
    PrefetchCallable callable(FilePath directory, EnvVars env, Map<String, String> laidOut, TaskListener listener) {
        EnvVars all = new EnvVars(env);
        all.putAll(laidOut);
        Map<String, String> allOrigins = new LinkedHashMap<>(origins);
        laidOut.keySet().forEach(name -> allOrigins.put(name, Messages.PrefetchJob_hosts()));
        return new PrefetchCallable(
                directory, new AgentVariables(all, allOrigins), listener, options, HostLogins.of(hosts.all()), mask);
    }
}
