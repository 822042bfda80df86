package io.jenkins.plugins.gomodules.jenkins.force;

import hudson.EnvVars;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesNodeProperty;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a step runs.
 *
 * @param run its build
 * @param environment what is set around the step, the agent's own variables included
 * @param ofAgent the variables that the agent has for whatever runs there
 * @param around how logs call what sets the others: {@code Pipeline}
 * @param modCache the module cache that the agent's configuration names, or null
 * @param node how logs call the agent
 */
public record StepPlace(
        Run<?, ?> run, EnvVars environment, EnvVars ofAgent, String around, String modCache, String node) {

    /** How logs call what sets variables around a step of a Pipeline. */
    public static final String PIPELINE = "Pipeline";

    /** How logs call what sets variables around a step of another build. */
    public static final String BUILD = "environment of the build";

    /** How logs call what sets variables for whatever runs on an agent. */
    public static final String AGENT = "environment of the agent";

    /**
     * Asks the agent.
     *
     * @param computer the agent, or null if it is not one that Jenkins knows
     * @param around {@link #PIPELINE} or {@link #BUILD}
     */
    public static StepPlace of(Run<?, ?> run, Computer computer, EnvVars environment, String around)
            throws IOException, InterruptedException {
        EnvVars ofAgent = new EnvVars();
        if (computer == null) {
            return new StepPlace(run, environment, ofAgent, around, null, "?");
        }
        ofAgent.overrideAll(computer.getEnvironment());
        ofAgent.overrideExpandingAll(computer.buildEnvironment(TaskListener.NULL));
        Node node = computer.getNode();
        String modCache = Optional.ofNullable(node)
                .map(each -> each.getNodeProperty(GoModulesNodeProperty.class))
                .map(GoModulesNodeProperty::getModCache)
                .orElse(null);
        return new StepPlace(run, environment, ofAgent, around, modCache, "agent " + computer.getDisplayName());
    }

    /** Whether what is around the step sets a variable, to something else than the agent has. */
    boolean sets(String name) {
        String value = environment.get(name, "");
        return !value.isEmpty() && !value.equals(ofAgent.get(name));
    }

    /** Whether what is around the step takes a variable of the agent away. */
    boolean blanks(String name) {
        return "".equals(environment.get(name)) && !ofAgent.get(name, "").isEmpty();
    }

    /** Who sets the variables that matter to the go command and that the agent does not set, by their names. */
    Map<String, String> origins() {
        Map<String, String> origins = new LinkedHashMap<>();
        for (String name : environment.keySet()) {
            if ((name.startsWith("GO") || HttpProxyChoice.VARIABLES.contains(name)) && sets(name)) {
                origins.put(name, around);
            }
        }
        return origins;
    }
}
