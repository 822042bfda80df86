package io.jenkins.plugins.gomodules.git;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a block's environment is, over whatever environment there is around it. It holds paths and no secrets, and may be
 * stored.
 */
public final class GitVariables implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String rewrites;
    private final String helpers;
    private final String sshConfig;
    private final String netrc;
    private final String goAuth;
    private final int inheritedEntries;
    private final String inheritedSocket;
    private final LinkedHashMap<String, String> agent;
    private final ArrayList<String> notices;

    GitVariables(PreparedFiles files, Surroundings around, Map<String, String> agent, List<String> notices) {
        this.rewrites = files.rewrites();
        this.helpers = files.helpers();
        this.sshConfig = files.sshConfig();
        this.netrc = files.netrc();
        this.goAuth = files.goAuth();
        this.inheritedEntries = around.gitConfigEntries();
        this.inheritedSocket = around.socket();
        this.agent = new LinkedHashMap<>(agent);
        this.notices = new ArrayList<>(notices);
    }

    /**
     * The variables to set in a block.
     *
     * @param outer gives the value that is in force around the block, or null
     */
    public Map<String, String> over(UnaryOperator<String> outer) {
        Map<String, String> set = new LinkedHashMap<>();
        new GitConfigEntries(rewrites, helpers, inheritedEntries).addTo(set, outer);
        if (!sshConfig.isEmpty()) {
            set.put("GIT_SSH_COMMAND", sshCommand(outer));
            set.put("GIT_SSH_VARIANT", "ssh");
            set.putAll(agent);
        }
        if (!netrc.isEmpty()) {
            set.put("NETRC", netrc);
        }
        if (!goAuth.isEmpty()) {
            set.put("GOAUTH", goAuth(outer.apply("GOAUTH")));
        }
        // Nobody is there to answer: without these, a host that is not bound could make Git wait for ever.
        set.put("GIT_TERMINAL_PROMPT", "0");
        set.put("GCM_INTERACTIVE", "never");
        return set;
    }

    /** Lines for the log when the block starts: what is bound, and what does not work as one might think. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /** How the block's ssh-agent is reached; empty if there is none. */
    public Map<String, String> agentEnvironment() {
        return new LinkedHashMap<>(agent);
    }

    /** The file that was written last. */
    String lastFile() {
        return helpers;
    }

    private String sshCommand(UnaryOperator<String> outer) {
        String around = outer.apply("GIT_SSH_COMMAND");
        String socket = SshCommand.parse(around == null ? "" : around)
                .map(SshCommand::socket)
                .orElseGet(() -> {
                    String value = outer.apply("SSH_AUTH_SOCK");
                    return value == null ? inheritedSocket : value;
                });
        return new SshCommand(socket, sshConfig).text();
    }

    /** Ours comes first, so it wins where both know a URL; "off" cannot stand beside another method. */
    private String goAuth(String around) {
        String methods = around == null || around.isBlank() ? "netrc" : around.strip();
        if (methods.equals(goAuth) || methods.startsWith(goAuth + ";")) {
            return methods;
        }
        return methods.equals("off") ? goAuth : goAuth + "; " + methods;
    }
}
