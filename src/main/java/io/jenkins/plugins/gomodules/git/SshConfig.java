package io.jenkins.plugins.gomodules.git;

import java.util.List;

/**
 * Writes the configuration of ssh. Each bound host has a section that says everything, and nothing else applies to it:
 * no key but its own is offered, its keys are checked against the binding, nobody is asked. For all other hosts there
 * is what would apply without the block.
 *
 * @see <a href="https://man.openbsd.org/ssh_config">ssh_config(5)</a>
 */
final class SshConfig {
    private static final String STRICT = """
            \tStrictHostKeyChecking yes
            \tBatchMode yes
            \tUpdateHostKeys no
            \tCheckHostIP no
            \tVerifyHostKeyDNS no
            \tPreferredAuthentications publickey
            \tPasswordAuthentication no
            \tKbdInteractiveAuthentication no
            \tHostbasedAuthentication no
            \tForwardAgent no
            \tForwardX11 no
            \tPermitLocalCommand no
            \tControlMaster no
            \tControlPath none
            \tConnectTimeout 30
            \tServerAliveInterval 30
            """;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder others = new StringBuilder("*");

    /**
     * Adds a section.
     *
     * @param knownHosts file with the host's keys and no others
     * @param socket of our agent; "" to leave the machine's own keys in force
     * @param publicKeys files that name the keys in the agent
     * @throws GitAccessException if a path cannot be written here
     */
    void addHost(SshRoute route, String knownHosts, String socket, List<String> publicKeys) throws GitAccessException {
        others.append(",!").append(route.sshName());
        text.append("Host ").append(route.sshName()).append('\n');
        text.append("\tHostName ").append(route.target().host().bareName()).append('\n');
        if (!route.alias().isEmpty()) {
            text.append("\tPort ").append(route.target().host().port()).append('\n');
        }
        addPath("UserKnownHostsFile", knownHosts);
        // The keys that the machine trusts in general are not those of the binding.
        addPath("GlobalKnownHostsFile", knownHosts);
        if (!socket.isEmpty()) {
            text.append("\tIdentitiesOnly yes\n");
            addPath("IdentityAgent", socket);
            for (String file : publicKeys) {
                addPath("IdentityFile", file);
            }
        }
        text.append(STRICT);
    }

    /**
     * The whole file.
     *
     * @param outer configuration of the block around this one; "" for none
     */
    String file(String outer) {
        StringBuilder file = new StringBuilder(text);
        file.append("Match originalhost ").append(others).append('\n');
        if (outer.isEmpty()) {
            file.append("\tInclude ~/.ssh/config\n\tInclude /etc/ssh/ssh_config\n");
        } else {
            // Include takes a pattern, in which ? is any one character.
            file.append("\tInclude \"")
                    .append(outer.replaceAll("[\\[\\]*?\"'\\\\$%{}]", "?"))
                    .append("\"\n");
        }
        return file.toString();
    }

    private void addPath(String name, String path) throws GitAccessException {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < ' ' || "\"\\%$".indexOf(c) >= 0) {
                throw new GitAccessException(
                        "cache-permission",
                        "The directory for temporary files, " + Fields.quote(path) + ", holds " + Fields.name(c)
                                + ", which cannot be written into a configuration of ssh; use a workspace whose path"
                                + " has none of % $ \" \\.");
            }
        }
        text.append('\t').append(name).append(" \"").append(path).append("\"\n");
    }
}
