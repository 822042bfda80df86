package io.jenkins.plugins.gomodules.jenkins.access;

import java.io.IOException;

/** The agent went away: not what was asked for is wrong, and with another agent, or the same one later, it may work. */
public final class LostAgentException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String agent;

    LostAgentException(String agent, Throwable because) {
        super(Messages.AgentAccess_lost(agent), because);
        this.agent = agent;
    }

    /** The agent's name. */
    public String agent() {
        return agent;
    }
}
