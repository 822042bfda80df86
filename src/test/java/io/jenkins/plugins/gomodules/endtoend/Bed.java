package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Project;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A project that requires some modules, a proxy that has them, and a cache to fill. */
final class Bed implements AutoCloseable {

    private final Path temp;
    private final List<ModuleFixture> modules;
    private final LoopbackProxy proxy;
    private final Path project;

    private Bed(Path temp, List<ModuleFixture> modules) throws IOException {
        this.temp = temp;
        this.modules = modules;
        this.proxy = LoopbackProxy.start(modules);
        this.project = Project.requiring(temp.resolve("project"), "1.21", modules, modules);
    }

    static Bed of(Path temp, ModuleFixture... modules) throws IOException {
        return of(temp, Arrays.asList(modules));
    }

    static Bed of(Path temp, List<ModuleFixture> modules) throws IOException {
        return new Bed(temp, modules);
    }

    LoopbackProxy proxy() {
        return proxy;
    }

    Path project() {
        return project;
    }

    Path home() {
        return temp.resolve("home");
    }

    Path cache() {
        return temp.resolve("cache");
    }

    Prefetch prefetch() {
        return prefetchInto(cache());
    }

    Prefetch prefetchInto(Path cache) {
        return Prefetch.of(home(), project, cache).proxy(proxy.url());
    }

    GoTool go() throws IOException {
        return GoTool.orSkip(home()).modCache(cache()).proxy(proxy.url());
    }

    /** What a prefetch into an empty cache leaves when nothing goes wrong. */
    CacheSnapshot clean() throws IOException, InterruptedException {
        Path other = temp.resolve("clean-cache");
        Trees.delete(other);
        try (LoopbackProxy honest = LoopbackProxy.start(modules)) {
            Prefetch.of(home(), project, other).proxy(honest.url()).succeed();
        }
        return CacheSnapshot.of(other);
    }

    /** The next run, on a proxy that behaves, makes the cache what it would have been without any trouble. */
    PrefetchReport nextRunRepairs() throws IOException, InterruptedException {
        proxy.heal();
        PrefetchReport report = prefetch().succeed();
        assertEquals("", String.join("\n", CacheSnapshot.of(cache()).differencesFrom(clean())), "after repair");
        return report;
    }

    @Override
    public void close() {
        proxy.close();
        Trees.makeDeletable(temp);
    }
}
