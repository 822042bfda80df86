package io.jenkins.plugins.gomodules.goproxy;

/** A GOPROXY value that is not a proxy list; the message says which entry, why, and what to write, without secrets. */
public class InvalidProxyListException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidProxyListException(String message) {
        super(message);
    }
}
