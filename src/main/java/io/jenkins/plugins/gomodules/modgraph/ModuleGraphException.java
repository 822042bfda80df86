package io.jenkins.plugins.gomodules.modgraph;

import java.io.IOException;
import java.util.List;

/** The module graph is incomplete, so that no version can be selected for sure. */
public final class ModuleGraphException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient List<GraphFailure> failures;

    ModuleGraphException(List<GraphFailure> failures) {
        super(join(failures), failures.get(0).cause());
        this.failures = List.copyOf(failures);
    }

    /** Each module that failed, those nearest to the main module first; empty if this was serialized. */
    public List<GraphFailure> failures() {
        return failures == null ? List.of() : failures;
    }

    private static String join(List<GraphFailure> failures) {
        StringBuilder text = new StringBuilder();
        for (GraphFailure failure : failures) {
            text.append(text.length() == 0 ? "" : "\n").append(failure);
        }
        return text.toString();
    }
}
