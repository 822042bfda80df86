package io.jenkins.plugins.gomodules.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of a preparation that is about SSH: host keys, keys, and the configuration of ssh. */
final class SshSetup {
    private final Machine machine;
    private final Programs programs;
    private final AgentKeys keys;
    private final OwnFiles files;
    private final Surroundings around;
    private final List<String> notices;

    SshSetup(
            Machine machine,
            Programs programs,
            AgentKeys keys,
            OwnFiles files,
            Surroundings around,
            List<String> notices) {
        this.machine = machine;
        this.programs = programs;
        this.keys = keys;
        this.files = files;
        this.around = around;
        this.notices = notices;
    }

    /**
     * Writes the files and adds the rules.
     *
     * @param hosts over SSH
     * @return path of the configuration; "" if there are no hosts
     */
    String prepare(List<BoundHost> hosts, RewriteRules rules) throws IOException, InterruptedException {
        if (hosts.isEmpty()) {
            return "";
        }
        if (programs.run(List.of("ssh", "-V"), Map.of(), Programs.LIMIT).isEmpty()) {
            throw new GitAccessException(
                    "vcs-missing", "There is no ssh on the machine where the build runs" + AgentKeys.INSTALL);
        }
        List<SshRoute> routes = routes(hosts);
        for (SshRoute route : routes) {
            if (!KnownHosts.parse(route.binding().knownHosts())
                    .cover(route.target().host())) {
                throw new HostKeyReport(programs).missing(route);
            }
        }
        SshConfig config = new SshConfig();
        for (int i = 0; i < hosts.size(); i++) {
            addHost(hosts.get(i), routes.get(i), config);
            routes.get(i).addTo(rules);
        }
        return files.write(config.file(outerConfig()));
    }

    private List<SshRoute> routes(List<BoundHost> hosts) {
        List<SshUrl> targets = new ArrayList<>();
        Map<String, Integer> uses = new HashMap<>();
        for (BoundHost each : hosts) {
            SshUrl target = SshRoute.target(each.binding(), user(each));
            targets.add(target);
            uses.merge(target.host().name(), 1, Integer::sum);
        }
        List<SshRoute> routes = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            HostBinding binding = hosts.get(i).binding();
            SshUrl target = targets.get(i);
            boolean whole = binding.path().isEmpty()
                    && target.host().port() == HostProtocol.SSH.port()
                    && uses.get(target.host().name()) == 1;
            String alias = whole ? "" : SshRoute.alias(machine.path("a"), binding, target);
            routes.add(new SshRoute(binding, target, alias));
        }
        return routes;
    }

    private static String user(BoundHost host) {
        return host.secret().map(secret -> ((SshKey) secret).username()).orElse("git");
    }

    private void addHost(BoundHost host, SshRoute route, SshConfig config) throws IOException, InterruptedException {
        HostBinding binding = host.binding();
        HostPort target = route.target().host();
        String knownHosts = files.write(KnownHosts.parse(binding.knownHosts()).file(target));
        if (host.secret().isEmpty()) {
            config.addHost(route, knownHosts, "", List.of());
            notices.add(binding.place() + " over SSH with the keys of the machine's user");
            return;
        }
        SshKey secret = (SshKey) host.secret().get();
        String id = Fields.quote(binding.credentialsId());
        if (secret.privateKeys().isEmpty()) {
            throw new GitAccessException(
                    "auth-denied", "The credential " + id + " holds no key; paste the private key into it.");
        }
        List<String> publicKeys = new ArrayList<>();
        List<String> fingerprints = new ArrayList<>();
        for (String privateKey : secret.privateKeys()) {
            PublicKey key = keys.add(binding.credentialsId(), privateKey, secret.passphrase());
            publicKeys.add(files.write(key.text() + "\n"));
            fingerprints.add(key.fingerprint());
        }
        String socket = files.slashes(keys.environment().getOrDefault("SSH_AUTH_SOCK", ""));
        config.addHost(route, knownHosts, socket, publicKeys);
        notices.add(binding.place() + " over SSH with " + id + " (" + String.join(", ", fingerprints) + ")");
    }

    /** The configuration of the block around this one, if there is one. */
    private String outerConfig() {
        String command = around.sshCommand();
        Optional<SshCommand> outer = SshCommand.parse(command);
        if (outer.isEmpty()) {
            String replaced =
                    !command.isEmpty() ? "GIT_SSH_COMMAND" : around.ssh().isEmpty() ? "" : "GIT_SSH";
            if (!replaced.isEmpty()) {
                notices.add(replaced + " is set around the block, and is replaced within it; put what it says into"
                        + " ~/.ssh/config, which applies to all hosts that are not bound");
            }
        }
        return outer.map(SshCommand::config).orElse("");
    }
}
