package io.jenkins.plugins.gomodules.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.Gate;
import io.jenkins.plugins.gomodules.testing.LoopbackForwardProxy;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.TestCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HttpTransportTest {
    private static final String PATH = "/m/@v/v1.0.0.mod";
    private static final byte[] BODY = "module m\n".getBytes(StandardCharsets.US_ASCII);

    private LoopbackProxy server;
    private HttpTransport transport;

    @BeforeEach
    void start() throws IOException {
        server = LoopbackProxy.start().add(PATH, BODY);
        transport = new HttpTransport(new HttpTimeouts(5_000, 5_000), url -> Optional.empty());
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    private static byte[] get(HttpTransport transport, String url) throws IOException {
        try (HttpResponse response = transport.get(URI.create(url), Map.of())) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            byte[] buffer = new byte[4];
            int count;
            while ((count = response.read(buffer, 0, buffer.length)) >= 0) {
                body.write(buffer, 0, count);
            }
            return body.toByteArray();
        }
    }

    private byte[] get() throws IOException {
        return get(transport, server.url() + PATH);
    }

    @Test
    void oneConnectionServesOneRequestAfterTheOther() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(BODY, get());
        }
        assertEquals(1, server.connections());
    }

    @Test
    void chunkedBodiesArriveWholeAndKeepTheConnection() throws IOException {
        server.on(PATH).answer(Fault.chunked());
        assertArrayEquals(BODY, get());
        assertArrayEquals(BODY, get());
        assertEquals(1, server.connections());
    }

    @Test
    void aBodyThatWasNotReadEndsTheConnection() throws IOException {
        transport.get(URI.create(server.url() + PATH), Map.of()).close();
        assertArrayEquals(BODY, get());
        assertEquals(2, server.connections());
    }

    @Test
    void anIdleConnectionThatTheServerClosedIsReplacedUnnoticed() throws IOException {
        server.on(PATH).attempt(2).answer(Fault.hangUp());
        assertArrayEquals(BODY, get());
        assertArrayEquals(BODY, get());
        assertEquals(3, server.count(PATH));
    }

    static Stream<Arguments> spoiltAnswers() {
        return Stream.of(
                Arguments.of("cut body", Fault.cutAfter(4), "cut off after 4 of 9 bytes"),
                Arguments.of("too great a length", Fault.contentLength(100), "cut off after 9 of 100 bytes"),
                Arguments.of("cut chunk", Fault.chunked().and(Fault.cutAfter(4)), "closed the connection"),
                Arguments.of("no answer", Fault.hangUp(), "closed the connection"),
                Arguments.of("not HTTP", Fault.statusLine("SSH-2.0-OpenSSH_9.2"), "does not answer in HTTP/1.1"),
                Arguments.of("bad status", Fault.statusLine("HTTP/1.1 2x0 OK"), "malformed status line"),
                Arguments.of("endless head", Fault.header("X", "x".repeat(20_000)), "header line of more than"),
                Arguments.of("bad length", Fault.header("Content-Length", "9a"), "malformed Content-Length"),
                Arguments.of("negative length", Fault.header("Content-Length", "-9"), "malformed Content-Length"),
                Arguments.of(
                        "length and chunks", Fault.header("Transfer-Encoding", "chunked"), "both a length and chunks"),
                Arguments.of("other coding", Fault.chunked().and(Fault.header("Transfer-Encoding", "gzip")), "coding"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiltAnswers")
    void spoiltAnswersAreErrors(String name, Fault fault, String message) {
        server.on(PATH).answer(fault);
        IOException e = assertThrows(IOException.class, this::get);
        assertTrue(e.getMessage().contains(message), e::toString);
    }

    @Test
    void aServerThatStallsTimesOut() throws IOException {
        Gate gate = new Gate();
        server.on(PATH).answer(Fault.stallAfter(4, gate));
        try (HttpTransport hasty = new HttpTransport(new HttpTimeouts(5_000, 50), url -> Optional.empty())) {
            assertThrows(SocketTimeoutException.class, () -> get(hasty, server.url() + PATH));
        } finally {
            gate.open();
        }
    }

    /** Each byte comes in time, the head never ends. */
    @Test
    void aHeadThatDripsTimesOut() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpTransport impatient = new HttpTransport(new HttpTimeouts(1_000, 300), url -> Optional.empty())) {
            Thread drip = new Thread(() -> {
                try (Socket socket = listener.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
                    for (int i = 0; i < 600; i++) {
                        socket.getOutputStream().write('x');
                        Thread.sleep(50);
                    }
                } catch (IOException | InterruptedException e) {
                    // It hung up, as it should.
                }
            });
            drip.start();
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThrows(
                            SocketTimeoutException.class,
                            () -> get(impatient, "http://127.0.0.1:" + listener.getLocalPort() + PATH)));
            drip.join();
        }
    }

    @Test
    void anHttpProxyThatCannotBeReachedIsNamed() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        HttpProxy gone = new HttpProxy("http", "127.0.0.1", port, "user:secret");
        try (HttpTransport proxied = new HttpTransport(HttpTimeouts.DEFAULT, url -> Optional.of(gone))) {
            IOException e = assertThrows(ConnectException.class, () -> get(proxied, server.url() + PATH));
            assertTrue(e.getMessage().contains("the HTTP proxy http://127.0.0.1:" + port), e::getMessage);
            assertFalse(e.getMessage().contains("secret"), e::getMessage);
        }
    }

    @Test
    void closingEndsATransferThatWaits() throws Exception {
        Gate gate = new Gate();
        server.on(PATH).answer(Fault.stallAfter(4, gate));
        CompletableFuture<byte[]> transfer = CompletableFuture.supplyAsync(() -> {
            try {
                return get();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        gate.awaitArrival();
        transport.close();
        assertThrows(ExecutionException.class, () -> transfer.get(10, TimeUnit.SECONDS));
        assertTrue(transport.isClosed());
        assertThrows(IOException.class, this::get);
        gate.open();
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThrows(ConnectException.class, () -> get(transport, "http://127.0.0.1:" + port + "/"));
    }

    @Test
    void headersAreSentAndCannotSmuggleOthers() throws IOException {
        URI url = URI.create(server.url() + PATH);
        transport.get(url, Map.of("Authorization", "Bearer secret")).close();
        assertEquals(Optional.of("Bearer secret"), server.requests(PATH).get(0).header("Authorization"));
        HttpProtocolException e = assertThrows(
                HttpProtocolException.class, () -> transport.get(url, Map.of("Authorization", "secret\r\nX: y")));
        assertFalse(e.getMessage().contains("secret"), e::getMessage);
    }

    @Test
    void certificatesAreChecked(@TempDir Path dir) throws Exception {
        TestCertificate certificate = TestCertificate.create(dir);
        try (LoopbackProxy secure = LoopbackProxy.startTls(certificate)) {
            secure.add(PATH, BODY);
            assertThrows(SSLException.class, () -> get(transport, secure.url() + PATH));
            try (HttpTransport trusting = trusting(certificate, Optional.empty())) {
                assertArrayEquals(BODY, get(trusting, secure.url() + PATH));
                assertArrayEquals(BODY, get(trusting, secure.url() + PATH));
            }
            assertEquals(2, secure.connections());
        }
    }

    private static HttpTransport trusting(TestCertificate certificate, Optional<HttpProxy> proxy) {
        return new HttpTransport(HttpTimeouts.DEFAULT, url -> proxy, () -> {
            try {
                return certificate.clientContext().getSocketFactory();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static HttpProxy proxy(LoopbackForwardProxy forward, String userInfo) {
        return new HttpProxy("http", "127.0.0.1", forward.port(), userInfo);
    }

    @Test
    void plainRequestsGoToTheHttpProxyWhole() throws IOException {
        String login = "Basic " + Base64.getEncoder().encodeToString("user:pass".getBytes(StandardCharsets.UTF_8));
        try (LoopbackForwardProxy forward = LoopbackForwardProxy.startWithAuthorization(login);
                HttpTransport proxied =
                        new HttpTransport(HttpTimeouts.DEFAULT, url -> Optional.of(proxy(forward, "user:pass")))) {
            assertArrayEquals(BODY, get(proxied, server.url() + PATH));
            assertEquals(1, forward.requests().size());
            assertEquals(Optional.empty(), server.requests(PATH).get(0).header("Proxy-Authorization"));
        }
    }

    @Test
    void secureRequestsTunnelThroughTheHttpProxy(@TempDir Path dir) throws Exception {
        TestCertificate certificate = TestCertificate.create(dir);
        try (LoopbackProxy secure = LoopbackProxy.startTls(certificate);
                LoopbackForwardProxy forward = LoopbackForwardProxy.startWithAuthorization("Basic b3RoZXI=")) {
            secure.add(PATH, BODY);
            try (HttpTransport proxied = trusting(certificate, Optional.of(proxy(forward, "user:secret")))) {
                IOException e = assertThrows(IOException.class, () -> get(proxied, secure.url() + PATH));
                assertEquals(407, assertInstanceOf(HttpProxyException.class, e).status());
                assertFalse(e.getMessage().contains("secret"), e::getMessage);
            }
            try (LoopbackForwardProxy open = LoopbackForwardProxy.start();
                    HttpTransport proxied = trusting(certificate, Optional.of(proxy(open, "")))) {
                assertArrayEquals(BODY, get(proxied, secure.url() + PATH));
            }
        }
    }

    @Test
    void theHostNameIsPartOfTheRoute() throws IOException {
        assertEquals(
                "[::1]:8080", HttpOrigin.of(URI.create("http://[::1]:8080/x")).authority());
        assertEquals(
                "example.com",
                HttpOrigin.of(URI.create("https://Example.com:443")).hostHeader());
        for (String bad :
                new String[] {"ftp://example.com/", "http:///x", "https:opaque", "https://h:99999/", "https://:1/"}) {
            assertThrows(HttpProtocolException.class, () -> HttpOrigin.of(URI.create(bad)), bad);
        }
        HttpProtocolException e =
                assertThrows(HttpProtocolException.class, () -> HttpOrigin.of(URI.create("ftp://u:secret@host/")));
        assertFalse(e.getMessage().contains("secret"), e::getMessage);
    }
}
