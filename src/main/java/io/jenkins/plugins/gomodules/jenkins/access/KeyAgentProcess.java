package io.jenkins.plugins.gomodules.jenkins.access;

import io.jenkins.plugins.gomodules.git.Machine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An ssh-agent that has been started some time ago, known by its environment variables. */
final class KeyAgentProcess {
    private static final Logger LOGGER = Logger.getLogger(KeyAgentProcess.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** What {@code ssh-add -l} says when it has reached an agent: 0, it holds keys, or 1, it holds none. */
    private static final int MOST_WHEN_REACHED = 1;

    private final Machine machine;
    private final Map<String, String> environment;

    KeyAgentProcess(Machine machine, Map<String, String> environment) {
        this.machine = machine;
        this.environment = environment;
    }

    /** Ends it, if it is that agent still: its process number may be another process's by now. */
    void stop() throws InterruptedException {
        if (environment.isEmpty()) {
            return;
        }
        try {
            int exit = machine.run(List.of("ssh-add", "-l"), environment, LIMIT).exit();
            if (exit >= 0 && exit <= MOST_WHEN_REACHED) {
                machine.run(List.of("ssh-agent", "-k"), environment, LIMIT);
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "it cannot be reached, so it is left alone", e);
        }
    }
}
