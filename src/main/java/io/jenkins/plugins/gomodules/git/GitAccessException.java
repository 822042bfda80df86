package io.jenkins.plugins.gomodules.git;

import java.io.IOException;

/** The bindings cannot be used; the message is for the build log, holds no secret, and says what to do. */
public class GitAccessException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String cause;

    GitAccessException(String cause, String message) {
        super(message);
        this.cause = cause;
    }

    GitAccessException(String cause, String message, Throwable because) {
        super(message, because);
        this.cause = cause;
    }

    /** Id in the catalog of failures: {@code ssh-host-key}, {@code auth-denied}, {@code vcs-missing} …. */
    public String cause() {
        return cause;
    }
}
