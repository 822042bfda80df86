package io.jenkins.plugins.gomodules.modgraph;

import java.io.IOException;
import java.util.List;

/** The module graph is incomplete, so that no version can be selected for sure. */
public final class ModuleGraphException extends IOException {
    private static final long serialVersionUID = 1L;

    /** More than anybody reads in one message; {@link #failures()} has them all. */
    private static final int MOST_IN_MESSAGE = 20;

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
        for (int i = 0; i < failures.size() && i < MOST_IN_MESSAGE; i++) {
            text.append(i == 0 ? "" : "\n").append(failures.get(i));
        }
        if (failures.size() > MOST_IN_MESSAGE) {
            text.append("\nand ").append(failures.size() - MOST_IN_MESSAGE).append(" more");
        }
        return text.toString();
    }
}
