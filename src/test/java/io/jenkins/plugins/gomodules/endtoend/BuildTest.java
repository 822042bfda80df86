package io.jenkins.plugins.gomodules.endtoend;

import static io.jenkins.plugins.gomodules.testing.ModuleFixture.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.GoProxyTree;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it is all for: after a prefetch, the go command builds without a network. */
class BuildTest {

    private final ModuleFixture words = module("example.com/Words/v2", "v2.3.0")
            .file("words.go", "package words\n\nfunc Hello() string { return \"hello\" }\n")
            .build();
    private final ModuleFixture greet = module("example.com/greet", "v1.0.0")
            .requires(words)
            .file(
                    "greet.go",
                    "package greet\n\n"
                            + "import words \"example.com/Words/v2\"\n\n"
                            + "func Greet() { println(words.Hello()) }\n")
            .build();

    @TempDir
    Path temp;

    private Path project;

    @BeforeEach
    void write() throws Exception {
        project = Files.createDirectories(temp.resolve("project"));
        Files.writeString(
                project.resolve("go.mod"),
                "module example.test/main\n\ngo 1.21\n\nrequire example.com/greet v1.0.0\n\n"
                        + "require example.com/Words/v2 v2.3.0 // indirect\n");
        Files.writeString(project.resolve("go.sum"), GoProxyTree.goSum(greet, words));
        Files.writeString(
                project.resolve("main.go"),
                "package main\n\nimport \"example.com/greet\"\n\nfunc main() { greet.Greet() }\n");
    }

    @AfterEach
    void readOnlyTreesCanBeDeleted() {
        Trees.makeDeletable(temp);
    }

    private Path cache() {
        return temp.resolve("cache");
    }

    private Prefetch prefetch(String goproxy) {
        return Prefetch.of(temp.resolve("home"), project, cache()).proxy(goproxy);
    }

    private GoTool go() throws Exception {
        return GoTool.orSkip(temp.resolve("home")).modCache(cache());
    }

    private void builds(GoTool go) throws Exception {
        go.run(project, "build", "-o", "main", ".").orFail();
        Process main = new ProcessBuilder(project.resolve("main").toString())
                .redirectErrorStream(true)
                .start();
        assertEquals("hello\n", new String(main.getInputStream().readAllBytes()));
    }

    @Test
    void fromTheCache() throws Exception {
        GoTool go = go().with("GOFLAGS", "-mod=readonly");
        try (LoopbackProxy proxy = LoopbackProxy.start(greet, words)) {
            prefetch(proxy.url()).succeed();
        }
        builds(go);
        go.run(project, "mod", "verify").orFail();
        go.run(project, "list", "-m", "all").orFail();
        go.run(project, "mod", "graph").orFail();
    }

    @Test
    void fromTheOfflineProxyAlone() throws Exception {
        Path deps = temp.resolve("deps");
        GoTool go = go().modCache(temp.resolve("container-cache"))
                .with("GOFLAGS", "-mod=mod")
                .proxy(deps.toUri() + ",off");
        PrefetchReport report;
        try (LoopbackProxy proxy = LoopbackProxy.start(greet, words)) {
            report = prefetch(proxy.url())
                    .options(o -> o.offlineProxy(deps.toString()))
                    .succeed();
        }
        assertEquals(deps.toString(), report.offlineProxy());
        builds(go);
        go.run(project, "mod", "verify").orFail();
    }

    @Test
    void fromACacheWithoutExtractedModules() throws Exception {
        GoTool go = go();
        try (LoopbackProxy proxy = LoopbackProxy.start(greet, words)) {
            prefetch(proxy.url()).options(o -> o.extract(false)).succeed();
        }
        assertEquals(List.of(), CacheSnapshot.of(cache()).names(n -> n.endsWith(".go")));
        builds(go);
        prefetch("off").succeed();
    }

    @Test
    void fromAFileSystemProxy() throws Exception {
        GoProxyTree tree = GoProxyTree.write(temp.resolve("tree"), greet, words);
        PrefetchReport report = prefetch(tree.url()).succeed();
        assertEquals(2, report.downloaded());
        builds(go());
    }

    @Test
    void fromTwoProxiesThatHaveHalfEach() throws Exception {
        try (LoopbackProxy one = LoopbackProxy.start(greet);
                LoopbackProxy two = LoopbackProxy.start(words)) {
            PrefetchReport report = prefetch(one.url() + "," + two.url()).succeed();
            assertEquals(Map.of(one.url(), 1, two.url(), 1), report.servedBy());
        }
        builds(go());
    }

    @Test
    void vendoredModulesNeedNothing() throws Exception {
        GoTool go = go().with("GOFLAGS", "");
        try (LoopbackProxy proxy = LoopbackProxy.start(greet, words)) {
            go.proxy(proxy.url()).run(project, "mod", "vendor").orFail();
            proxy.forget();
            Trees.delete(cache());
            Prefetch prefetch = prefetch(proxy.url()).with("GOFLAGS", "");
            assertEquals(0, prefetch.succeed().modules());
            assertEquals(List.of(), proxy.requests());

            Files.writeString(
                    project.resolve("go.mod"), "\nrequire example.com/more v1.0.0\n", StandardOpenOption.APPEND);
            PrefetchReport report = prefetch.run();
            assertFalse(report.succeeded());
            assertEquals("vendor-inconsistent", report.failures().get(0).cause());
            assertTrue(report.failures().get(0).message().contains("example.com/more"));
        }
    }
}
