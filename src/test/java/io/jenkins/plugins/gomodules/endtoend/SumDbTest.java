package io.jenkins.plugins.gomodules.endtoend;

import static io.jenkins.plugins.gomodules.endtoend.SumDbBench.LEAF;
import static io.jenkins.plugins.gomodules.endtoend.SumDbBench.NAME;
import static io.jenkins.plugins.gomodules.endtoend.SumDbBench.OTHER;
import static io.jenkins.plugins.gomodules.endtoend.SumDbBench.TOP;
import static io.jenkins.plugins.gomodules.endtoend.SumDbBench.db;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.prefetch.Engine;
import io.jenkins.plugins.gomodules.prefetch.PrefetchFailure;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.prefetch.Verification;
import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.Gate;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Project;
import io.jenkins.plugins.gomodules.testing.RecordedRequest;
import io.jenkins.plugins.gomodules.testing.TestLog;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A prefetch with a checksum database: what it reports, what it refuses, what it costs, and how it ends. */
class SumDbTest {
    private static final String LOOKUP_TOP = db("lookup/example.com/!top@v1.2.0");

    @TempDir
    Path temp;

    @Test
    void saysByWhatEachModuleWasVerified() throws Exception {
        try (SumDbBench bench = new SumDbBench(temp).listed(TOP)) {
            Prefetch prefetch = bench.ours(Verification.STRICT);
            PrefetchReport report = prefetch.succeed();
            assertEquals(3, report.verified());
            assertEquals(0, report.skipped());
            assertEquals(Map.of(TOP + "", "go.sum", LEAF + "", NAME, OTHER + "", NAME), report.verifiedBy());
            assertEquals(report.verifiedBy(), report.toMap().get("verifiedBy"));
            String console = String.join("\n", prefetch.console());
            assertTrue(console.contains("1 verified against go.sum, 2 verified against " + NAME), console);
            assertTrue(console.contains("Not in go.sum, verified by " + NAME + ": " + OTHER + ", " + LEAF), console);
        }
    }

    @Test
    void whatNothingVouchedForIsCounted() throws Exception {
        try (SumDbBench bench = new SumDbBench(temp).listed(TOP).with("GONOSUMDB", "corp.example")) {
            PrefetchReport report = bench.ours(Verification.GO).succeed();
            assertEquals(2, report.verified());
            assertEquals(1, report.skipped());
            assertEquals("nothing", report.verifiedBy().get(OTHER.toString()));
        }
    }

    @Test
    void strictRefusesWhatTheDatabaseMustNotBeAskedAbout() throws Exception {
        try (SumDbBench bench = new SumDbBench(temp).with("GONOSUMDB", "corp.example")) {
            PrefetchFailure failure = onlyFailure(bench.run(Verification.STRICT));
            assertEquals("go-sum-missing", failure.cause());
            assertEquals(OTHER.toString(), failure.name());
            assertEquals(0, bench.server().count(OTHER.url("zip")), "it is not even fetched");
        }
    }

    private static PrefetchFailure onlyFailure(PrefetchReport report) {
        assertEquals(1, report.failures().size(), () -> report.failures().toString());
        return report.failures().get(0);
    }

    @Test
    void ofAMismatchNothingStaysAndBothHashesAreTold() throws Exception {
        try (SumDbBench bench = new SumDbBench(temp)) {
            String wrong = "h1:" + "x".repeat(43) + "=";
            bench.serve(TestLog.named(NAME)
                    .add(LEAF, OTHER)
                    .add("example.com/!top@v1.2.0", TOP.goSumLines().replace(TOP.zipHash(), wrong)));
            PrefetchFailure failure = onlyFailure(bench.run(Verification.STRICT));
            assertEquals("checksum-mismatch", failure.cause());
            for (String word :
                    List.of(wrong, TOP.zipHash(), NAME, bench.server().url(), "SECURITY")) {
                assertTrue(failure.message().contains(word), failure::message);
            }
            List<String> left = CacheSnapshot.of(bench.cache("ours"))
                    .names(name -> name.contains("!top@") || name.contains("!top/@v/v1.2.0.zip"));
            assertEquals(List.of(), left);
        }
    }

    @Test
    void anUnreachableDatabaseIsToldWithItsReason() throws Exception {
        try (SumDbBench bench = new SumDbBench(temp)) {
            bench.server().on(LOOKUP_TOP).answer(Fault.status(502, "gateway 7 is tired"));
            PrefetchFailure failure = onlyFailure(bench.run(Verification.STRICT));
            assertEquals("sumdb-unreachable", failure.cause());
            assertEquals(502, failure.httpStatus());
            assertEquals(bench.server().url() + "/db", failure.proxy());
            assertTrue(failure.message().contains("gateway 7 is tired"), failure::message);
        }
    }

    @Test
    void aForkIsToldWithBothHeads() throws Exception {
        try (SumDbBench bench = new SumDbBench(temp)) {
            String other = bench.log().fork(400).filler(50).head();
            bench.remembered(other);
            for (PrefetchFailure failure : bench.run(Verification.STRICT).failures()) {
                assertEquals("sumdb-fork", failure.cause());
                assertTrue(failure.message().contains("SECURITY"), failure::message);
                for (String head : List.of(other, bench.log().head())) {
                    assertTrue(failure.message().contains(head.split("\n")[2]), failure::message);
                    assertTrue(failure.message().contains(head.split("\n")[4]), failure::message);
                }
            }
            Path latest = bench.home("ours").resolve("go/pkg/sumdb/" + NAME + "/latest");
            assertEquals(other, Files.readString(latest), "the head that was remembered stays");
        }
    }

    static Stream<Fault> hostileAnswers() {
        return Stream.of(
                Fault.body(new byte[300 << 10]),
                Fault.body(new byte[20 << 20]).and(Fault.chunked()),
                Fault.contentLength(1L << 40),
                Fault.cutAfter(20),
                Fault.resetAfter(20),
                Fault.statusLine("SSH-2.0-OpenSSH_9.6"),
                Fault.redirect(302, "file:///etc/passwd"),
                Fault.redirect(302, "//user@:0/"));
    }

    @ParameterizedTest
    @MethodSource("hostileAnswers")
    void whatIsNoAnswerIsRefused(Fault fault) throws Exception {
        try (SumDbBench bench = new SumDbBench(temp)) {
            for (String path : List.of(LOOKUP_TOP, db("tile/8/0/001"))) {
                bench.server().on(path).answer(fault);
                for (PrefetchFailure failure : bench.run(Verification.STRICT).failures()) {
                    assertEquals("sumdb-unreachable", failure.cause(), failure::message);
                }
                bench.server().heal();
                Trees.delete(bench.cache("ours").resolve("cache/download/sumdb"));
            }
            bench.ours(Verification.STRICT).succeed();
        }
    }

    /** Many modules at once: each is looked up once, and the tiles that they share are fetched once. */
    @Test
    void whatModulesShareIsFetchedOnce() throws Exception {
        List<ModuleFixture> modules = IntStream.range(0, 60)
                .mapToObj(
                        i -> ModuleFixture.module("example.com/m" + i, "v1.0.0").build())
                .toList();
        TestLog log = TestLog.named(NAME).filler(400).add(modules).filler(400);
        try (LoopbackProxy proxy = LoopbackProxy.start(modules)) {
            log.publish(proxy, "/db/");
            Path project = Project.requiring(temp.resolve("project"), "1.21", modules, List.of());
            Prefetch.of(temp.resolve("home"), project, temp.resolve("cache"))
                    .proxy(proxy.url())
                    .with("GONOSUMDB", "")
                    .with("GOSUMDB", log.at(proxy.url() + "/db"))
                    .succeed();
            List<String> asked = proxy.requests().stream()
                    .map(RecordedRequest::path)
                    .filter(path -> path.startsWith("/db/"))
                    .toList();
            assertEquals(60 + 3, asked.size(), asked::toString);
            assertEquals(asked.size(), new HashSet<>(asked).size(), asked::toString);
            Trees.makeDeletable(temp);
        }
    }

    @Test
    void theGoCommandsModulesAreLookedUpToo() throws Exception {
        GoTool.orSkip(temp.resolve("ours-home"));
        try (SumDbBench bench = new SumDbBench(temp).listed(TOP)) {
            PrefetchReport report = bench.ours(Verification.STRICT)
                    .options(options -> options.engine(Engine.GO))
                    .succeed();
            assertEquals(Map.of(TOP + "", "go.sum", LEAF + "", NAME, OTHER + "", NAME), report.verifiedBy());
        }
    }

    @Test
    void anAbortDoesNotWaitForTheDatabase() throws Exception {
        for (String path : List.of(LOOKUP_TOP, db("tile/8/0/001"))) {
            try (SumDbBench bench = new SumDbBench(temp.resolve(path.substring(1)))) {
                Gate gate = new Gate();
                bench.server().on(path).answer(Fault.stall(gate));
                Prefetch prefetch = bench.ours(Verification.STRICT);
                FutureTask<PrefetchReport> result = new FutureTask<>(prefetch::run);
                Thread thread = new Thread(result, "build");
                thread.start();
                gate.awaitArrival();
                thread.interrupt();
                thread.join(2000);
                assertFalse(thread.isAlive(), "still running 2 s after the interrupt");
                ExecutionException e = assertThrows(ExecutionException.class, result::get);
                assertEquals(InterruptedException.class, e.getCause().getClass());
                gate.open();
                for (Thread each : Thread.getAllStackTraces().keySet()) {
                    if (each.getName().equals("go-modules prefetch")) {
                        each.join(2000);
                        assertFalse(each.isAlive(), "a thread is left");
                    }
                }
                bench.server().heal();
                bench.ours(Verification.STRICT).succeed();
            }
        }
    }

    @Test
    void theTimeLimitHoldsForTheDatabaseToo() throws Exception {
        try (SumDbBench bench = new SumDbBench(temp)) {
            Gate gate = new Gate();
            bench.server().on(LOOKUP_TOP).answer(Fault.stallAfter(10, gate));
            PrefetchReport report = bench.ours(Verification.STRICT)
                    .options(options -> options.timeoutSeconds(1))
                    .run();
            assertTrue(
                    report.failures().stream()
                            .anyMatch(failure -> failure.cause().equals("prefetch-timeout")),
                    () -> report.failures().toString());
            gate.open();
        }
    }

    /** With everything in go.sum, a prefetch does not pay for a database that it does not ask. */
    @Test
    void whereGoSumListsEverythingNothingOfItIsLoaded() throws Exception {
        try (Bed bed = Bed.of(temp, TOP, LEAF)) {
            String log = PrefetchProcess.run(PrefetchProcess.command(bed, bed.cache(), "-Xlog:class+load"))
                    .orFail()
                    .out();
            assertTrue(log.contains("gomodules.prefetch.Trust "), "the log of classes is not what it was");
            assertEquals(
                    "",
                    String.join(
                            "\n",
                            log.lines()
                                    .filter(line -> line.contains(".gomodules.sumdb.") || line.contains("SumDb"))
                                    .toList()));
        }
    }
}
