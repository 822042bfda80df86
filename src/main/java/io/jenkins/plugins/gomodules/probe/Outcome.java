package io.jenkins.plugins.gomodules.probe;

import java.util.Locale;

/** How a stage ended. */
public enum Outcome {
    OK,
    /** It works, but something is not as it should be. */
    WARNING,
    FAILED,
    /** Not tried: a stage before it failed, or it does not apply. */
    SKIPPED;

    /** The name in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
