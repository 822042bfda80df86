package io.jenkins.plugins.gomodules.goproxy;

import static io.jenkins.plugins.gomodules.testing.ModuleFixture.module;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.http.HttpTimeouts;
import io.jenkins.plugins.gomodules.http.HttpTransport;
import io.jenkins.plugins.gomodules.module.ModulePatterns;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.Gate;
import io.jenkins.plugins.gomodules.testing.GoProxyTree;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.RecordedRequest;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProxyChainTest {
    private static final ModuleVersion MODULE = new ModuleVersion("example.com/Mod", "v1.0.0");
    private static final int LARGE = 200_000;

    private final ModuleFixture fixture = module(MODULE.path(), MODULE.version())
            .stored()
            .file(
                    "data.bin",
                    new Random(1)
                            .ints(LARGE)
                            .collect(() -> new java.io.ByteArrayOutputStream(), (out, i) -> out.write(i), (a, b) -> {})
                            .toByteArray())
            .build();
    private final FetchStatistics statistics = new FetchStatistics();
    private LoopbackProxy first;
    private LoopbackProxy second;
    private HttpTransport transport;

    @BeforeEach
    void start() throws IOException {
        first = LoopbackProxy.start(fixture);
        second = LoopbackProxy.start(fixture);
        transport = new HttpTransport(new HttpTimeouts(5_000, 5_000), url -> Optional.empty());
    }

    @AfterEach
    void stop() {
        transport.close();
        first.close();
        second.close();
    }

    private ProxyChain chain(String goproxy, String noProxy) {
        return new ProxyChain(
                ProxyList.parse(goproxy),
                ModulePatterns.parse(noProxy),
                ProxyLogins.NONE,
                transport,
                statistics,
                new RetryPolicy(3, 1, 2),
                16);
    }

    private byte[] fetch(String goproxy, ModuleFile.Kind kind) throws IOException, InterruptedException {
        MemorySink sink = new MemorySink(1 << 20);
        chain(goproxy, "").fetch(new ModuleFile(MODULE, kind), sink);
        return sink.toByteArray();
    }

    @Test
    void everyKindOfFileIsFoundUnderItsEscapedName() throws Exception {
        assertArrayEquals(fixture.mod(), fetch(first.url(), ModuleFile.Kind.MOD));
        assertArrayEquals(fixture.info(), fetch(first.url(), ModuleFile.Kind.INFO));
        assertArrayEquals(fixture.zip(), fetch(first.url(), ModuleFile.Kind.ZIP));
        assertEquals(1, first.count("/example.com/!mod/@v/v1.0.0.zip"));
    }

    @Test
    void aDirectoryServesAsWell(@TempDir Path dir) throws Exception {
        GoProxyTree.write(dir, List.of(fixture));
        assertArrayEquals(fixture.zip(), fetch(dir.toUri().toString(), ModuleFile.Kind.ZIP));
        FetchException e = assertThrows(
                FetchException.class,
                () -> chain(dir.toUri().toString(), "")
                        .fetch(
                                new ModuleFile(new ModuleVersion("example.com/other", "v1.0.0"), ModuleFile.Kind.MOD),
                                new MemorySink(10)));
        assertEquals(FetchCause.VERSION_NOT_FOUND, e.reason());
    }

    /** Which proxy's turn it is after an answer, by the separator. */
    @ParameterizedTest
    @CsvSource({
        "404, ',', true",
        "410, ',', true",
        "404, '|', true",
        "403, ',', false",
        "403, '|', true",
        "500, ',', false",
        "500, '|', true",
        "401, ',', false",
        "401, '|', true"
    })
    void theSeparatorDecides(int status, String separator, boolean goesOn) throws Exception {
        first.on("*").answer(Fault.status(status));
        String list = first.url() + separator + second.url();
        if (goesOn) {
            assertArrayEquals(fixture.mod(), fetch(list, ModuleFile.Kind.MOD));
        } else {
            FetchException e = assertThrows(FetchException.class, () -> fetch(list, ModuleFile.Kind.MOD));
            assertEquals(status, e.status());
            assertEquals(first.url(), e.proxy());
            assertEquals(0, second.requests().size());
        }
    }

    @Test
    void versionControlComesAfterTheProxiesAndBeforeThemForPrivateModules() {
        first.on("*").answer(Fault.status(404));
        assertThrows(DirectFetchException.class, () -> fetch(first.url() + ",direct", ModuleFile.Kind.MOD));
        assertEquals(1, first.requests().size());
        assertThrows(
                DirectFetchException.class,
                () -> chain(first.url(), "example.com/*")
                        .fetch(new ModuleFile(MODULE, ModuleFile.Kind.MOD), new MemorySink(1)));
        assertEquals(1, first.requests().size());
        FetchException off = assertThrows(FetchException.class, () -> fetch("off", ModuleFile.Kind.MOD));
        assertTrue(off.getMessage().contains("GOPROXY=off"), off::getMessage);
    }

    static Stream<Arguments> passingFaults() {
        return Stream.of(
                Arguments.of("500", Fault.status(500)),
                Arguments.of("502", Fault.status(502)),
                Arguments.of("429 with Retry-After", Fault.status(429).and(Fault.retryAfter("0"))),
                Arguments.of(
                        "503 with a date", Fault.status(503).and(Fault.retryAfter("Tue, 01 Jan 2019 00:00:00 GMT"))),
                Arguments.of("cut body", Fault.cutAfter(1000)),
                Arguments.of("reset body", Fault.resetAfter(1000)),
                Arguments.of("reset at once", Fault.resetAtOnce()),
                Arguments.of("hang-up", Fault.hangUp()),
                Arguments.of("wrong length", Fault.contentLength(LARGE * 2)),
                Arguments.of("cut chunks", Fault.chunked().and(Fault.cutAfter(1000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passingFaults")
    void whatPassesIsTriedAgain(String name, Fault fault) throws Exception {
        first.on("*.zip").attempts(1, 2).answer(fault);
        assertArrayEquals(fixture.zip(), fetch(first.url(), ModuleFile.Kind.ZIP));
        assertTrue(statistics.retries() > 0 || first.count(fixture.url("zip")) > 1);
    }

    @Test
    void aCutBodyIsContinuedWhereItEnded() throws Exception {
        first.on("*.zip").attempt(1).answer(Fault.cutAfter(100_000));
        assertArrayEquals(fixture.zip(), fetch(first.url(), ModuleFile.Kind.ZIP));
        RecordedRequest again = first.requests(fixture.url("zip")).get(1);
        assertEquals(Optional.of("bytes=100000-"), again.header("Range"));
        assertTrue(again.header("If-Range").isPresent());
        assertEquals(fixture.zip().length, statistics.bytes());
    }

    static Stream<Arguments> unreliableRanges() {
        return Stream.of(
                Arguments.of("not supported", Fault.noRanges()),
                Arguments.of("another part", Fault.wrongRange()),
                Arguments.of("another file by now", Fault.header("ETag", "\"changed\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreliableRanges")
    void whereRangesCannotBeReliedOnTheBodyStartsAnew(String name, Fault fault) throws Exception {
        first.on("*.zip").attempt(1).answer(Fault.cutAfter(100_000));
        first.on("*.zip").attempt(2).answer(fault);
        assertArrayEquals(fixture.zip(), fetch(first.url(), ModuleFile.Kind.ZIP));
    }

    @Test
    void withoutAStrongEntityTagNothingIsPutTogether() throws Exception {
        first.on("*.zip").answer(Fault.header("ETag", "W/\"weak\""));
        first.on("*.zip").attempt(1).answer(Fault.cutAfter(100_000));
        assertArrayEquals(fixture.zip(), fetch(first.url(), ModuleFile.Kind.ZIP));
        assertEquals(Optional.empty(), first.requests(fixture.url("zip")).get(1).header("Range"));
    }

    static Stream<Arguments> lastingFaults() {
        return Stream.of(
                Arguments.of(Fault.status(404, "not found: unknown revision v1.0.0"), FetchCause.VERSION_NOT_FOUND, 1),
                Arguments.of(Fault.status(403), FetchCause.AUTH_DENIED, 1),
                Arguments.of(Fault.status(401), FetchCause.AUTH_REQUIRED, 1),
                Arguments.of(Fault.status(501), FetchCause.BAD_ANSWER, 1),
                Arguments.of(Fault.status(500), FetchCause.GOPROXY_UNAVAILABLE, 4),
                Arguments.of(Fault.status(429).and(Fault.retryAfter("3600")), FetchCause.RATE_LIMITED, 1),
                Arguments.of(Fault.header("Content-Encoding", "gzip"), FetchCause.BAD_ANSWER, 1),
                Arguments.of(Fault.body(new byte[(1 << 20) + 1]), FetchCause.BAD_ANSWER, 1),
                Arguments.of(Fault.statusLine("SMTP ready"), FetchCause.BAD_ANSWER, 1));
    }

    @ParameterizedTest
    @MethodSource("lastingFaults")
    void whatLastsIsReportedWithItsCauseAndAttempts(Fault fault, FetchCause cause, int attempts) {
        first.on("*").answer(fault);
        FetchException e = assertThrows(FetchException.class, () -> fetch(first.url(), ModuleFile.Kind.MOD));
        assertEquals(cause, e.reason());
        assertEquals(attempts, e.attempts());
        assertEquals(first.url(), e.proxy());
        assertEquals(attempts, first.requests().size());
    }

    @Test
    void whatTheServerSaysIsShownCleanAndShort() {
        first.on("*").answer(Fault.status(404, "not\u001b[31m found:\n\tno such thing " + "x".repeat(5000)));
        FetchException e = assertThrows(FetchException.class, () -> fetch(first.url(), ModuleFile.Kind.MOD));
        assertTrue(e.getMessage().contains("not[31m found: no such thing"), e::getMessage);
        assertTrue(e.getMessage().length() < 500, e::getMessage);
        first.heal();
        first.on("*").answer(Fault.status(404, "<html><body>long page</body></html>"));
        e = assertThrows(FetchException.class, () -> fetch(first.url(), ModuleFile.Kind.MOD));
        assertFalse(e.getMessage().contains("html"), e.getMessage());
    }

    @Test
    void redirectsAreFollowedWithoutTheLogin() throws Exception {
        first.on("*").answer(Fault.redirect(302, second.url() + fixture.url("mod")));
        String withLogin = first.url().replace("http://", "http://user:secret@");
        assertArrayEquals(fixture.mod(), fetch(withLogin, ModuleFile.Kind.MOD));
        assertEquals(
                Optional.of("Basic dXNlcjpzZWNyZXQ="), first.requests().get(0).header("Authorization"));
        assertEquals(Optional.empty(), second.requests().get(0).header("Authorization"));
    }

    @ParameterizedTest
    @CsvSource({"file:///etc/passwd", "ftp://example.com/x", "''", "'http://['"})
    void redirectsLeadToTheWebOnly(String location) {
        first.on("*").answer(Fault.redirect(302, location));
        FetchException e = assertThrows(FetchException.class, () -> fetch(first.url(), ModuleFile.Kind.MOD));
        assertEquals(302, e.status());
    }

    @Test
    void endlessRedirectsEnd() {
        first.on("*").answer(Fault.redirect(302, first.url() + fixture.url("mod")));
        FetchException e = assertThrows(FetchException.class, () -> fetch(first.url(), ModuleFile.Kind.MOD));
        assertTrue(e.getMessage().contains("10 redirects"), e::getMessage);
    }

    @Test
    void aLoginNeverShowsInAnError() {
        first.on("*").answer(Fault.status(403));
        String withLogin = first.url().replace("http://", "http://user:secret@");
        FetchException e = assertThrows(FetchException.class, () -> fetch(withLogin, ModuleFile.Kind.MOD));
        assertFalse(e.toString().contains("secret"), e::toString);
        assertEquals(first.url(), e.proxy());
    }

    @Test
    void aLoginThatTheServerRepeatsIsNotShown() {
        first.on("*").answer(Fault.status(403, "no: Basic dXNlcjpzZWNyZXQ=, user:secret, password secret"));
        String withLogin = first.url().replace("http://", "http://user:secret@");
        FetchException e = assertThrows(FetchException.class, () -> fetch(withLogin, ModuleFile.Kind.MOD));
        assertTrue(e.getMessage().contains("no: Basic ****, ****, password ****"), e::getMessage);
    }

    /** No request is made: the name of the host is not even looked up. */
    @Test
    void aLoginDoesNotGoOverTheNetworkUnencrypted() {
        FetchException e = assertThrows(
                FetchException.class, () -> fetch("http://user:secret@127.example.test", ModuleFile.Kind.MOD));
        assertEquals("settings-invalid", e.reason().id());
        assertEquals(0, statistics.requests());
        assertFalse(e.getMessage().contains("secret"), e::getMessage);
    }

    @Test
    void aProxyThatCannotBeReachedIsNotAskedForEveryModule() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        ProxyChain chain = chain("http://127.0.0.1:" + port, "");
        for (int i = 0; i < 3; i++) {
            FetchException e = assertThrows(
                    FetchException.class,
                    () -> chain.fetch(new ModuleFile(MODULE, ModuleFile.Kind.MOD), new MemorySink(100)));
            assertEquals(FetchCause.CONNECTION_REFUSED, e.reason());
        }
        assertEquals(4, statistics.requests());
    }

    @Test
    void theMostTellingFailureIsReported() {
        first.on("*").answer(Fault.status(500));
        second.on("*").answer(Fault.status(404));
        FetchException e =
                assertThrows(FetchException.class, () -> fetch(first.url() + "|" + second.url(), ModuleFile.Kind.MOD));
        assertEquals(FetchCause.GOPROXY_UNAVAILABLE, e.reason());
        assertEquals(5, e.attempts());
        assertTrue(e.getMessage().contains(second.url()), e::getMessage);
    }

    @Test
    void closingTheTransportInterruptsTheFetch() throws Exception {
        Gate gate = new Gate();
        first.on("*").answer(Fault.stall(gate));
        CompletableFuture<Throwable> fetch = CompletableFuture.supplyAsync(
                () -> assertThrows(InterruptedException.class, () -> fetch(first.url(), ModuleFile.Kind.MOD)));
        gate.awaitArrival();
        transport.close();
        try {
            fetch.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            gate.open();
        }
    }

    @Test
    void anOverloadedProxyGetsFewerRequestsAtOnce() throws InterruptedException {
        AdaptiveLimit limit = new AdaptiveLimit(64);
        limit.acquire();
        limit.overloaded();
        limit.release();
        assertEquals(32, limit.limit());
        for (int i = 0; i < 32; i++) {
            limit.succeeded();
        }
        assertEquals(33, limit.limit());
    }
}
