package io.jenkins.plugins.gomodules.endtoend;

import static io.jenkins.plugins.gomodules.endtoend.SumDbBench.LEAF;
import static io.jenkins.plugins.gomodules.endtoend.SumDbBench.NAME;
import static io.jenkins.plugins.gomodules.endtoend.SumDbBench.OTHER;
import static io.jenkins.plugins.gomodules.endtoend.SumDbBench.TOP;
import static io.jenkins.plugins.gomodules.endtoend.SumDbBench.db;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.prefetch.PrefetchFailure;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.prefetch.Verification;
import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.TestLog;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The checksum database as the go command sees it and as the engine does: the same verdict, and after a good one the same
 * files.
 */
class SumDbDifferentialTest {
    private static final String LOOKUP_TOP = "lookup/example.com/!top@v1.2.0";
    private static final String LOOKUP_OTHER = "lookup/corp.example/other/v2@v2.0.0";
    private static final String SUPPORTED = "/sumdb/" + NAME + "/supported";

    @TempDir
    Path temp;

    /** Changes something about a bench. */
    private interface Setup {
        void on(SumDbBench bench) throws Exception;
    }

    /** @param cause of the engine's failures, or {@code ""} when all is well */
    record Case(String name, String cause, Setup setup) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case good(String name, Setup setup) {
        return new Case(name, "", setup);
    }

    private static Case bad(String name, String cause, Setup setup) {
        return new Case(name, cause, setup);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String withoutUrl(SumDbBench bench) {
        return bench.log().key();
    }

    /** The server passes the database on. */
    private static void passOn(SumDbBench bench) {
        bench.log().publish(bench.server(), "/sumdb/" + NAME + "/");
        bench.server().add(SUPPORTED, new byte[0]);
        bench.with("GOSUMDB", withoutUrl(bench));
    }

    static Stream<Case> settings() {
        return Stream.of(
                good("nothing in go.sum", bench -> {}),
                good("a part in go.sum", bench -> bench.listed(TOP)),
                good(
                        "all in go.sum, and the database unreachable",
                        bench -> bench.listed(TOP, LEAF, OTHER)
                                .with("GOSUMDB", bench.log().at("http://127.0.0.1:1"))),
                good(
                        "all in go.sum, and the database no database",
                        bench -> bench.listed(TOP, LEAF, OTHER).with("GOSUMDB", "what")),
                bad("the database no database", "settings-invalid", bench -> bench.with("GOSUMDB", "what")),
                bad(
                        "a key with a slip",
                        "settings-invalid",
                        bench -> bench.with(
                                "GOSUMDB",
                                bench.log().at(bench.server().url() + "/db").replace("+A", "+B"))),
                bad(
                        "three words",
                        "settings-invalid",
                        bench -> bench.with(
                                "GOSUMDB", bench.log().at(bench.server().url() + "/db x"))),
                good(
                        "spaces around",
                        bench -> bench.with(
                                "GOSUMDB", "  " + bench.log().at(bench.server().url() + "/db/ "))),
                bad(
                        "the database unreachable",
                        "sumdb-unreachable",
                        bench -> bench.with("GOSUMDB", bench.log().at("http://127.0.0.1:1"))),
                good("GOSUMDB=off", bench -> bench.with("GOSUMDB", "off")),
                good("GONOSUMDB for all", bench -> bench.with("GONOSUMDB", "*")),
                good("GONOSUMDB for what is unknown", bench -> {
                    bench.server().remove(db(LOOKUP_OTHER));
                    bench.with("GONOSUMDB", "other.example,corp.example");
                }),
                bad("GONOSUMDB for another", "go-sum-missing", bench -> {
                    bench.server().remove(db(LOOKUP_OTHER));
                    bench.with("GONOSUMDB", "corp.example/another");
                }),
                good("GOPRIVATE for what is unknown", bench -> {
                    bench.server().remove(db(LOOKUP_OTHER));
                    bench.with("GOPRIVATE", "corp.example").with("GONOPROXY", "none");
                }),
                bad("GOPRIVATE, and GONOSUMDB for nothing", "go-sum-missing", bench -> {
                    bench.server().remove(db(LOOKUP_OTHER));
                    bench.with("GOPRIVATE", "corp.example")
                            .with("GONOPROXY", "none")
                            .with("GONOSUMDB", "none");
                }),
                bad("what was never a variable", "go-sum-missing", bench -> {
                    bench.server().remove(db(LOOKUP_OTHER));
                    bench.with("GONOSUMCHECK", "1");
                }),
                bad("-insecure, which is no flag any more", "go-sum-missing", bench -> {
                    bench.server().remove(db(LOOKUP_OTHER));
                    bench.with("GOFLAGS", "-mod=mod -insecure");
                }),
                bad("GOINSECURE, which is about something else", "go-sum-missing", bench -> {
                    bench.server().remove(db(LOOKUP_OTHER));
                    bench.with("GOINSECURE", "*");
                }));
    }

    static Stream<Case> answers() {
        return Stream.of(
                bad(
                        "a module that is unknown",
                        "go-sum-missing",
                        bench -> bench.server().remove(db(LOOKUP_OTHER))),
                bad(
                        "a module that is gone",
                        "go-sum-missing",
                        bench -> bench.server().on(db(LOOKUP_OTHER)).answer(Fault.status(410))),
                bad(
                        "an error",
                        "sumdb-unreachable",
                        bench -> bench.server().on(db(LOOKUP_OTHER)).answer(Fault.status(500))),
                bad(
                        "a login wanted",
                        "sumdb-unreachable",
                        bench -> bench.server().on(db(LOOKUP_OTHER)).answer(Fault.status(401))),
                bad(
                        "hanging up",
                        "sumdb-unreachable",
                        bench -> bench.server().on(db(LOOKUP_OTHER)).answer(Fault.hangUp())),
                bad(
                        "another zip",
                        "checksum-mismatch",
                        bench -> bench.serve(TestLog.named(NAME)
                                .add(LEAF, OTHER)
                                .add("example.com/!top@v1.2.0", TOP.goSumLines().replaceFirst("h1:..", "h1:zz")))),
                bad(
                        "another go.mod",
                        "checksum-mismatch",
                        bench -> bench.serve(TestLog.named(NAME)
                                .add(LEAF, OTHER)
                                .add(
                                        "example.com/!top@v1.2.0",
                                        TOP.goSumLines().replaceFirst("go.mod h1:..", "go.mod h1:zz")))),
                bad(
                        "no line for the zip",
                        "go-sum-missing",
                        bench -> bench.serve(TestLog.named(NAME)
                                .add(LEAF, OTHER)
                                .add("example.com/!top@v1.2.0", TOP.goModSumLine()))),
                bad(
                        "hashes of a new kind only",
                        "go-sum-missing",
                        bench -> bench.serve(TestLog.named(NAME)
                                .add(LEAF, OTHER)
                                .add("example.com/!top@v1.2.0", TOP.goSumLines().replace("h1:", "h2:")))),
                good(
                        "hashes of a new kind besides",
                        bench -> bench.serve(TestLog.named(NAME)
                                .add(LEAF, OTHER)
                                .add(
                                        "example.com/!top@v1.2.0",
                                        TOP.goSumLines().replace("h1:", "h2:") + TOP.goSumLines()))),
                bad("another key", "sumdb-untrusted", bench -> {
                    String gosumdb = bench.log().at(bench.server().url() + "/db");
                    bench.serve(bench.log().withOtherKey()).with("GOSUMDB", gosumdb);
                }),
                bad(
                        "a sign-in page",
                        "sumdb-untrusted",
                        bench -> bench.server().on(db(LOOKUP_TOP)).answer(Fault.body(utf8("<html>Sign in</html>")))),
                bad(
                        "no body",
                        "sumdb-untrusted",
                        bench -> bench.server().on(db(LOOKUP_TOP)).answer(Fault.body(new byte[0]))),
                bad(
                        "another record",
                        "sumdb-untrusted",
                        bench -> bench.server()
                                .add(
                                        db(LOOKUP_TOP),
                                        utf8(new String(
                                                        bench.log().lookup("example.com/!top@v1.2.0"),
                                                        StandardCharsets.UTF_8)
                                                .replace("h1:", "h1:x")))),
                bad(
                        "a cut tile",
                        "sumdb-untrusted",
                        bench -> bench.server().on(db("tile/8/0/001")).answer(Fault.body(new byte[8191]))),
                bad(
                        "a tile of rubbish",
                        "sumdb-untrusted",
                        bench -> bench.server().on(db("tile/8/0/001")).answer(Fault.body(new byte[8192]))),
                bad("no tile", "sumdb-untrusted", bench -> bench.server().remove(db("tile/8/0/001"))),
                good("a full tile in place of its part", bench -> {
                    TestLog grown = bench.log().fork(bench.log().size()).filler(200);
                    byte[] full = grown.files().get("tile/8/0/002");
                    bench.server()
                            .remove(db("tile/8/0/002.p/" + (bench.log().size() - 512)))
                            .add(db("tile/8/0/002"), full);
                }));
    }

    static Stream<Case> timelines() {
        return Stream.of(
                good("a head from before", bench -> bench.remembered(bench.log().head(200))),
                good("the same head", bench -> bench.remembered(bench.log().head())),
                good("a later head", bench -> {
                    TestLog grown = bench.log().fork(bench.log().size()).filler(700);
                    TestLog old = bench.log();
                    bench.serve(grown, old.size()).remembered(grown.head());
                    bench.server().add(db(LOOKUP_TOP), old.lookup("example.com/!top@v1.2.0"));
                }),
                bad(
                        "a head of another log",
                        "sumdb-fork",
                        bench -> bench.remembered(bench.log()
                                .fork(200)
                                .add("example.org/x@v1.0.0", "x\n")
                                .head())),
                bad("a later head of another log", "sumdb-fork", bench -> {
                    TestLog fork = bench.log()
                            .fork(200)
                            .add("example.org/x@v1.0.0", "x\n")
                            .filler(1000);
                    fork.files().forEach((path, data) -> {
                        if (path.startsWith("tile/8/0/")) {
                            bench.server().add(db(path), data);
                        }
                    });
                    fork.publish(bench.server(), "/db/");
                    bench.remembered(fork.head());
                }),
                bad("a head that is none", "sumdb-untrusted", bench -> bench.remembered("what\n")),
                bad(
                        "a head of another key",
                        "sumdb-untrusted",
                        bench -> bench.remembered(bench.log().withOtherKey().head())));
    }

    static Stream<Case> proxies() {
        return Stream.of(
                good("a proxy that passes it on", SumDbDifferentialTest::passOn),
                bad(
                        "a proxy that says so and has nothing",
                        "go-sum-missing",
                        bench -> bench.with("GOSUMDB", withoutUrl(bench))
                                .server()
                                .add(SUPPORTED, new byte[0])),
                bad("a proxy with an error", "sumdb-unreachable", bench -> {
                    passOn(bench);
                    bench.server().on(SUPPORTED).answer(Fault.status(500));
                }),
                good("a URL in spite of a proxy", bench -> {
                    passOn(bench);
                    bench.server().on(SUPPORTED).answer(Fault.status(500));
                    bench.with("GOSUMDB", bench.log().at(bench.server().url() + "/db"));
                }));
    }

    @ParameterizedTest
    @MethodSource({"settings", "answers", "timelines", "proxies"})
    void theVerdictIsTheGoCommands(Case each) throws Exception {
        try (SumDbBench bench = new SumDbBench(temp)) {
            each.setup.on(bench);
            compare(bench, each.cause);
        }
    }

    private static void compare(SumDbBench bench, String cause) throws Exception {
        GoTool.Result go = bench.go();
        assertEquals(cause.isEmpty(), go.exit() == 0, () -> "the go command: " + go.err());
        PrefetchReport ours = bench.run(Verification.GO);
        Set<String> causes =
                ours.failures().stream().map(PrefetchFailure::cause).collect(Collectors.toSet());
        assertEquals(cause.isEmpty() ? Set.of() : Set.of(cause), causes, () -> ours.failures() + "\n" + go.err());
        if (cause.isEmpty()) {
            assertEquals(lines(withoutOwnTiles(bench)), lines(bench.sumDbFiles("ours")));
            assertEquals(
                    "",
                    String.join(
                            "\n",
                            CacheSnapshot.of(bench.cache("ours"))
                                    .differencesFrom(CacheSnapshot.of(bench.cache("go")))));
        }
    }

    /**
     * What the go command leaves, but for the tiles at the edge of a head that it remembered: it reads them to check the head
     * against itself, which is signed, and against which whatever is newer is checked anyway.
     */
    private static SortedMap<String, String> withoutOwnTiles(SumDbBench bench) throws IOException {
        SortedMap<String, String> files = bench.sumDbFiles("go");
        Set<String> ours = bench.sumDbFiles("ours").keySet();
        files.keySet().removeIf(name -> name.contains(".p/") && !ours.contains(name));
        return files;
    }

    private static String lines(Map<String, String> files) {
        return String.join("\n", files.entrySet().stream().map(Object::toString).toList());
    }

    /** The second of two proxies, of which the first answers the question for the database with this status. */
    @ParameterizedTest
    @MethodSource
    void theListGoesOn(String separator, int status, boolean secondHasIt, String cause) throws Exception {
        try (SumDbBench bench = new SumDbBench(temp);
                LoopbackProxy second = LoopbackProxy.start()) {
            bench.with("GOSUMDB", withoutUrl(bench))
                    .with("GOPROXY", bench.server().url() + separator + second.url());
            bench.server().on(SUPPORTED).answer(Fault.status(status));
            if (secondHasIt) {
                bench.log().publish(second, "/sumdb/" + NAME + "/");
                second.add(SUPPORTED, utf8("anything"));
            }
            compare(bench, cause);
        }
    }

    static Stream<Arguments> theListGoesOn() {
        // Where no proxy passes it on the database itself is asked, which does not exist.
        return Stream.of(
                Arguments.of(",", 404, true, ""),
                Arguments.of(",", 410, true, ""),
                Arguments.of(",", 500, true, "sumdb-unreachable"),
                Arguments.of("|", 500, true, ""),
                Arguments.of("|", 403, true, ""),
                Arguments.of("|", 500, false, "sumdb-unreachable"),
                Arguments.of(",", 404, false, "sumdb-unreachable"));
    }

    /** Each goes on from what the other has cached and remembered, while the log grows. */
    @Test
    void bothCanUseWhatTheOtherLeft() throws Exception {
        try (SumDbBench bench = new SumDbBench(temp)) {
            bench.go().orFail();
            assertTrue(bench.run(Verification.STRICT).succeeded());
            bench.serve(bench.log().fork(bench.log().size()).filler(1000));
            forgetModules(bench.cache("go"));
            forgetModules(bench.cache("ours"));
            swap(bench.home("go"), bench.home("ours"));
            swap(bench.cache("go"), bench.cache("ours"));
            compare(bench, "");
        }
    }

    /** Leaves of a module cache what is known of the database, and not the records: those have an old head. */
    private static void forgetModules(Path cache) throws IOException {
        Path sumdb = cache.resolve("cache/download/sumdb");
        Path kept = Files.move(sumdb, cache.resolveSibling("kept"));
        Trees.delete(cache);
        Files.createDirectories(sumdb.getParent());
        Files.move(kept, sumdb);
        Trees.delete(sumdb.resolve(NAME).resolve("lookup"));
    }

    private void swap(Path one, Path other) throws IOException {
        Path aside = temp.resolve("aside");
        Files.move(one, aside);
        Files.move(other, one);
        Files.move(aside, other);
    }
}
