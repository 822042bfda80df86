package io.jenkins.plugins.gomodules.git;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives Git, ssh and the go command what they need to reach bound hosts, and nobody else anything. */
public final class GitAccess {
    private GitAccess() {}

    /**
     * Writes a block's files and starts its ssh-agent. Called again for the same directory, it replaces all files.
     *
     * @param hosts no two of them with the same host, path and protocol
     * @param machine where Git runs
     * @param starter called only if there is a key
     * @throws GitAccessException if a binding cannot be used; the message says what to do
     * @throws IOException if files cannot be written there
     */
    public static GitVariables prepare(List<BoundHost> hosts, Machine machine, KeyAgentStarter starter)
            throws IOException, InterruptedException {
        return new Preparation(hosts, machine, starter).run();
    }

    /** Whether a block that was prepared can go on: its files are there, and its ssh-agent answers and has keys. */
    public static boolean isAlive(Machine machine, GitVariables variables) throws InterruptedException {
        try {
            if (machine.read(variables.lastFile()).isEmpty()) {
                return false;
            }
        } catch (IOException e) {
            return false;
        }
        Map<String, String> agent = variables.agentEnvironment();
        if (agent.isEmpty()) {
            return true;
        }
        Optional<Machine.Output> keys = new Programs(machine).run(List.of("ssh-add", "-l"), agent, Programs.LIMIT);
        return keys.isPresent() && keys.get().exit() == 0;
    }
}
