package io.jenkins.plugins.gomodules.endtoend;

import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.prefetch.Verification;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.Hashes;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Project;
import io.jenkins.plugins.gomodules.testing.TestLog;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A project whose go.sum lacks modules, a proxy that has them, and a checksum database that knows them; for the go command
 * and for the engine, each with a home and a cache of its own.
 */
final class SumDbBench implements AutoCloseable {
    static final String NAME = "sums.example.test/db";

    /** What the project requires. It requires {@link #LEAF}. */
    static final ModuleFixture TOP = ModuleFixture.module("example.com/Top", "v1.2.0")
            .requires("example.com/leaf", "v0.1.0")
            .build();

    static final ModuleFixture LEAF =
            ModuleFixture.module("example.com/leaf", "v0.1.0").build();

    static final ModuleFixture OTHER =
            ModuleFixture.module("corp.example/other/v2", "v2.0.0").build();

    private final Path temp;
    private final LoopbackProxy server;
    private final Map<String, String> settings = new TreeMap<>();
    private final List<ModuleFixture> listed = new ArrayList<>();
    private TestLog log = TestLog.named(NAME)
            .filler(300)
            .add(TOP, LEAF)
            .filler(100)
            .add(OTHER)
            .filler(300);
    private int projects;

    SumDbBench(Path temp) throws IOException {
        this.temp = temp;
        this.server = LoopbackProxy.start(TOP, LEAF, OTHER);
        serve(log);
    }

    /** The proxy, which also is the database, below {@code /db/}. */
    LoopbackProxy server() {
        return server;
    }

    TestLog log() {
        return log;
    }

    /** The path of something that the database has. */
    static String db(String path) {
        return "/db/" + path;
    }

    /** The database is this log from now on, at the server. */
    SumDbBench serve(TestLog other, int... olderSizes) {
        log = other;
        log.publish(server, "/db/", olderSizes);
        return with("GOSUMDB", log.at(server.url() + "/db"));
    }

    /** A GO* variable for both. */
    SumDbBench with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Modules that go.sum lists; none at first. */
    SumDbBench listed(ModuleFixture... modules) {
        listed.addAll(List.of(modules));
        return this;
    }

    /** Both remember this head from before. */
    SumDbBench remembered(String head) throws IOException {
        for (String who : new String[] {"go", "ours"}) {
            Path latest = home(who).resolve("go/pkg/sumdb").resolve(NAME).resolve("latest");
            Files.createDirectories(latest.getParent());
            Files.writeString(latest, head);
        }
        return this;
    }

    Path home(String who) {
        return temp.resolve(who + "-home");
    }

    Path cache(String who) {
        return temp.resolve(who + "-cache");
    }

    /** A new copy each time: the go command writes go.sum. */
    Path project() throws IOException {
        return Project.requiring(temp.resolve("project" + ++projects), "1.21", List.of(TOP, LEAF, OTHER), listed);
    }

    /** The go command with these settings. */
    GoTool goTool() throws IOException {
        GoTool go = GoTool.orSkip(home("go"))
                .modCache(cache("go"))
                .proxy(server.url())
                .with("GONOSUMDB", "");
        settings.forEach(go::with);
        return go;
    }

    GoTool.Result go() throws IOException, InterruptedException {
        return goTool().run(project(), "mod", "download");
    }

    /** The engine, with patience for nothing. */
    Prefetch ours(Verification verify) throws IOException {
        return ours(verify, project());
    }

    /** The engine on this project, with patience for nothing. */
    Prefetch ours(Verification verify, Path project) {
        Prefetch prefetch = Prefetch.of(home("ours"), project, cache("ours"))
                .proxy(server.url())
                .with("GONOSUMDB", "")
                .options(options -> options.verify(verify).retries(0));
        settings.forEach(prefetch::with);
        return prefetch;
    }

    PrefetchReport run(Verification verify) throws IOException, InterruptedException {
        return ours(verify).run();
    }

    /** What is cached and remembered of databases: paths, and hashes of contents. */
    SortedMap<String, String> sumDbFiles(String who) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (Path root :
                List.of(cache(who).resolve("cache/download/sumdb"), home(who).resolve("go/pkg/sumdb"))) {
            for (Path path : Trees.list(root)) {
                if (Files.isRegularFile(path)) {
                    String name = root.getParent().relativize(path).toString().replace('\\', '/');
                    files.put(name, Hashes.sha256(Files.readAllBytes(path)));
                }
            }
        }
        return files;
    }

    @Override
    public void close() {
        server.close();
        Trees.makeDeletable(temp);
    }
}
