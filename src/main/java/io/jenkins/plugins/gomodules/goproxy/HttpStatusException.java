package io.jenkins.plugins.gomodules.goproxy;

import java.io.IOException;

/** The proxy answered, but not with the file. */
final class HttpStatusException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final long retryAfterMillis;
    private final boolean wantsBasic;
    private final String elsewhere;

    /** @param retryAfterMillis what the server asks to wait, in milliseconds, or -1 */
    HttpStatusException(int status, String reason, long retryAfterMillis, String serverText) {
        this(status, reason, retryAfterMillis, serverText, false, "");
    }

    /**
     * @param wantsBasic whether the proxy asks for Basic authentication
     * @param elsewhere the other server, to which the proxy led, whose answer this is; else {@code ""}
     */
    HttpStatusException(
            int status, String reason, long retryAfterMillis, String serverText, boolean wantsBasic, String elsewhere) {
        super("answered " + status + (reason.isEmpty() ? "" : " " + reason)
                + (serverText.isEmpty() ? "" : ": " + serverText));
        this.status = status;
        this.retryAfterMillis = retryAfterMillis;
        this.wantsBasic = wantsBasic;
        this.elsewhere = elsewhere;
    }

    int status() {
        return status;
    }

    long retryAfterMillis() {
        return retryAfterMillis;
    }

    boolean wantsBasic() {
        return wantsBasic;
    }

    String elsewhere() {
        return elsewhere;
    }
}
