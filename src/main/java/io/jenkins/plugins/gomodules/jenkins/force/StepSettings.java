package io.jenkins.plugins.gomodules.jenkins.force;

import io.jenkins.plugins.gomodules.jenkins.config.Overridable;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a step's own parameters say.
 *
 * @param variables of the go command, by name
 * @param httpProxy which HTTP proxy to use, as in {@code GoModulesSettings}, or null
 * @param numbers timeouts and the like, those that are set
 * @param hosts hosts of private modules
 * @param credentials ids of credentials, each of which a host in force must be bound to
 */
public record StepSettings(
        Map<String, String> variables,
        String httpProxy,
        Map<Overridable, Integer> numbers,
        List<GoHost> hosts,
        List<String> credentials) {

    public StepSettings {
        variables = Map.copyOf(variables);
        numbers = Map.copyOf(numbers);
        hosts = List.copyOf(hosts);
        credentials = List.copyOf(credentials);
    }

    /** How logs call the value of a parameter. */
    public static String origin(String parameter) {
        return "step parameter " + parameter;
    }

    /** The parameter that sets a variable. */
    static String parameterOf(String variable) {
        if (variable.equals("GOMODCACHE")) {
            return "modCache";
        }
        return variable.toLowerCase(Locale.ROOT);
    }
}
