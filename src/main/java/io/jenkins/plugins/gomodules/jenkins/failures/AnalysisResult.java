package io.jenkins.plugins.gomodules.jenkins.failures;

import java.util.ArrayList;
import java.util.List;

/** What an analysis came to. Immutable: a build may be saved at any time. */
final class AnalysisResult {
    private final ArrayList<FoundCause> causes;
    private final long finishedAt;
    private final long millis;
    private final long bytes;
    private final boolean cut;

    /**
     * @param causes those of the step that stopped the build first, and of each step its root first
     * @param finishedAt milliseconds since 1970
     * @param bytes of logs that were read
     * @param cut whether there was more in the logs than may be read
     */
    AnalysisResult(List<FoundCause> causes, long finishedAt, long millis, long bytes, boolean cut) {
        this.causes = new ArrayList<>(causes);
        this.finishedAt = finishedAt;
        this.millis = millis;
        this.bytes = bytes;
        this.cut = cut;
    }

    /** What another version of the plugin has written may lack something; no page of a build may fail for that. */
    private Object readResolve() {
        List<FoundCause> complete = causes == null
                ? List.of()
                : causes.stream()
                        .filter(cause -> cause != null && cause.isComplete())
                        .toList();
        return new AnalysisResult(complete, finishedAt, millis, bytes, cut);
    }

    List<FoundCause> causes() {
        return List.copyOf(causes);
    }

    long finishedAt() {
        return finishedAt;
    }

    long millis() {
        return millis;
    }

    long bytes() {
        return bytes;
    }

    boolean isCut() {
        return cut;
    }
}
