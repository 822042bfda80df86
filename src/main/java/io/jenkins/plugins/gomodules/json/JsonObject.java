package io.jenkins.plugins.gomodules.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object that was read; unmodifiable, members in their order. */
public final class JsonObject {
    private final Map<String, Object> members;

    JsonObject(Map<String, Object> members) {
        this.members = Collections.unmodifiableMap(members);
    }

    /** The members by name. */
    public Map<String, Object> members() {
        return members;
    }

    /** Whether there is a member of the name, even if it is null. */
    public boolean has(String name) {
        return key(name) != null;
    }

    /** The member's value, or null when it is absent or null. */
    public Object get(String name) {
        String key = key(name);
        return key == null ? null : members.get(key);
    }

    /** The member if it is a string, else {@code ""}. */
    public String string(String name) {
        return get(name) instanceof String text ? text : "";
    }

    /** The member if it is a truth value, else false. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(get(name));
    }

    /** The member if it is a number without a fraction, else 0. */
    public long number(String name) {
        return get(name) instanceof Long number ? number : 0;
    }

    /** The member if it is an object. */
    public Optional<JsonObject> object(String name) {
        return get(name) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    /** The elements of the member if it is an array, else none; an element may be null. */
    public List<?> list(String name) {
        return get(name) instanceof List<?> list ? list : List.of();
    }

    /** The member's own spelling of a name; null if there is none in any case. */
    private String key(String name) {
        if (members.containsKey(name)) {
            return name;
        }
        String found = null;
        for (String candidate : members.keySet()) {
            if (candidate.equalsIgnoreCase(name)) {
                found = candidate;
            }
        }
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonObject that && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /** The object as JSON. */
    @Override
    public String toString() {
        return JsonWriter.write(this);
    }
}
