package io.jenkins.plugins.gomodules.git;

/**
 * What the machine's own environment has that a block must reckon with.
 *
 * @param gitConfigEntries how many configuration entries there are in it
 * @param socket of the ssh-agent; "" for none
 * @param sshCommand {@code GIT_SSH_COMMAND}; "" for none
 * @param ssh {@code GIT_SSH}; "" for none
 */
record Surroundings(int gitConfigEntries, String socket, String sshCommand, String ssh) {
    static Surroundings of(Machine machine) {
        return new Surroundings(
                GitConfigEntries.parseCount(machine.environment("GIT_CONFIG_COUNT")),
                machine.environment("SSH_AUTH_SOCK"),
                machine.environment("GIT_SSH_COMMAND"),
                machine.environment("GIT_SSH"));
    }
}
