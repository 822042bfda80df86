package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.modzip.InvalidModuleZipException;
import java.io.IOException;

/** A proxy served something that is no module zip, and more than once. */
final class SpoiltZipException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String proxy;
    private final int attempts;

    SpoiltZipException(InvalidModuleZipException cause, String proxy, int attempts) {
        super(cause.getMessage() + " (served by " + proxy + ")", cause);
        this.proxy = proxy;
        this.attempts = attempts;
    }

    String proxy() {
        return proxy;
    }

    int attempts() {
        return attempts;
    }
}
