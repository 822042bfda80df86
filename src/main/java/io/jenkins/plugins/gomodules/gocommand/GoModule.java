package io.jenkins.plugins.gomodules.gocommand;

import io.jenkins.plugins.gomodules.json.JsonObject;
import io.jenkins.plugins.gomodules.module.ModuleVersion;

/**
 * What the go command says of one module.
 *
 * @param module path and version; the path is {@code ""} when the go command does not say which module a failure is of
 * @param error why it could not be had, without secrets, perhaps on several lines; {@code ""} when it is there
 * @param goMod the cached go.mod file, an absolute path, or {@code ""}
 * @param zip the cached zip file, or {@code ""}
 * @param dir the extracted module, or {@code ""}
 * @param sum the h1: hash of the zip, or {@code ""}
 * @param goModSum the h1: hash of the go.mod file, or {@code ""}
 * @param repository the URL that version control took it from, without secrets, or {@code ""}
 */
public record GoModule(
        ModuleVersion module,
        String error,
        String goMod,
        String zip,
        String dir,
        String sum,
        String goModSum,
        String repository) {

    /** What Git has to say can be long; the first lines tell. */
    private static final int MAX_ERROR_LINES = 30;

    /** A module that could not be had. */
    static GoModule failed(ModuleVersion module, String error) {
        return new GoModule(module, presentable(error), "", "", "", "", "", "");
    }

    /** Whether the go command has it. */
    public boolean succeeded() {
        return error.isEmpty();
    }

    /** One object of what {@code go mod download -json} or {@code go list -m -json} prints. */
    static GoModule of(JsonObject json) {
        String error = json.string("Error");
        if (error.isEmpty() && json.object("Error").isPresent()) {
            error = json.object("Error").get().string("Err");
        }
        String repository =
                json.object("Origin").isPresent() ? json.object("Origin").get().string("URL") : "";
        return new GoModule(
                new ModuleVersion(json.string("Path"), json.string("Version")),
                presentable(error),
                json.string("GoMod"),
                json.string("Zip"),
                json.string("Dir"),
                json.string("Sum"),
                json.string("GoModSum"),
                Redaction.withoutLogins(repository));
    }

    private static String presentable(String error) {
        String text = Redaction.withoutLogins(error.strip());
        int end = -1;
        for (int lines = 0; lines < MAX_ERROR_LINES; lines++) {
            end = text.indexOf('\n', end + 1);
            if (end < 0) {
                return text;
            }
        }
        return text.substring(0, end) + "\n[...]";
    }
}
