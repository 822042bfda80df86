package io.jenkins.plugins.gomodules.jenkins.connections;

import hudson.model.Computer;
import hudson.model.TaskListener;
import io.jenkins.plugins.gomodules.goenv.HttpProxyVariables;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesSettings;
import io.jenkins.plugins.gomodules.jenkins.force.SettingsInForce;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import jenkins.model.Jenkins;

/** The variables that a test has in the place of those of its machine: as a build of every job would. */
final class TestVariables {
    private TestVariables() {}

    /**
     * May hold the login of an HTTP proxy: secret.
     *
     * @param node the agent's name; {@code ""} for the controller
     */
    static Map<String, String> of(String node, GoModulesSettings settings) throws InterruptedException {
        Map<String, String> variables = new LinkedHashMap<>(ofNode(node));
        variables.putAll(settings.variables());
        if (GoModulesSettings.NO_HTTP_PROXY.equals(settings.getHttpProxy())) {
            variables.putAll(HttpProxyVariables.none());
        } else if (GoModulesSettings.HTTP_PROXY_OF_JENKINS.equals(settings.getHttpProxy())) {
            variables.putAll(SettingsInForce.httpProxyOfJenkins());
        }
        return variables;
    }

    /** What administrators have set for the node and for all nodes. */
    private static Map<String, String> ofNode(String node) throws InterruptedException {
        Computer computer = Jenkins.get().getComputer(node);
        if (computer == null) {
            return Map.of();
        }
        try {
            return computer.buildEnvironment(TaskListener.NULL);
        } catch (IOException e) {
            throw new IllegalArgumentException(Messages.RunningTests_failed(String.valueOf(e.getMessage())), e);
        }
    }
}
