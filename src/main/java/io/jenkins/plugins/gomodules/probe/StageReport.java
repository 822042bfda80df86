package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.failure.Cause;
import java.io.Serializable;
import java.util.List;

/**
 * What came of a stage.
 *
 * @param stage which one
 * @param outcome how it ended
 * @param micros how long it took, in microseconds; 0 if it was not tried
 * @param message the gist in a sentence without full stop; may be empty
 * @param facts what was found out, in order
 * @param cause why it failed, in the words of the failure catalog; null unless it failed
 */
public record StageReport(Stage stage, Outcome outcome, long micros, String message, List<Fact> facts, Cause cause)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public StageReport {
        facts = List.copyOf(facts);
    }
}
