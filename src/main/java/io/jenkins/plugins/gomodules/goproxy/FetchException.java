package io.jenkins.plugins.gomodules.goproxy;

import java.io.IOException;

/** A file that no proxy of the list delivered. Its message is made for people and holds no secret. */
public final class FetchException extends IOException {
    private static final long serialVersionUID = 1L;

    private final FetchCause reason;
    private final String proxy;
    private final int status;
    private final int attempts;

    FetchException(FetchCause reason, String proxy, int status, int attempts, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.proxy = proxy;
        this.status = status;
        this.attempts = attempts;
    }

    public FetchCause reason() {
        return reason;
    }

    /** The proxy that this is about, without user name and password; {@code ""} when it is about none. */
    public String proxy() {
        return proxy;
    }

    /** The HTTP status it answered last, or 0. */
    public int status() {
        return status;
    }

    /** How many requests were made for the file. */
    public int attempts() {
        return attempts;
    }
}
