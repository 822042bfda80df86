package io.jenkins.plugins.gomodules.sumdb;

/** The value of GOSUMDB names no checksum database. The message says why, and what to write. */
public final class InvalidSumDbException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidSumDbException(String message) {
        super(message);
    }
}
