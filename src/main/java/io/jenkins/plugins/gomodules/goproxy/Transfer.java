package io.jenkins.plugins.gomodules.goproxy;

import io.jenkins.plugins.gomodules.http.HttpHeaders;
import io.jenkins.plugins.gomodules.http.HttpOrigin;
import io.jenkins.plugins.gomodules.http.HttpResponse;
import io.jenkins.plugins.gomodules.http.HttpTransport;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The transfer of one file from one proxy, over as many attempts as it takes. What an attempt brought is kept: the next
 * one asks for the rest with Range and If-Range (RFC 9110, section 14), if the server let us know that it is the same
 * file.
 */
final class Transfer {
    static final int MAX_REDIRECTS = 10;
    private static final int BUFFER_BYTES = 32 * 1024;

    /** How long the text of an error is worth waiting for. */
    private static final long ERROR_TEXT_NANOS = 5_000_000_000L;

    private static final ThreadLocal<byte[]> BUFFER = ThreadLocal.withInitial(() -> new byte[BUFFER_BYTES]);

    private final HttpTransport transport;
    private final FetchStatistics statistics;
    private final URI uri;
    private final ProxyAuthorization authorization;
    private final Sink sink;
    private String validator = "";
    private long total = -1;

    /** @param authorization what is shown, to the origin of {@code uri} only */
    Transfer(
            HttpTransport transport, FetchStatistics statistics, URI uri, ProxyAuthorization authorization, Sink sink) {
        this.transport = transport;
        this.statistics = statistics;
        this.uri = uri;
        this.authorization = authorization;
        this.sink = sink;
    }

    /**
     * Makes one attempt; on return the sink holds the whole file.
     *
     * @throws HttpStatusException when the server answers something else
     * @throws LocalFileException when the sink fails
     * @throws IOException when the network fails
     */
    void attempt() throws IOException {
        if (sink.size() > 0 && validator.isEmpty()) {
            restart();
        }
        URI target = uri;
        boolean left = false;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            statistics.requested();
            // Whoever leads back here from another host has chosen the URL: no login goes to that one either.
            left |= isElsewhere(target);
            try (HttpResponse response = transport.get(target, headers(target, left))) {
                URI next = redirect(target, response);
                if (next == null) {
                    receive(target, response);
                    return;
                }
                target = next;
            }
        }
        throw new HttpStatusException(508, "after " + MAX_REDIRECTS + " redirects", -1, "");
    }

    private Map<String, String> headers(URI target, boolean left) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "go-modules-jenkins/1");
        String login = left ? "" : authorization.header(target);
        if (!login.isEmpty()) {
            headers.put("Authorization", login);
        }
        if (sink.size() > 0) {
            headers.put("Range", "bytes=" + sink.size() + "-");
            headers.put("If-Range", validator);
        }
        return headers;
    }

    private boolean isElsewhere(URI target) throws IOException {
        return target != uri && !HttpOrigin.of(target).equals(HttpOrigin.of(uri));
    }

    /** Where the answer points on to, or null. From https it may not lead to http. */
    static URI redirect(URI from, HttpResponse response) throws IOException {
        switch (response.status()) {
            case 301, 302, 303, 307, 308:
                break;
            default:
                return null;
        }
        String location = response.headers().first("Location").orElse("");
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new HttpStatusException(response.status(), "to a place that is no URL", -1, "");
        }
        boolean web = "https".equalsIgnoreCase(to.getScheme()) || "http".equalsIgnoreCase(to.getScheme());
        if (location.isEmpty() || !web || to.getRawAuthority() == null) {
            throw new HttpStatusException(response.status(), "to a place that is no web address", -1, "");
        }
        if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
            throw new HttpStatusException(response.status(), "from https to http, which is refused", -1, "");
        }
        return to;
    }

    private void receive(URI from, HttpResponse response) throws IOException {
        HttpHeaders headers = response.headers();
        switch (response.status()) {
            case 200:
                restart();
                total = response.contentLength();
                validator = strongValidator(headers);
                break;
            case 206:
                checkRange(headers.first("Content-Range").orElse(""));
                break;
            default:
                throw refusal(from, response);
        }
        String coding = headers.first("Content-Encoding").orElse("identity");
        if (!coding.equalsIgnoreCase("identity")) {
            throw new HttpStatusException(
                    response.status(),
                    "with a body in the coding " + ServerText.clean(coding) + ", which nobody asked for",
                    -1,
                    "");
        }
        if (total > sink.limit()) {
            throw tooLarge(response.status());
        }
        copy(response);
        if (total >= 0 && sink.size() != total) {
            throw new EOFException("the body was cut off after " + sink.size() + " of " + total + " bytes");
        }
    }

    private void copy(HttpResponse response) throws IOException {
        byte[] buffer = BUFFER.get();
        TransferPace pace = new TransferPace(System.nanoTime());
        int count;
        while ((count = response.read(buffer, 0, buffer.length)) >= 0) {
            statistics.received(count);
            if (sink.size() + count > sink.limit()) {
                throw tooLarge(response.status());
            }
            try {
                sink.write(buffer, 0, count);
            } catch (IOException e) {
                throw new LocalFileException(e);
            }
            pace.received(count, System.nanoTime());
        }
    }

    private HttpStatusException tooLarge(int status) {
        return new HttpStatusException(
                status, "with more than the " + sink.limit() + " bytes that such a file may have", -1, "");
    }

    private void restart() throws LocalFileException {
        validator = "";
        total = -1;
        if (sink.size() > 0) {
            try {
                sink.restart();
            } catch (IOException e) {
                throw new LocalFileException(e);
            }
        }
    }

    private HttpStatusException refusal(URI from, HttpResponse response) throws IOException {
        if (response.status() == 416) {
            restart();
        }
        byte[] body = new byte[ServerText.MAX_BYTES];
        int length = 0;
        int count = 0;
        long end = System.nanoTime() + ERROR_TEXT_NANOS;
        while (length < body.length
                && System.nanoTime() - end < 0
                && (count = response.read(body, length, body.length - length)) >= 0) {
            length += count;
        }
        if (count < 0) {
            // The end of the body has been seen, so the connection can serve the next request.
            response.read(new byte[1], 0, 1);
        }
        long retryAfter = response.headers()
                .first("Retry-After")
                .map(value -> RetryAfter.millis(value, Instant.now()))
                .orElse(-1L);
        boolean elsewhere = isElsewhere(from);
        return new HttpStatusException(
                response.status(),
                ServerText.clean(response.reason()),
                retryAfter,
                ServerText.clean(body, length),
                !elsewhere && Challenge.wantsBasic(response.headers()),
                elsewhere ? host(from) : "");
    }

    private static String host(URI uri) {
        String authority = uri.getRawAuthority();
        return ServerText.clean(authority.substring(authority.lastIndexOf('@') + 1));
    }

    /** Only a strong entity tag says that two answers are the same bytes, RFC 9110 section 8.8.1. */
    private static String strongValidator(HttpHeaders headers) {
        String tag = headers.first("ETag").orElse("");
        return tag.startsWith("\"") && tag.endsWith("\"") && tag.length() > 2 ? tag : "";
    }

    private void checkRange(String contentRange) throws IOException {
        String expected = "bytes " + sink.size() + "-";
        String whole = total >= 0 ? "/" + total : "/";
        if (!contentRange.startsWith(expected) || total >= 0 && !contentRange.endsWith(whole)) {
            restart();
            throw new IOException("the server sent another part of the file than the one that was asked for");
        }
    }
}
