package io.jenkins.plugins.gomodules.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault is seen by a client as what it is called. */
class LoopbackProxyTest {

    private static final String PATH = "/m/@v/v1.0.0.zip";
    private static final byte[] BODY = "0123456789".getBytes(StandardCharsets.US_ASCII);

    private final HttpClient client = HttpClient.newHttpClient();
    private LoopbackProxy proxy;

    @BeforeEach
    void start() throws IOException {
        proxy = LoopbackProxy.start().add(PATH, BODY);
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    private HttpRequest request(String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(proxy.url() + PATH));
        return (headers.length == 0 ? builder : builder.headers(headers)).build();
    }

    private HttpResponse<byte[]> get(String... headers) throws Exception {
        return client.send(request(headers), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void honestAnswersKeepTheConnection() throws Exception {
        assertArrayEquals(BODY, get().body());
        assertArrayEquals(BODY, get().body());
        assertEquals(1, proxy.connections());
        assertEquals(2, proxy.requests(PATH).get(1).attempt());
        proxy.remove(PATH);
        assertEquals(404, get().statusCode());
    }

    @Test
    void rangesAreHonouredIgnoredOrShifted() throws Exception {
        HttpResponse<byte[]> rest = get("Range", "bytes=7-");
        assertEquals(206, rest.statusCode());
        assertEquals("789", text(rest));
        assertEquals("bytes 7-9/10", rest.headers().firstValue("Content-Range").orElseThrow());
        assertEquals(416, get("Range", "bytes=10-").statusCode());
        assertEquals(200, get("Range", "bytes=7-", "If-Range", "\"other\"").statusCode());
        proxy.on("*").answer(Fault.wrongRange());
        assertEquals("6789", text(get("Range", "bytes=7-")));
        proxy.on("*").answer(Fault.noRanges());
        assertEquals(200, get("Range", "bytes=7-").statusCode());
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("status", Fault.status(503).and(Fault.retryAfter("7")), "503 7 status 503 on purpose\n"),
                Arguments.of("chunked", Fault.chunked(), "200 - 0123456789"),
                Arguments.of("closing", Fault.closing(), "200 - 0123456789"),
                Arguments.of("too short a length", Fault.contentLength(4), "200 - 0123"),
                Arguments.of("another body", Fault.body(new byte[] {'x'}), "200 - x"),
                Arguments.of("no credentials", Fault.unauthorizedUnless("Basic x"), "401 - status 401 on purpose\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void faultsThatAreAnswers(String name, Fault fault, String expected) throws Exception {
        proxy.on(PATH).attempt(1).answer(fault);
        HttpResponse<byte[]> response = get();
        String retryAfter = response.headers().firstValue("Retry-After").orElse("-");
        assertEquals(expected, response.statusCode() + " " + retryAfter + " " + text(response));
        assertArrayEquals(BODY, get().body());
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("cut", Fault.cutAfter(3)),
                Arguments.of("cut between chunks", Fault.cutAfter(3).and(Fault.chunked())),
                Arguments.of("reset", Fault.resetAfter(3)),
                Arguments.of("reset at once", Fault.resetAtOnce()),
                Arguments.of("hung up", Fault.hangUp()),
                Arguments.of("too long a length", Fault.contentLength(11)),
                Arguments.of("not HTTP", Fault.statusLine("SSH-2.0-OpenSSH_9.6")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void faultsThatAreErrors(String name, Fault fault) throws Exception {
        // The client tries again by itself where a kept connection was closed early, so every attempt is spoilt.
        proxy.on(PATH).answer(fault);
        assertThrows(IOException.class, this::get);
        proxy.heal();
        assertArrayEquals(BODY, get().body());
    }

    @Test
    void stallsEndWhenTheTestSaysSo() throws Exception {
        Gate before = new Gate();
        Gate within = new Gate();
        proxy.on(PATH).answer(Fault.stall(before).and(Fault.stallAfter(4, within)));
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request(), HttpResponse.BodyHandlers.ofByteArray());
        before.awaitArrival();
        assertFalse(within.reached());
        before.open();
        within.awaitArrival();
        assertFalse(answer.isDone());
        within.open();
        assertArrayEquals(BODY, answer.get().body());
    }

    @Test
    void closingEndsStalledConnections() throws Exception {
        Gate never = new Gate();
        proxy.on(PATH).answer(Fault.stallAfter(4, never));
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request(), HttpResponse.BodyHandlers.ofByteArray());
        never.awaitArrival();
        proxy.close();
        assertThrows(Exception.class, answer::get);
    }

    @Test
    void redirectsAndHeadersAreRecorded() throws Exception {
        proxy.on(PATH).attempt(1).answer(Fault.redirect(302, "/other"));
        assertEquals(
                "/other",
                get("Authorization", "Bearer t")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow());
        assertEquals(
                "Bearer t", proxy.requests(PATH).get(0).header("AUTHORIZATION").orElseThrow());
    }

    @Test
    void tlsClientsThatTrustTheCertificateGetIn(@TempDir Path dir) throws Exception {
        TestCertificate certificate = TestCertificate.create(dir);
        try (LoopbackProxy tls = LoopbackProxy.startTls(certificate)) {
            tls.add(PATH, BODY);
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(tls.url() + PATH)).build();
            HttpClient trusting = HttpClient.newBuilder()
                    .sslContext(certificate.clientContext())
                    .build();
            assertArrayEquals(
                    BODY,
                    trusting.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .body());
            assertThrows(IOException.class, () -> client.send(request, HttpResponse.BodyHandlers.discarding()));
        }
    }

    @Test
    void absoluteFormGoesThroughTheForwardProxy() throws Exception {
        try (LoopbackForwardProxy forward = LoopbackForwardProxy.start()) {
            Supplier<HttpClient> through = () -> HttpClient.newBuilder()
                    .proxy(java.net.ProxySelector.of(new java.net.InetSocketAddress("127.0.0.1", forward.port())))
                    .build();
            assertArrayEquals(
                    BODY,
                    through.get()
                            .send(request(), HttpResponse.BodyHandlers.ofByteArray())
                            .body());
            assertEquals(proxy.url() + PATH, forward.requests().get(0).target());
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.US_ASCII);
    }

    @Test
    void faultsMayDependOnTheAttempt() throws Exception {
        proxy.on("*.zip").attempts(2, 3).answer(Fault.status(500));
        int[] codes = new int[4];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = get().statusCode();
        }
        assertEquals("[200, 500, 500, 200]", Arrays.toString(codes));
    }
}
