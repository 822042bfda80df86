package io.jenkins.plugins.gomodules.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jenkins.plugins.gomodules.goproxy.InvalidProxyListException;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogin;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogins;
import io.jenkins.plugins.gomodules.http.HttpTimeouts;
import io.jenkins.plugins.gomodules.module.ModulePatterns;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.Gate;
import io.jenkins.plugins.gomodules.testing.GoProxyTree;
import io.jenkins.plugins.gomodules.testing.HangUpServer;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong at which stage, and what that is called. */
class ProbeTest {
    private static final byte[] TREE = "go.sum database tree\n1\nAAAA\n".getBytes(StandardCharsets.UTF_8);

    private final ModuleFixture module = ModuleFixture.module("example.com/m", "v1.2.3")
            .file("m.go", "package m\n")
            .build();

    private LoopbackProxy proxy;
    private ProbeSettings settings;

    @BeforeEach
    void start() throws IOException {
        proxy = LoopbackProxy.start(module);
        settings = ProbeSettings.DEFAULT
                .withModule(new ModuleVersion("example.com/m", "v1.2.3"))
                .withSumDb("off");
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    private TargetReport probe() throws InterruptedException {
        return probe(proxy.url());
    }

    private TargetReport probe(String url) throws InterruptedException {
        return new Probe(settings).goproxy(url).targets().get(0);
    }

    private static void assertFails(Stage stage, String cause, TargetReport report) {
        StageReport failed = report.failure().orElseThrow(() -> new AssertionError(report.toString()));
        assertEquals(stage, failed.stage(), report::toString);
        assertEquals(cause, failed.cause().id(), report::toString);
        assertFalse(failed.cause().remedy().isEmpty());
        boolean after = false;
        for (StageReport each : report.stages()) {
            assertTrue(!after || each.outcome() == Outcome.SKIPPED, report::toString);
            after |= each == failed;
        }
    }

    private static String fact(TargetReport report, Stage stage, String name) {
        return report.stage(stage).orElseThrow().facts().stream()
                .filter(each -> each.name().equals(name))
                .map(Fact::value)
                .findFirst()
                .orElse("");
    }

    @Test
    void everyStageOfAGoodProxy() throws Exception {
        proxy.on("*").answer(Fault.header("Server", "Athens\u001b[31m\u0007 1.0"));
        ProbeReport report = new Probe(settings).goproxy(proxy.url());
        TargetReport target = report.targets().get(0);
        assertTrue(report.succeeded(), report::toString);
        assertEquals(
                List.of(Stage.RESOLVE, Stage.CONNECT, Stage.HTTP, Stage.MODULE, Stage.SUMDB),
                target.stages().stream().map(StageReport::stage).toList());
        assertEquals("127.0.0.1", fact(target, Stage.RESOLVE, "addresses"));
        assertEquals("Athens[31m 1.0", fact(target, Stage.HTTP, "server"));
        assertEquals(module.zipHash(), fact(target, Stage.MODULE, "hash"));
        assertEquals("example.com/m@v1.2.3 comes from " + proxy.url(), report.conclusion());
        new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(report);
    }

    static Stream<Arguments> faults() {
        Fault page = Fault.body("<!doctype html><title>Sign in</title>".getBytes(StandardCharsets.UTF_8))
                .and(Fault.header("Content-Type", "text/html"));
        return Stream.of(
                arguments("info", Fault.status(401), Stage.HTTP, "auth-required"),
                arguments("info", Fault.status(403), Stage.HTTP, "auth-denied"),
                arguments("info", Fault.status(407), Stage.HTTP, "http-proxy-failure"),
                arguments("info", Fault.status(429), Stage.HTTP, "rate-limited"),
                arguments("info", Fault.status(500), Stage.HTTP, "goproxy-unavailable"),
                arguments("info", Fault.status(503), Stage.HTTP, "goproxy-unavailable"),
                arguments("info", page, Stage.HTTP, "goproxy-unavailable"),
                arguments("info", Fault.body(new byte[0]), Stage.HTTP, "goproxy-unavailable"),
                arguments("info", Fault.body("[1]".getBytes()), Stage.HTTP, "goproxy-unavailable"),
                arguments("info", Fault.resetAtOnce(), Stage.HTTP, "goproxy-unavailable"),
                arguments("info", Fault.statusLine("SSH-2.0-x"), Stage.HTTP, "goproxy-unavailable"),
                arguments("info", Fault.wire(Wire.endlessHeaders()), Stage.HTTP, "goproxy-unavailable"),
                arguments("info", Fault.wire(Wire.endlessHeaderLine()), Stage.HTTP, "goproxy-unavailable"),
                arguments("info", Fault.wire(Wire.endlessBody()), Stage.HTTP, "goproxy-unavailable"),
                arguments("info", Fault.redirect(302, "file:///etc/passwd"), Stage.HTTP, "goproxy-unavailable"),
                arguments(
                        "info",
                        Fault.redirect(302, "/example.com/m/@v/v1.2.3.info"),
                        Stage.HTTP,
                        "goproxy-unavailable"),
                arguments("*", Fault.status(404), Stage.MODULE, "version-not-found"),
                arguments("*", Fault.status(410), Stage.MODULE, "version-not-found"),
                arguments("mod", Fault.status(500), Stage.MODULE, "goproxy-unavailable"),
                arguments("zip", Fault.status(403), Stage.MODULE, "auth-denied"),
                arguments("zip", Fault.cutAfter(10), Stage.MODULE, "goproxy-unavailable"),
                arguments("zip", Fault.body("no zip".getBytes()), Stage.MODULE, "module-zip-invalid"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatAServerDoesWrong(String file, Fault fault, Stage stage, String cause) throws Exception {
        proxy.on("*" + file).answer(fault);
        assertFails(stage, cause, probe());
    }

    @Test
    void aSignInPageIsNamedByItsTitle() throws Exception {
        proxy.on("*").answer(Fault.body("<HTML><Title>\nHotel <b>Wi-Fi</Title>".getBytes(StandardCharsets.UTF_8)));
        String message = probe().failure().orElseThrow().message();
        assertTrue(message.contains("(\"Hotel <b>Wi-Fi\")"), message);
    }

    @Test
    void aModuleThatIsNotThereMustNotBeFound() throws Exception {
        proxy.add("/go-modules-test.invalid/none/@v/v1.0.0.info", module.info());
        StageReport http = probe().stage(Stage.HTTP).orElseThrow();
        assertEquals(Outcome.WARNING, http.outcome());
        assertTrue(http.message().contains("does not exist"), http.message());
    }

    @Test
    void aRedirectIsFollowedAndTold() throws Exception {
        try (LoopbackProxy other = LoopbackProxy.startAt("127.0.0.2", module)) {
            proxy.on("*.info")
                    .answer((request, answer) -> Fault.redirect(302, other.url() + request.path() + "?sig=secret")
                            .spoil(request, answer));
            TargetReport report = probe();
            assertTrue(report.succeeded(), report::toString);
            assertEquals(other.url() + "/example.com/m/@v/v1.2.3.info?****", fact(report, Stage.HTTP, "redirect"));
        }
    }

    @Test
    void aLoginGoesToItsHostAloneAndIsNeverShown() throws Exception {
        settings = settings.withLogins(
                ProxyLogins.of(List.of(new ProxyLogin("127.0.0.1:" + proxy.port(), "", "joe", "s3cr3t-word", false))));
        try (LoopbackProxy other = LoopbackProxy.startAt("127.0.0.2", module)) {
            proxy.on("*").answer(Fault.header("Server", "joe:s3cr3t-word"));
            proxy.on("*.info")
                    .answer((request, answer) ->
                            Fault.redirect(302, other.url() + request.path()).spoil(request, answer));
            other.on("*.info").answer(Fault.status(403, "not for s3cr3t-word"));
            TargetReport report = probe();
            assertFails(Stage.HTTP, "auth-denied", report);
            assertFalse(report.toString().contains("s3cr3t"), report::toString);
            assertFalse(proxy.offers("Authorization").isEmpty());
            assertEquals(List.of(), other.offers("Authorization"));
        }
    }

    @Test
    void nobodyListens() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = closed.getLocalPort();
        }
        assertFails(Stage.CONNECT, "connection-refused", probe("http://127.0.0.1:" + port));
    }

    @Test
    void noSuchHost() throws Exception {
        assertFails(Stage.RESOLVE, "dns-failure", probe("https://no-such-host.invalid/go"));
    }

    @Test
    void noTlsAtThisPort() throws Exception {
        try (HangUpServer plain = HangUpServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n", 1)) {
            TargetReport report = probe("https://127.0.0.1:" + plain.port());
            assertFails(Stage.TLS, "goproxy-unavailable", report);
            assertEquals(
                    "the server does not speak TLS at this port",
                    report.failure().orElseThrow().message());
        }
    }

    @ParameterizedTest
    @CsvSource({"info, HTTP", "zip, MODULE"})
    void aServerThatFallsSilent(String file, Stage stage) throws Exception {
        settings = settings.withTimeouts(new HttpTimeouts(5_000, 200));
        Gate gate = new Gate();
        proxy.on("*" + file).answer(Fault.stall(gate));
        assertFails(stage, "network-timeout", probe());
        gate.open();
    }

    @Test
    void timeIsUp() throws Exception {
        settings = settings.withLimitMillis(300);
        Gate gate = new Gate();
        proxy.on("*.info").answer(Fault.stall(gate));
        TargetReport report = probe();
        assertEquals(Stage.HTTP, report.failure().orElseThrow().stage());
        assertEquals("network-timeout", report.failure().orElseThrow().cause().id());
        gate.open();
        proxy.awaitNoConnections();
    }

    @Test
    void anInterruptEndsItAll() throws Exception {
        Gate gate = new Gate();
        proxy.on("*.info").answer(Fault.stall(gate));
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread thread = new Thread(() -> {
            try {
                new Probe(settings).goproxy(proxy.url());
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        });
        thread.start();
        gate.awaitArrival();
        thread.interrupt();
        thread.join();
        assertTrue(interrupted.get());
        gate.open();
        proxy.awaitNoConnections();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "GOOD; DELIVERS; comes from",
                "GOOD,direct; DELIVERS NOT_REACHED; comes from",
                "EMPTY,GOOD; NOT_FOUND> DELIVERS; comes from",
                "BROKEN,GOOD; ERROR NOT_REACHED; on 404 and 410 only",
                "BROKEN|GOOD; ERROR> DELIVERS; comes from",
                "BROKEN|EMPTY; ERROR> NOT_FOUND; is not found",
                "EMPTY,off; NOT_FOUND> REFUSES; ends with off",
                "EMPTY,direct; NOT_FOUND> VERSION_CONTROL; version control",
                "GOOD|off,direct; DELIVERS NOT_REACHED; comes from"
            })
    void whatAListDoes(String list, String steps, String conclusion) throws Exception {
        try (LoopbackProxy empty = LoopbackProxy.start();
                LoopbackProxy broken = LoopbackProxy.start()) {
            broken.on("*").answer(Fault.status(500));
            ProbeReport report = new Probe(settings)
                    .goproxy(list.replace("GOOD", proxy.url())
                            .replace("EMPTY", empty.url())
                            .replace("BROKEN", broken.url()));
            assertEquals(
                    steps,
                    String.join(
                            " ",
                            report.chain().stream()
                                    .map(each -> each.answer() + (each.goesOn() ? ">" : ""))
                                    .toList()));
            assertTrue(report.conclusion().contains(conclusion), report.conclusion());
        }
    }

    @Test
    void aPrivateModuleIsAskedOfNoProxy() throws Exception {
        settings = settings.withNoProxy(ModulePatterns.parse("example.com"));
        ProbeReport report = new Probe(settings).goproxy(proxy.url());
        assertEquals(ChainStep.Answer.NOT_REACHED, report.chain().get(0).answer());
        assertTrue(report.conclusion().contains("GONOPROXY"), report.conclusion());
    }

    @Test
    void aDirectoryIsAskedForTheModuleOnly(@TempDir Path dir) throws Exception {
        GoProxyTree.write(dir, module);
        TargetReport report = probe(dir.toUri().toString().replaceFirst("^file:/+", "file:///"));
        assertTrue(report.succeeded(), report::toString);
        assertEquals(1, report.stages().size());
    }

    @Test
    void theChecksumDatabaseThroughTheProxyAndAtItsUrl() throws Exception {
        settings = settings.withSumDb("sum.golang.org");
        proxy.add("/sumdb/sum.golang.org/supported", new byte[0]).add("/sumdb/sum.golang.org/latest", TREE);
        TargetReport report = probe();
        assertEquals("proxy", fact(report, Stage.SUMDB, "by"), report::toString);

        proxy.on("*/latest").answer(Fault.body("<html>".getBytes(StandardCharsets.UTF_8)));
        assertFails(Stage.SUMDB, "sumdb-unreachable", probe());
        proxy.heal();
        proxy.on("*/supported").answer(Fault.status(500));
        assertFails(Stage.SUMDB, "sumdb-unreachable", probe());

        proxy.add("/latest", TREE);
        settings = settings.withSumDb("sum.golang.org " + proxy.url());
        assertEquals("direct", fact(probe(), Stage.SUMDB, "by"));
        settings = settings.withSumDb("sum.example.com");
        assertFails(Stage.SUMDB, "settings-invalid", probe());
    }

    @Test
    void whatIsNoListIsRefusedAtOnce() {
        assertThrows(InvalidProxyListException.class, () -> new Probe(settings).goproxy("ftp://example.com"));
        assertThrows(InvalidProxyListException.class, () -> new Probe(settings).goproxy(""));
        assertEquals(0, proxy.connections());
    }

    @Test
    void allEntriesAtTheSameTime() throws Exception {
        Gate first = new Gate();
        proxy.on("*.info").answer(Fault.stall(first));
        try (LoopbackProxy other = LoopbackProxy.start(module)) {
            CompletableFuture<ProbeReport> report = CompletableFuture.supplyAsync(() -> {
                try {
                    return new Probe(settings).goproxy(proxy.url() + "," + other.url());
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            other.awaitRequests("/example.com/m/@v/v1.2.3.zip", 1);
            first.open();
            assertTrue(report.get().succeeded());
        }
    }
}
