package io.jenkins.plugins.gomodules.goenv;

/** Settings with which nothing can be fetched; the message says which, and what to do. */
public class GoEnvironmentException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public GoEnvironmentException(String message) {
        super(message);
    }
}
