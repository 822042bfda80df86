package io.jenkins.plugins.gomodules.sumdb;

import java.io.IOException;

/** The database answers that it does not have what was asked for (404 or 410). */
public final class NotFoundException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message what it answered */
    public NotFoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
