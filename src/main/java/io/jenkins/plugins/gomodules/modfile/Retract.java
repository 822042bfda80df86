package io.jenkins.plugins.gomodules.modfile;

/**
 * A {@code retract} line: versions that the module's authors take back.
 *
 * @param low the first version
 * @param high the last version; the same as low for a single one
 * @param rationale text of the comments above or behind the line, or above the block; {@code ""} if there are none
 * @see <a href="https://go.dev/ref/mod#go-mod-file-retract">Go Modules Reference: retract</a>
 */
public record Retract(String low, String high, String rationale) {}
