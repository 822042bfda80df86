package io.jenkins.plugins.gomodules.goenv;

import java.util.Map;

/**
 * The environment of a process, and who set it.
 *
 * @param values the variables by name; may be secret
 * @param origin how to call those that {@code origins} does not name
 * @param origins who set single variables, by their names
 */
public record ProcessVariables(Map<String, String> values, String origin, Map<String, String> origins) {
    public ProcessVariables {
        origins = Map.copyOf(origins);
    }

    /** Variables of which nothing is known but that they are there. */
    public static ProcessVariables of(Map<String, String> values) {
        return new ProcessVariables(values, "environment", Map.of());
    }

    /** Names alone: values may be secret. */
    @Override
    public String toString() {
        return "ProcessVariables" + values.keySet();
    }
}
