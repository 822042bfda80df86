package io.jenkins.plugins.gomodules.modgraph;

/**
 * Something that {@code go mod tidy} would change in the main module's go.mod, because it contradicts what dependencies
 * require. {@code go mod download} makes such changes without a word; {@code go build} refuses to build ("updates to
 * go.mod needed") until somebody does.
 *
 * @param path module path, {@code go} or {@code toolchain}
 * @param written the version that go.mod has
 * @param needed the version that is selected, {@code ""} if the line has to go
 * @param reason why, a half sentence
 */
public record GoModChange(String path, String written, String needed, String reason) {
    /** {@code path v1.0.0 → v1.1.0 (reason)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(path).append(' ').append(written);
        text.append(" → ").append(needed.isEmpty() ? "none" : needed);
        return text.append(" (").append(reason).append(')').toString();
    }
}
