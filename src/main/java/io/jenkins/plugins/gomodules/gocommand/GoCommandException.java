package io.jenkins.plugins.gomodules.gocommand;

import java.io.IOException;

/** The go command could not be run to its end; the message is a sentence without secrets. */
public class GoCommandException extends IOException {
    private static final long serialVersionUID = 1L;

    GoCommandException(String message) {
        super(message);
    }

    GoCommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
