package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goproxy.FetchException;
import io.jenkins.plugins.gomodules.goproxy.Fetched;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;

/** A module that may not be used, because its hash is wrong or because nothing says what its hash should be. */
final class UntrustedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String causeId;
    private final Mismatch mismatch;
    private final String proxy;
    private final int attempts;

    /**
     * Two hashes that should be one.
     *
     * @param expected the right one
     * @param by who says so: {@code go.sum}, or the name of a checksum database
     * @param actual the one that the bytes have
     */
    record Mismatch(String expected, String by, String actual) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private UntrustedException(String causeId, String message, Throwable cause) {
        this(causeId, message, cause, null, "", 0);
    }

    private UntrustedException(
            String causeId, String message, Throwable cause, Mismatch mismatch, String proxy, int attempts) {
        super(message, cause);
        this.causeId = causeId;
        this.mismatch = mismatch;
        this.proxy = proxy;
        this.attempts = attempts;
    }

    /**
     * go.sum does not list it, and the database does not vouch for it.
     *
     * @param why why the database does not, without a full stop
     * @param hint what else may help, or {@code ""}
     */
    static UntrustedException notVouchedFor(ModuleVersion module, Trust.Part part, String why, String hint) {
        return new UntrustedException(
                "go-sum-missing",
                lacking(module, part) + ", and " + why + ". " + hint + "Run \"go mod tidy\" (or \"go mod download "
                        + module + "\") and commit go.sum.",
                null);
    }

    private static String lacking(ModuleVersion module, Trust.Part part) {
        return "go.sum has no line \"" + module.path() + " " + module.version()
                + (part == Trust.Part.ZIP ? "" : "/go.mod") + "\"";
    }

    /** go.sum does not list it, and the database cannot be asked. */
    static UntrustedException unreachable(ModuleVersion module, Trust.Part part, String database, FetchException e) {
        return new UntrustedException(
                "sumdb-unreachable",
                lacking(module, part) + ", and the checksum database " + database + " cannot be asked: "
                        + e.getMessage()
                        + ". Nothing is known to be wrong with the module. Commit a complete go.sum (\"go mod tidy\"), use"
                        + " a proxy that passes the database on, or open the way to it; a private module belongs into"
                        + " GOPRIVATE.",
                e);
    }

    /** The database, or whoever answered for it, did not prove what it said. */
    static UntrustedException unproved(ModuleVersion module, Trust.Part part, String database, IOException e) {
        return new UntrustedException(
                "sumdb-untrusted",
                lacking(module, part) + ", and what was answered for the checksum database " + database
                        + " is not proved to come from it: " + e.getMessage()
                        + ". A proxy or a gateway on the way may be at fault.",
                e);
    }

    /** The database has shown somebody a wrong log. */
    static UntrustedException forked(IOException e) {
        return new UntrustedException(
                "sumdb-fork",
                "SECURITY: " + e.getMessage()
                        + ". Somebody was, or is, shown a wrong log. Keep this message: it is the proof. Do not use modules"
                        + " that go.sum does not list until it is known which head is the right one.",
                e);
    }

    /** The database is not set up as it should be. */
    static UntrustedException misconfigured(RuntimeException e) {
        return new UntrustedException("settings-invalid", e.getMessage(), e);
    }

    /** @param by who says what is expected */
    static UntrustedException mismatch(
            ModuleVersion module, Trust.Part part, String expected, String by, String actual, String from) {
        String what = part == Trust.Part.ZIP ? "the module's files" : "go.mod";
        boolean ofProject = by.equals("go.sum");
        return new UntrustedException(
                "checksum-mismatch",
                "SECURITY: the hash of " + what + " is " + actual + ", but "
                        + (ofProject ? by : "the checksum database " + by) + " says " + expected
                        + ". The bytes came from "
                        + from + ". Either they were changed on the way, or the author moved the tag "
                        + module.version()
                        + " after "
                        + (ofProject ? "go.sum was written" : "the database had seen it")
                        + ". Do not use them before you know which.",
                null,
                new Mismatch(expected, by, actual),
                "",
                0);
    }

    /** The same, with what else is known, and who served the bytes. */
    UntrustedException with(String more, Fetched fetched) {
        return new UntrustedException(
                causeId, getMessage() + more, getCause(), mismatch, fetched.proxy(), fetched.attempts());
    }

    /** The hashes, if that is what is wrong. */
    Optional<Mismatch> mismatch() {
        return Optional.ofNullable(mismatch);
    }

    /** The proxy that served the bytes, or {@code ""}. */
    String proxy() {
        return proxy;
    }

    /** Requests that it took, or 0. */
    int attempts() {
        return attempts;
    }

    /** The id in the failure catalog. */
    String causeId() {
        return causeId;
    }
}
