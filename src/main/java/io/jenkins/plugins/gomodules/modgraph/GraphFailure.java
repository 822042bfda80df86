package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.List;

/**
 * A module whose requirements are unknown, because its go.mod file could not be had or cannot be used.
 *
 * @param module the module as it is required
 * @param path how it came to be required: main module first, the module itself last
 * @param cause what went wrong; the loader's exception, or a {@link GoModException}
 * @param hint what to do, where that follows from the module's place in the graph; otherwise {@code ""}
 */
public record GraphFailure(ModuleVersion module, List<ModuleVersion> path, Throwable cause, String hint) {
    /** {@code main → a@v1.0.0 → b@v2.0.0: what went wrong}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (ModuleVersion m : path) {
            text.append(text.length() == 0 ? "" : " → ").append(m);
        }
        String message = cause.getMessage();
        text.append(": ").append(message == null ? cause.toString() : message);
        return hint.isEmpty() ? text.toString() : text.append(". ").append(hint).toString();
    }
}
