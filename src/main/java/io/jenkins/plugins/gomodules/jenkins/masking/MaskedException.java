package io.jenkins.plugins.gomodules.jenkins.masking;

/** In place of an exception whose text showed a secret. */
public final class MaskedException extends Exception {
    private static final long serialVersionUID = 1L;

    MaskedException(String message) {
        super(message);
    }
}
