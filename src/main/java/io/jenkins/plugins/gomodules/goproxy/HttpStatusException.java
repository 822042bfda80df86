package io.jenkins.plugins.gomodules.goproxy;

import java.io.IOException;

/** The proxy answered, but not with the file. */
final class HttpStatusException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final long retryAfterMillis;

    /** @param retryAfterMillis what the server asks to wait, in milliseconds, or -1 */
    HttpStatusException(int status, String reason, long retryAfterMillis, String serverText) {
        super("answered " + status + (reason.isEmpty() ? "" : " " + reason)
                + (serverText.isEmpty() ? "" : ": " + serverText));
        this.status = status;
        this.retryAfterMillis = retryAfterMillis;
    }

    int status() {
        return status;
    }

    long retryAfterMillis() {
        return retryAfterMillis;
    }
}
