package io.jenkins.plugins.gomodules.goproxy;

import java.io.IOException;

/** A proxy answered with success, but what it sent is not what the GOPROXY protocol asks for. */
public final class InvalidAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    InvalidAnswerException(String message) {
        super(message);
    }
}
