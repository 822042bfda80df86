package io.jenkins.plugins.gomodules.failure;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a failure.
 *
 * @param causes the root cause first; empty if nothing is known
 */
public record Diagnosis(List<Cause> causes) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Diagnosis {
        causes = List.copyOf(causes);
    }

    /** The cause that the others follow from. */
    public Optional<Cause> root() {
        return causes.stream().findFirst();
    }
}
