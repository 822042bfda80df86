package io.jenkins.plugins.gomodules.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header fields of an answer, in order; names compare without regard to case. */
public final class HttpHeaders {
    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    void add(String name, String value) {
        names.add(name);
        values.add(value);
    }

    int size() {
        return names.size();
    }

    /** The first value of a field. */
    public Optional<String> first(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return Optional.of(values.get(i));
            }
        }
        return Optional.empty();
    }

    /** Every value of a field, in order. */
    public List<String> all(String name) {
        List<String> found = new ArrayList<>(1);
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                found.add(values.get(i));
            }
        }
        return found;
    }

    /** Whether a field that holds a comma-separated list has this member, RFC 9110 section 5.6.1. */
    boolean lists(String name, String member) {
        for (String value : all(name)) {
            int start = 0;
            while (start <= value.length()) {
                int comma = value.indexOf(',', start);
                int end = comma < 0 ? value.length() : comma;
                if (value.substring(start, end).strip().equalsIgnoreCase(member)) {
                    return true;
                }
                start = end + 1;
            }
        }
        return false;
    }
}
