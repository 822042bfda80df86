package io.jenkins.plugins.gomodules.goproxy;

import io.jenkins.plugins.gomodules.http.HttpOrigin;
import io.jenkins.plugins.gomodules.http.HttpResponse;
import io.jenkins.plugins.gomodules.http.HttpTransport;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks a proxy for something once and tells how it answered, whatever that is: for who wants to know what is wrong with
 * a proxy, not to have the file. Logins go where a fetch would send them, and nowhere else.
 */
public final class ProxyInquiry {
    private final ProxyList.Entry entry;
    private final ProxyAuthorization authorization;
    private final HttpTransport transport;

    /**
     * @param entry a proxy that is a server
     * @param logins for the proxy if its URL has none
     */
    public ProxyInquiry(ProxyList.Entry entry, ProxyLogins logins, HttpTransport transport) {
        this.entry = entry;
        this.authorization = new ProxyAuthorization(entry, logins);
        this.transport = transport;
    }

    /**
     * Asks for a path below the proxy's URL.
     *
     * @param path escaped, without a slash in front
     * @param limit bytes of the answer that are read at most
     * @throws FetchException when a login of the proxy's URL would go over the network unencrypted
     * @throws IOException when there is no answer; {@link FetchCause#ofNetwork} says what that means
     */
    public ProxyAnswer ask(String path, int limit) throws IOException {
        URI uri = entry.resolve(path);
        String shown = authorization.header(uri);
        Reply reply = send(uri, limit);
        if (reply.refusal != null && authorization.adapted(shown, reply.refusal)) {
            reply = send(uri, limit);
        }
        HttpStatusException refusal = reply.refusal;
        return new ProxyAnswer(
                reply.status,
                mask(reply.server),
                mask(reply.contentType),
                reply.redirects.stream().map(this::mask).toList(),
                reply.body,
                reply.complete,
                refusal == null ? null : authorization.cause(refusal, uri),
                refusal == null ? "" : authorization.explain(refusal, uri));
    }

    /** What a server said, fit to be shown: in one line, without the logins that it may have repeated. */
    public String mask(String text) {
        return authorization.withoutSecrets(ServerText.clean(text));
    }

    private record Reply(
            int status,
            String server,
            String contentType,
            List<String> redirects,
            byte[] body,
            boolean complete,
            HttpStatusException refusal) {}

    private Reply send(URI uri, int limit) throws IOException {
        List<String> redirects = new ArrayList<>();
        HttpOrigin origin = HttpOrigin.of(uri);
        URI target = uri;
        boolean left = false;
        while (true) {
            left |= !HttpOrigin.of(target).equals(origin);
            try (HttpResponse response = transport.get(target, headers(target, left))) {
                URI next;
                try {
                    next = redirects.size() < Transfer.MAX_REDIRECTS ? Transfer.redirect(target, response) : null;
                } catch (HttpStatusException e) {
                    return reply(response, redirects, new byte[0], e);
                }
                if (next == null) {
                    return receive(response, redirects, left ? target : null, limit);
                }
                target = next;
                redirects.add(shown(next));
            }
        }
    }

    private static String shown(URI uri) {
        String authority = uri.getRawAuthority();
        return ServerText.clean(uri.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1)
                + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?****"));
    }

    private Map<String, String> headers(URI target, boolean left) throws FetchException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "go-modules-jenkins/1");
        String login = left ? "" : authorization.header(target);
        if (!login.isEmpty()) {
            headers.put("Authorization", login);
        }
        return headers;
    }

    /** @param elsewhere the URL on another host to which the proxy led, or null */
    private static Reply receive(HttpResponse response, List<String> redirects, URI elsewhere, int limit)
            throws IOException {
        byte[] body = new byte[limit];
        int length = 0;
        int count = 0;
        while (length < limit && (count = response.read(body, length, limit - length)) >= 0) {
            length += count;
        }
        boolean complete = count < 0 || response.read(new byte[1], 0, 1) < 0;
        if (response.status() == 200) {
            return new Reply(
                    200,
                    field(response, "Server"),
                    field(response, "Content-Type"),
                    redirects,
                    Arrays.copyOf(body, length),
                    complete,
                    null);
        }
        HttpStatusException refusal = new HttpStatusException(
                response.status(),
                ServerText.clean(response.reason()),
                -1,
                ServerText.clean(body, Math.min(length, ServerText.MAX_BYTES)),
                elsewhere == null && Challenge.wantsBasic(response.headers()),
                elsewhere == null
                        ? ""
                        : ServerText.clean(HttpOrigin.of(elsewhere).host()));
        return reply(response, redirects, Arrays.copyOf(body, length), refusal);
    }

    private static Reply reply(
            HttpResponse response, List<String> redirects, byte[] body, HttpStatusException refusal) {
        return new Reply(
                response.status(),
                field(response, "Server"),
                field(response, "Content-Type"),
                redirects,
                body,
                true,
                refusal);
    }

    private static String field(HttpResponse response, String name) {
        return ServerText.clean(response.headers().first(name).orElse(""));
    }
}
