package io.jenkins.plugins.gomodules.git;

import java.io.IOException;
import java.util.Map;

/** A running ssh-agent, as the ssh-agent plugin runs it. */
public interface KeyAgent {
    /** How it is reached: {@code SSH_AUTH_SOCK}, {@code SSH_AGENT_PID}. */
    Map<String, String> environment();

    /**
     * Hands it a key.
     *
     * @param passphrase null if the key has none
     * @param comment names the key where the agent lists its keys
     * @throws IOException if it refuses the key
     */
    void add(String privateKey, String passphrase, String comment) throws IOException, InterruptedException;
}
