package io.jenkins.plugins.gomodules.probe;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What came of testing the way to one server, or to one directory that is laid out like a proxy.
 *
 * @param name its URL or address, without login
 * @param route the HTTP proxy on the way, without login; {@code ""} if there is none
 * @param stages in the order in which they were tried
 */
public record TargetReport(String name, String route, List<StageReport> stages) implements Serializable {
    private static final long serialVersionUID = 1L;

    public TargetReport {
        stages = List.copyOf(stages);
    }

    /** Whether no stage failed. */
    public boolean succeeded() {
        return failure().isEmpty();
    }

    /** The stage that failed first. */
    public Optional<StageReport> failure() {
        return stages.stream().filter(each -> each.outcome() == Outcome.FAILED).findFirst();
    }

    /** What came of one stage. */
    public Optional<StageReport> stage(Stage stage) {
        return stages.stream().filter(each -> each.stage() == stage).findFirst();
    }
}
