package io.jenkins.plugins.gomodules.goproxy;

import java.io.IOException;

/** Bytes arrived but could not be kept. Keeps disk trouble apart from network trouble. */
final class LocalFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final IOException failure;

    LocalFileException(IOException failure) {
        super(failure.getMessage(), failure);
        this.failure = failure;
    }

    IOException failure() {
        return failure;
    }
}
