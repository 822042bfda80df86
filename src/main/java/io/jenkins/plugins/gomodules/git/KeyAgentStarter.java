package io.jenkins.plugins.gomodules.git;

import java.io.IOException;

/** Starts an ssh-agent where Git runs; whoever gave the starter stops the agent. */
@FunctionalInterface
public interface KeyAgentStarter {
    /** @throws IOException if it cannot be started, or not in time */
    KeyAgent start() throws IOException, InterruptedException;
}
