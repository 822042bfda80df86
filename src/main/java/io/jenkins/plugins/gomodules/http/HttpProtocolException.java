package io.jenkins.plugins.gomodules.http;

import java.io.IOException;

/** The other side does not speak HTTP as RFC 9110 and RFC 9112 have it, or the request cannot be put into it. */
public final class HttpProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    HttpProtocolException(String message) {
        super(message);
    }
}
