package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.prefetch.PrefetchFailure;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.prefetch.Verification;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Projects that cannot be prefetched: the failure says which file and line, or which module, and what to do. */
class BadProjectTest {

    private static final ModuleFixture LEAF =
            ModuleFixture.module("example.com/leaf", "v1.0.0").build();

    @TempDir
    Path temp;

    @AfterEach
    void readOnlyTreesCanBeDeleted() {
        Trees.makeDeletable(temp);
    }

    record Case(Scenario scenario, String cause, String... words) {
        @Override
        public String toString() {
            return scenario.toString();
        }
    }

    private static Case bad(Scenario scenario, String cause, String... words) {
        return new Case(scenario, cause, words);
    }

    static Stream<Case> goModFiles() {
        return Stream.of(
                bad(Scenario.of("nothing at all").file("readme", "x"), "go-mod-missing", "go.mod"),
                bad(Scenario.of("not a go.mod file").file("go.mod", "<html>\n"), "go-mod-syntax", "go.mod:1"),
                bad(
                        Scenario.of("unknown directive").main("\ngo 1.21\n\nrequires example.com/leaf v1.0.0\n"),
                        "go-mod-syntax",
                        "go.mod:5",
                        "requires"),
                bad(
                        Scenario.of("version missing").main("\ngo 1.21\n\nrequire example.com/leaf\n"),
                        "go-mod-syntax",
                        "go.mod:5"),
                bad(
                        Scenario.of("not a version").main("\ngo 1.21\n\nrequire example.com/leaf 1.0\n"),
                        "go-mod-syntax",
                        "go.mod:5",
                        "1.0"),
                bad(
                        Scenario.of("not a module path").main("\ngo 1.21\n\nrequire example.com/.leaf v1.0.0\n"),
                        "go-mod-syntax",
                        "example.com/.leaf"),
                bad(
                        Scenario.of("major version without suffix")
                                .main("\ngo 1.21\n\nrequire example.com/leaf v2.0.0\n"),
                        "go-mod-syntax",
                        "go.mod:5",
                        "v2"),
                bad(
                        Scenario.of("block left open").main("\ngo 1.21\n\nrequire (\n\texample.com/leaf v1.0.0\n"),
                        "go-mod-syntax",
                        "go.mod:"),
                bad(Scenario.of("go line twice").main("\ngo 1.21\ngo 1.22\n"), "go-mod-syntax", "go.mod:4"),
                bad(Scenario.of("not a go version").main("\ngo banana\n"), "go-mod-syntax", "go.mod:3", "banana"),
                bad(
                        Scenario.of("replace without arrow").main("\ngo 1.21\n\nreplace example.com/leaf ./x\n"),
                        "go-mod-syntax",
                        "go.mod:5"),
                bad(
                        Scenario.of("replace by a directory that is not there")
                                .main("\n"
                                        + "go 1.21\n\n"
                                        + "require example.com/leaf v1.0.0\n\n"
                                        + "replace example.com/leaf => ./gone\n"),
                        "go-mod-missing",
                        "gone"),
                bad(
                        Scenario.of("go.work without its module").file("go.work", "go 1.21\n\nuse ./gone\n"),
                        "go-mod-missing",
                        "gone"),
                bad(
                        Scenario.of("go.work with a syntax error").file("go.work", "go 1.21\n\nuses ./x\n"),
                        "go-mod-syntax",
                        "go.work:3"));
    }

    static Stream<Case> trust() {
        ModuleFixture mismatch = ModuleFixture.module("example.com/leaf", "v1.0.0")
                .file("x", "y")
                .build();
        String require = "\ngo 1.21\n\nrequire example.com/leaf v1.0.0\n";
        return Stream.of(
                bad(
                        Scenario.of("no go.sum").main(require).proxy(LEAF).withoutGoSum(),
                        "go-sum-missing",
                        "go.sum",
                        "example.com/leaf"),
                bad(
                        Scenario.of("go.sum with the go.mod hash only")
                                .main(require)
                                .proxy(LEAF)
                                .withoutGoSum()
                                .file("go.sum", LEAF.goModSumLine()),
                        "go-sum-missing",
                        "go.sum"),
                bad(
                        Scenario.of("go.sum with the zip hash only")
                                .main(require)
                                .proxy(LEAF)
                                .withoutGoSum()
                                .file("go.sum", LEAF.goSumLines().replaceAll("(?m)^.*/go.mod .*\n", "")),
                        "go-sum-missing",
                        "go.sum"),
                bad(
                        Scenario.of("go.sum with another hash")
                                .main(require)
                                .proxy(mismatch)
                                .withoutGoSum()
                                .file("go.sum", LEAF.goSumLines()),
                        "checksum-mismatch",
                        LEAF.zipHash(),
                        mismatch.zipHash()),
                bad(
                        Scenario.of("go.sum with a broken line")
                                .main(require)
                                .proxy(LEAF)
                                .withoutGoSum()
                                .file("go.sum", LEAF.goSumLines() + "<<<<<<< HEAD\n"),
                        "go-mod-syntax",
                        "go.sum:3"));
    }

    static Stream<Case> modules() {
        String require = "\ngo 1.21\n\nrequire example.com/leaf v1.0.0\n";
        return Stream.of(
                bad(
                        Scenario.of("module declares another path")
                                .main(require)
                                .proxy(ModuleFixture.module("example.com/leaf", "v1.0.0")
                                        .goMod("module example.com/other\n")
                                        .build()),
                        "module-path-mismatch",
                        "example.com/other",
                        "example.com/leaf"),
                bad(
                        Scenario.of("module with a broken go.mod")
                                .main(require)
                                .proxy(ModuleFixture.module("example.com/leaf", "v1.0.0")
                                        .goMod("module example.com/leaf\n\nrequire (\n")
                                        .build()),
                        "go-mod-syntax",
                        "example.com/leaf@v1.0.0"),
                bad(
                        Scenario.of("unknown version")
                                .main("\ngo 1.21\n\nrequire example.com/leaf v1.9.0\n")
                                .proxy(LEAF)
                                .file("go.sum", "")
                                .withoutGoSum()
                                .with("VERIFY", "off"),
                        "version-not-found",
                        "v1.9.0"),
                bad(
                        Scenario.of("what a dependency requires is no module path")
                                .main("\ngo 1.16\n\nrequire example.com/q v1.0.0\n")
                                .proxy(ModuleFixture.module("example.com/q", "v1.0.0")
                                        .requires("example.com/.x", "v1.0.0")
                                        .build()),
                        "go-mod-syntax",
                        "leading dot in path element. It is required by example.test/main → example.com/q@v1.0.0."),
                bad(
                        Scenario.of("direct only").main(require).proxy(LEAF).with("GOPRIVATE", "example.com"),
                        "go-command-missing",
                        "example.com/leaf"),
                bad(
                        Scenario.of("no proxy at all").main(require).proxy(LEAF).with("GOPROXY", "off"),
                        "goproxy-unavailable",
                        "GOPROXY"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"goModFiles", "trust", "modules"})
    void saysWhatIsWrongAndWhere(Case bad) throws Exception {
        Path project = bad.scenario().write(temp.resolve("project"));
        try (LoopbackProxy proxy = LoopbackProxy.start(bad.scenario().modules())) {
            Prefetch prefetch = Prefetch.of(temp.resolve("home"), project, temp.resolve("cache"))
                    .proxy(proxy.url());
            bad.scenario().settings().forEach(prefetch::with);
            if (bad.scenario().settings().containsKey("VERIFY")) {
                prefetch.options(o -> o.verify(Verification.OFF));
            }
            PrefetchReport report = prefetch.run();
            assertFalse(report.succeeded());
            String all = report.failures().toString();
            PrefetchFailure failure = report.failures().get(0);
            assertEquals(bad.cause(), failure.cause(), all);
            for (String word : bad.words()) {
                assertTrue(
                        failure.message().contains(word) || failure.name().contains(word), word + " is not in: " + all);
            }
        }
    }
}
