package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Gives a scenario to the go command and to the engine, and compares. */
final class SideBySide {

    private final Path temp;
    private final Path home;
    private final Scenario scenario;
    private int projects;

    private SideBySide(Path temp, Scenario scenario) {
        this.temp = temp;
        this.home = temp.resolve("home");
        this.scenario = scenario;
    }

    /** Both succeed and leave the same cache, or both fail. */
    static void compare(Path temp, Scenario scenario) throws IOException, InterruptedException {
        new SideBySide(temp, scenario).compare();
    }

    private void compare() throws IOException, InterruptedException {
        Path goCache = temp.resolve("go-cache");
        Path ourCache = temp.resolve("our-cache");
        try (LoopbackProxy proxy = LoopbackProxy.start(scenario.modules())) {
            GoTool.Result go = go(goCache).proxy(proxy.url()).run(project(), "mod", "download");
            SortedSet<String> goAsked = asked(proxy);
            proxy.forget();
            PrefetchReport ours = prefetch(ourCache).proxy(proxy.url()).run();
            if (go.exit() != 0) {
                assertFalse(ours.succeeded(), "the go command failed, the engine did not: " + go.err());
                return;
            }
            assertEquals(List.of(), ours.failures(), "the go command had no failures");
            List<ModuleFixture> outdated = outdated(goAsked);
            SortedSet<String> weAsked = asked(proxy);
            assertEquals(weAsked.size(), proxy.requests().size(), () -> "each once: " + proxy.requests());
            outdated.forEach(m -> weAsked.removeAll(List.of(m.url("info"), m.url("zip"))));
            assertEquals(String.join("\n", goAsked), String.join("\n", weAsked), "what the proxy was asked for");
            CacheSnapshot found =
                    CacheSnapshot.of(ourCache).without(name -> outdated.stream().anyMatch(m -> holdsZipOf(m, name)));
            List<String> differences = found.differencesFrom(CacheSnapshot.of(goCache));
            assertEquals("", String.join("\n", differences), "caches");
        }
        worksOffline(ourCache, goCache);
    }

    private void worksOffline(Path cache, Path goCache) throws IOException, InterruptedException {
        GoTool go = go(cache).proxy("off");
        go.run(project(), "mod", "download").orFail();
        // The go command does not verify what it extracted itself if a zip holds directory entries.
        int verified = go.modCache(goCache).run(project(), "mod", "verify").exit();
        assertEquals(
                verified, go.modCache(cache).run(project(), "mod", "verify").exit(), "go mod verify");
        CacheSnapshot before = CacheSnapshot.of(cache);
        PrefetchReport again = prefetch(cache).proxy("off").succeed();
        assertEquals(0, again.downloaded());
        assertEquals(again.modules(), again.cached());
        assertEquals(List.of(), CacheSnapshot.of(cache).differencesFrom(before));
    }

    /** A new copy each time: with -mod=mod, the go command may rewrite go.mod. */
    private Path project() throws IOException {
        return scenario.write(temp.resolve("project" + ++projects));
    }

    /**
     * Modules that go.mod requires although the module graph asks for a higher version. The engine does not wait for
     * the graph before it fetches what go.mod lists, so it may fetch them in vain; in a tidy go.mod there are none.
     */
    private List<ModuleFixture> outdated(Set<String> goAsked) throws IOException {
        Path goMod = project().resolve("go.mod");
        List<String> lines = Files.exists(goMod) ? Files.readAllLines(goMod) : List.of();
        return scenario.modules().stream()
                .filter(m -> !goAsked.contains(m.url("zip")))
                .filter(m -> lines.stream()
                        .anyMatch(line -> line.strip()
                                .replaceFirst("^require |^replace .*=> ", "")
                                .replaceFirst(" // indirect$", "")
                                .equals(m.path() + " " + m.version())))
                .toList();
    }

    private static boolean holdsZipOf(ModuleFixture m, String name) {
        String tree = ModuleFixture.escape(m.path()) + "@" + ModuleFixture.escape(m.version());
        String file = "cache/download" + m.url("");
        return name.equals(tree) || name.startsWith(tree + "/") || name.startsWith(file) && !name.equals(file + "mod");
    }

    private GoTool go(Path cache) throws IOException {
        GoTool go = GoTool.orSkip(home).modCache(cache);
        scenario.settings().forEach(go::with);
        return go;
    }

    private Prefetch prefetch(Path cache) throws IOException {
        Prefetch prefetch = Prefetch.of(home, project(), cache);
        scenario.settings().forEach(prefetch::with);
        return prefetch;
    }

    private static SortedSet<String> asked(LoopbackProxy proxy) {
        return proxy.requests().stream().map(RecordedRequest::path).collect(Collectors.toCollection(TreeSet::new));
    }
}
