package io.jenkins.plugins.gomodules.jenkins.connections;

/** That a test was not made, and why. */
public final class Refusal {
    private final String message;

    Refusal(String message) {
        this.message = message;
    }

    public String getMessage() {
        return message;
    }
}
