package io.jenkins.plugins.gomodules.goenv;

import java.util.Map;
import java.util.TreeMap;

/** Environment variables by name, in any case on Windows. An empty value counts as none. */
final class Variables {
    private final Map<String, String> values;

    Variables(HostOs os, Map<String, String> values) {
        if (os.ignoresCaseOfNames()) {
            this.values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            this.values.putAll(values);
        } else {
            this.values = values;
        }
    }

    String get(String name) {
        String value = values.get(name);
        return value == null ? "" : value;
    }

    /** The first of the names that has a value. */
    String first(String name, String other) {
        String value = get(name);
        return value.isEmpty() ? get(other) : value;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Map<String, String> asMap() {
        return values;
    }
}
