package io.jenkins.plugins.gomodules.http;

import java.io.IOException;

/** The HTTP proxy between here and the server refused to connect them. */
public final class HttpProxyException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    HttpProxyException(String message, int status) {
        super(message);
        this.status = status;
    }

    /** The status that the proxy answered, 407 when it wants a login; 0 when it could not be asked. */
    public int status() {
        return status;
    }
}
