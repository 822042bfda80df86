package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.EnvVars;
import io.jenkins.plugins.gomodules.jenkins.access.AgentAccess;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;

/**
 * The environment of a block. Worked out anew for each step in it: blocks may be nested, and an ssh-agent may be another
 * one after a restart.
 */
final class BlockEnvironment extends EnvironmentExpander {
    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, String> variables;
    private final WithGoModulesStepExecution execution;

    BlockEnvironment(Map<String, String> variables, WithGoModulesStepExecution execution) {
        this.variables = new LinkedHashMap<>(variables);
        this.execution = execution;
    }

    @Override
    public void expand(EnvVars env) throws IOException, InterruptedException {
        AgentAccess access = execution.access();
        if (access != null) {
            env.putAll(access.over(env::get));
        }
        env.putAll(variables);
    }
}
