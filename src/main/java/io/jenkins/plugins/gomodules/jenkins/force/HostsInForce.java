package io.jenkins.plugins.gomodules.jenkins.force;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.gomodules.git.BoundHost;
import io.jenkins.plugins.gomodules.git.HostBinding;
import io.jenkins.plugins.gomodules.git.HostProtocol;
import io.jenkins.plugins.gomodules.git.HostSecret;
import io.jenkins.plugins.gomodules.goenv.Setting;
import io.jenkins.plugins.gomodules.jenkins.config.SettingsLayer;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import io.jenkins.plugins.gomodules.jenkins.hosts.HostCredentials;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The hosts of a step: its own, and those of the places around it. The same place on the same host, by the same protocol,
 * counts once, and the innermost counts.
 *
 * <p>What the step names itself must work. A host that an administrator has named for everybody may be one whose credential
 * this build may not use; it is left out, and the log says so.
 */
public final class HostsInForce {
    private record Inherited(GoHost host, String origin, boolean ofProxy) {}

    private final HostCredentials credentials;
    private final List<BoundHost> own;
    private final List<BoundHost> all = new ArrayList<>();
    private final Set<List<Object>> places = new HashSet<>();
    private final List<Setting> shown = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    private boolean repositories;

    private HostsInForce(HostCredentials credentials, List<BoundHost> own) {
        this.credentials = credentials;
        this.own = own;
        repositories = !own.isEmpty();
        own.forEach(this::add);
    }

    /**
     * @param layers the places around the step, the innermost first
     * @throws AbortException with a sentence for the build's log when what the step names itself cannot be had
     */
    static HostsInForce bind(Run<?, ?> run, StepSettings step, List<SettingsLayer> layers) throws AbortException {
        List<Inherited> inherited = new ArrayList<>();
        for (SettingsLayer layer : layers) {
            layer.settings().getHosts().forEach(host -> inherited.add(new Inherited(host, layer.origin(), false)));
            layer.settings()
                    .getProxies()
                    .forEach(proxy ->
                            proxy.host().ifPresent(host -> inherited.add(new Inherited(host, layer.origin(), true))));
        }
        List<GoHost> known = new ArrayList<>(step.hosts());
        inherited.forEach(each -> known.add(each.host()));
        HostCredentials credentials = new HostCredentials(run);
        HostCredentials.requireHosts(known, step.credentials());
        HostsInForce bound = new HostsInForce(credentials, credentials.bind(step.hosts()));
        for (Inherited each : inherited) {
            String id = each.host().getCredentialsId();
            bound.inherit(each, id != null && step.credentials().contains(id));
        }
        return bound;
    }

    /** All hosts, each with what is in its credential. */
    public List<BoundHost> all() {
        return List.copyOf(all);
    }

    /** Those that the step names itself. */
    public List<BoundHost> own() {
        return own;
    }

    /** All but those of other places that are reached over SSH. */
    public List<BoundHost> withoutInheritedSsh() {
        return all.stream()
                .filter(each -> own.contains(each) || each.binding().protocol() != HostProtocol.SSH)
                .toList();
    }

    /** Whether one of them is more than a proxy with a login: one that version control may be asked for modules. */
    public boolean haveRepositories() {
        return repositories;
    }

    /** Where the hosts of other places come from. */
    public List<Setting> shown() {
        return List.copyOf(shown);
    }

    /** What is left out; sentences. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /** What must not show. */
    public List<HostSecret> secrets() {
        return all.stream().map(BoundHost::secret).flatMap(Optional::stream).toList();
    }

    private boolean add(BoundHost host) {
        HostBinding binding = host.binding();
        return places.add(List.of(binding.host(), binding.path(), binding.protocol())) && all.add(host);
    }

    private void inherit(Inherited each, boolean required) throws AbortException {
        BoundHost host;
        try {
            host = credentials.bind(each.host());
        } catch (AbortException e) {
            if (required) {
                throw e;
            }
            notices.add(Messages.HostsInForce_leftOut(each.host().getHost(), each.origin(), e.getMessage()));
            return;
        }
        if (add(host)) {
            repositories |= !each.ofProxy();
            HostBinding binding = host.binding();
            shown.add(new Setting(
                    "goHost", binding.place() + " over " + binding.protocol().id(), each.origin()));
        }
    }
}
