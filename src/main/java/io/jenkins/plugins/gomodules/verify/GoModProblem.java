package io.jenkins.plugins.gomodules.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;

/** A go.mod file in the cache that cannot be used to find out which modules the build uses. */
final class GoModProblem extends IOException {
    private static final long serialVersionUID = 1L;

    private final String causeId;
    private final String file;
    private final String expected;
    private final String actual;

    private GoModProblem(String causeId, String message, Path file, String expected, String actual) {
        super(message);
        this.causeId = causeId;
        this.file = file.toString();
        this.expected = expected;
        this.actual = actual;
    }

    static GoModProblem missing(Path file) {
        return new GoModProblem(
                "cache-incomplete",
                "its go.mod file is not in the module cache (" + file
                        + "), so it cannot be said which modules the build uses. Run goModPrefetch, or \"go mod download\","
                        + " before this step",
                file,
                "",
                "");
    }

    static GoModProblem mismatch(Path file, Collection<String> expected, String actual) {
        String listed = String.join(" and ", expected);
        return new GoModProblem(
                "checksum-mismatch",
                "SECURITY: the hash of its go.mod file is " + actual + ", but go.sum says " + listed + ". If " + file
                        + " was changed in the cache, remove it, and it is fetched again; if go.sum was changed, its history"
                        + " says by whom",
                file,
                listed,
                actual);
    }

    /** The id in the failure catalog. */
    String causeId() {
        return causeId;
    }

    String file() {
        return file;
    }

    String expected() {
        return expected;
    }

    String actual() {
        return actual;
    }
}
