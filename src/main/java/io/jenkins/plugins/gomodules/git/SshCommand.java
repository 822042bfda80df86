package io.jenkins.plugins.gomodules.git;

import java.util.Optional;

/**
 * Our {@code GIT_SSH_COMMAND}. It gives ssh the socket that was in force around the block, so that nothing changes for
 * hosts that are not bound; the bound ones have the block's own agent by {@code IdentityAgent} in the configuration.
 *
 * @param socket {@code SSH_AUTH_SOCK} around the outermost block; "" for none, which ssh takes as unset
 * @param config path of the configuration file
 */
record SshCommand(String socket, String config) {
    private static final String SOCKET = "SSH_AUTH_SOCK=";
    private static final String SSH = " ssh -F ";

    /** For the shell; Git appends port, host and command. */
    String text() {
        return SOCKET + ShellWord.quote(socket) + SSH + ShellWord.quote(config);
    }

    /** Reads back what {@link #text} wrote; empty for any other command. */
    static Optional<SshCommand> parse(String text) {
        int ssh = text.lastIndexOf(SSH);
        if (!text.startsWith(SOCKET) || ssh < 0) {
            return Optional.empty();
        }
        Optional<String> socket = ShellWord.unquote(text.substring(SOCKET.length(), ssh));
        Optional<String> config = ShellWord.unquote(text.substring(ssh + SSH.length()));
        return socket.isPresent() && config.isPresent()
                ? Optional.of(new SshCommand(socket.get(), config.get()))
                : Optional.empty();
    }
}
