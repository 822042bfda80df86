package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.EnvVars;
import io.jenkins.plugins.gomodules.goenv.ProcessVariables;
import io.jenkins.plugins.gomodules.jenkins.force.StepPlace;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/** The variables that a build sets on its agent, and who set them. */
final class AgentVariables implements Serializable {
    private static final long serialVersionUID = 1L;

    private final EnvVars env;
    private final LinkedHashMap<String, String> origins;

    /** @param origins who set a variable that the agent does not set itself, by its name */
    AgentVariables(EnvVars env, Map<String, String> origins) {
        this.env = env;
        this.origins = new LinkedHashMap<>(origins);
    }

    /** The workspace, or null. */
    String workspace() {
        return env.get("WORKSPACE");
    }

    /** On the agent: as a process that the build starts there would see it, the agent's own variables, then the build's. */
    ProcessVariables onAgent() {
        EnvVars variables = new EnvVars(System.getenv());
        variables.putAll(env);
        return new ProcessVariables(variables, StepPlace.AGENT, origins);
    }
}
