package io.jenkins.plugins.gomodules.goproxy;

import java.util.List;

/**
 * What a proxy answered when it was asked once. Texts are one line each and bounded, and logins are masked in them.
 *
 * @param status the HTTP status
 * @param server the Server field, or {@code ""}
 * @param contentType the Content-Type field, or {@code ""}
 * @param redirects where it led, in order: URLs without login and query
 * @param body what it sent, from the start
 * @param complete whether that is all of it
 * @param cause what a status other than 200 means; null for 200
 * @param explanation the same in words, with what to do about logins; {@code ""} for 200
 */
public record ProxyAnswer(
        int status,
        String server,
        String contentType,
        List<String> redirects,
        byte[] body,
        boolean complete,
        FetchCause cause,
        String explanation) {
    public ProxyAnswer {
        redirects = List.copyOf(redirects);
    }
}
