package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;

/** A module that may not be used, because its hash is wrong or because nothing says what its hash should be. */
final class UntrustedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String causeId;

    private UntrustedException(String causeId, String message) {
        super(message);
        this.causeId = causeId;
    }

    static UntrustedException notInGoSum(ModuleVersion module, Trust.Part part, Verification mode) {
        String line = part == Trust.Part.ZIP
                ? module.path() + " " + module.version()
                : module.path() + " " + module.version() + "/go.mod";
        String why = mode == Verification.STRICT
                ? "verify: 'strict' takes only what go.sum lists"
                : "it is not matched by GONOSUMDB or GOPRIVATE, and the checksum database is not asked by this version";
        return new UntrustedException(
                "go-sum-missing",
                "go.sum has no line \"" + line + "\", and " + why + ". Run \"go mod tidy\" (or \"go mod download "
                        + module + "\") and commit go.sum.");
    }

    static UntrustedException mismatch(
            ModuleVersion module, Trust.Part part, String expected, String actual, String from) {
        String what = part == Trust.Part.ZIP ? "the module's files" : "go.mod";
        return new UntrustedException(
                "checksum-mismatch",
                "SECURITY: the hash of " + what + " is " + actual + ", but go.sum says " + expected
                        + ". The bytes came from "
                        + from + ". Either they were changed on the way, or the author moved the tag "
                        + module.version()
                        + " after go.sum was written. Do not use them before you know which.");
    }

    /** The id in the failure catalog. */
    String causeId() {
        return causeId;
    }
}
