package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.EnvVars;
import io.jenkins.plugins.gomodules.jenkins.access.AgentAccess;
import io.jenkins.plugins.gomodules.jenkins.force.SettingsInForce;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;

/**
 * The environment of a block. Worked out anew for each step in it: blocks may be nested, and an ssh-agent may be another
 * one after a restart.
 *
 * <p>Files and ssh-agent are on the agent that the block began on. Steps in a {@code node} within the block that is another
 * one get the GO* variables alone: paths that lead nowhere would keep Git there from reaching any host over SSH.
 */
final class BlockEnvironment extends EnvironmentExpander {
    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, String> variables;
    private final boolean httpProxyOfJenkins;
    private final WithGoModulesStepExecution execution;
    private final String node;

    /** @param outer the environment around the block */
    BlockEnvironment(GoBlock block, WithGoModulesStepExecution execution, EnvVars outer) {
        variables = new LinkedHashMap<>(block.variables());
        httpProxyOfJenkins = block.usesHttpProxyLogin();
        this.execution = execution;
        node = nodeOf(outer);
    }

    @Override
    public void expand(EnvVars env) throws IOException, InterruptedException {
        AgentAccess access = nodeOf(env).equals(node) ? execution.access() : null;
        if (access != null) {
            env.putAll(access.over(env::get));
        }
        put(env, variables);
        if (httpProxyOfJenkins) {
            // Not kept here: a block is saved, and the login is a secret.
            put(env, SettingsInForce.httpProxyOfJenkins());
        }
    }

    @Override
    public Set<String> getSensitiveVariables() {
        return httpProxyOfJenkins ? SettingsInForce.httpProxyVariables() : Set.of();
    }

    /** An environment knows a name in one case only: the one that it had first. */
    private static void put(EnvVars env, Map<String, String> variables) {
        variables.forEach((name, value) -> {
            env.remove(name);
            env.put(name, value);
        });
    }

    private static String nodeOf(EnvVars env) {
        return env.get("NODE_NAME", "");
    }
}
