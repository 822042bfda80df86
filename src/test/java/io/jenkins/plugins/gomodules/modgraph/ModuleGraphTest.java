package io.jenkins.plugins.gomodules.modgraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.modfile.GoMod;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the graph is loaded: in which order, on which threads, and when loading fails. */
class ModuleGraphTest {
    @TempDir
    Path temp;

    /** Answers when the test says so. */
    private static final class SlowProxy implements GoModLoader {
        final Map<String, CompletableFuture<GoMod>> asked = new LinkedHashMap<>();

        @Override
        public CompletableFuture<GoMod> load(ModuleVersion module) {
            CompletableFuture<GoMod> answer = new CompletableFuture<>();
            assertSame(null, asked.put(module.toString(), answer), () -> module + " is asked for twice");
            return answer;
        }

        void answer(String module, String... requires) throws IOException {
            asked.get(module).complete(goMod(module.substring(0, module.indexOf('@')), "1.16", requires));
        }
    }

    private static GoMod goMod(String path, String go, String... requires) throws IOException {
        StringBuilder text = new StringBuilder("module " + path + "\ngo " + go + "\nrequire (\n");
        for (String r : requires) {
            text.append(r.replace('@', ' ')).append('\n');
        }
        return GoMod.parseDependency("go.mod", text.append(")\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private MainModules mains(String goMod) throws IOException {
        Files.writeString(temp.resolve("go.mod"), goMod);
        return MainModules.load(temp, GoEnvironment.builder().build());
    }

    @Test
    void asksForAllThatIsKnownWithoutWaitingForTheRestOfALevel() throws Exception {
        SlowProxy proxy = new SlowProxy();
        MainModules mains = mains("module ex.com/m\ngo 1.16\nrequire ex.com/a v1.0.0\nrequire ex.com/b v1.0.0\n");

        CompletableFuture<ModuleGraph> graph = ModuleGraph.load(mains, proxy);
        assertEquals(List.of("ex.com/a@v1.0.0", "ex.com/b@v1.0.0"), List.copyOf(proxy.asked.keySet()));
        proxy.answer("ex.com/b@v1.0.0", "ex.com/c@v1.0.0", "ex.com/d@v1.0.0");
        proxy.answer("ex.com/d@v1.0.0", "ex.com/e@v1.0.0", "ex.com/a@v1.0.0");
        proxy.answer("ex.com/e@v1.0.0");
        proxy.answer("ex.com/c@v1.0.0");
        assertFalse(graph.isDone());
        proxy.answer("ex.com/a@v1.0.0");

        assertEquals(
                "[ex.com/m, ex.com/a@v1.0.0, ex.com/b@v1.0.0, ex.com/c@v1.0.0, ex.com/d@v1.0.0, ex.com/e@v1.0.0]",
                graph.get().buildList().toString());
    }

    @Test
    void failsOnceAllHasBeenTried() throws Exception {
        SlowProxy proxy = new SlowProxy();
        MainModules mains = mains("module ex.com/m\ngo 1.16\nrequire ex.com/a v1.0.0\nrequire ex.com/b v1.0.0\n");

        CompletableFuture<ModuleGraph> graph = ModuleGraph.load(mains, proxy);
        IOException cause = new IOException("connection reset");
        proxy.asked.get("ex.com/a@v1.0.0").completeExceptionally(new CompletionException(cause));
        assertFalse(graph.isDone());
        proxy.answer("ex.com/b@v1.0.0", "ex.com/c@v1.0.0");
        proxy.asked.get("ex.com/c@v1.0.0").cancel(true);

        assertTrue(graph.isCompletedExceptionally());
        CompletionException e = assertThrows(CompletionException.class, graph::join);
        List<GraphFailure> failures =
                assertInstanceOf(ModuleGraphException.class, e.getCause()).failures();
        assertEquals(2, failures.size());
        assertEquals(
                "ex.com/m → ex.com/a@v1.0.0: connection reset", failures.get(0).toString());
        assertSame(cause, failures.get(0).cause());
        assertEquals(
                "[ex.com/m, ex.com/b@v1.0.0, ex.com/c@v1.0.0]",
                failures.get(1).path().toString());
    }

    @Test
    void aLoaderThatThrowsOrGivesNothingIsAFailure() throws Exception {
        MainModules mains = mains("module ex.com/m\ngo 1.16\nrequire ex.com/a v1.0.0\nrequire ex.com/b v1.0.0\n");

        CompletableFuture<ModuleGraph> graph = ModuleGraph.load(mains, module -> {
            if (module.path().equals("ex.com/a")) {
                throw new IllegalStateException("closed");
            }
            return CompletableFuture.completedFuture(null);
        });

        CompletionException e = assertThrows(CompletionException.class, graph::join);
        List<GraphFailure> failures =
                assertInstanceOf(ModuleGraphException.class, e.getCause()).failures();
        assertEquals("ex.com/m → ex.com/a@v1.0.0: closed", failures.get(0).toString());
        assertEquals(2, failures.size());
    }

    @Test
    void needsNoStackForAGraphOfAnyDepth() throws Exception {
        int depth = 20_000;
        MainModules mains = mains("module ex.com/m\ngo 1.16\nrequire ex.com/a v1.0.0\n");

        ModuleGraph graph = ModuleGraph.load(mains, module -> {
                    int n = Integer.parseInt(module.version()
                            .substring("v1.".length(), module.version().length() - 2));
                    return completed("ex.com/a", n < depth ? "ex.com/a@v1." + (n + 1) + ".0" : "ex.com/a@v1.0.0");
                })
                .get();

        assertEquals("[ex.com/a@v1." + depth + ".0]", graph.zipsToDownload().toString());
        assertEquals(depth + 1, graph.goModFiles().size());
    }

    @Test
    void needsNoStackHoweverOftenGoModIsRaised() throws Exception {
        int rounds = 2_000;
        MainModules mains = mains("module ex.com/m\ngo 1.18\nrequire ex.com/a v1.0.0\nrequire ex.com/b v1.0.0\n");

        ModuleGraph graph = ModuleGraph.load(mains, module -> {
                    int n = Integer.parseInt(module.version()
                            .substring("v1.".length(), module.version().length() - 2));
                    String other = module.path().equals("ex.com/a") ? "ex.com/b" : "ex.com/a";
                    return completed(module.path(), "1.18", other + "@v1." + Math.min(n + 1, rounds) + ".0");
                })
                .get();

        assertEquals(
                "[ex.com/a@v1." + rounds + ".0, ex.com/b@v1." + rounds + ".0]",
                graph.zipsToDownload().toString());
    }

    private static CompletableFuture<GoMod> completed(String path, String require) {
        return completed(path, "1.16", require);
    }

    private static CompletableFuture<GoMod> completed(String path, String go, String require) {
        try {
            return CompletableFuture.completedFuture(goMod(path, go, require));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Many threads answer at once, in any order: the result is always the same, and nothing is asked for twice. */
    @Test
    void theOrderOfArrivalMakesNoDifference() throws Exception {
        MainModules mains = mains("module ex.com/m\ngo 1.16\nrequire ex.com/a1 v1.0.0\nrequire ex.com/a2 v1.0.0\n");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            String first = "";
            for (int run = 0; run < 30; run++) {
                Map<ModuleVersion, Boolean> asked = new ConcurrentHashMap<>();
                ModuleGraph graph = ModuleGraph.load(mains, module -> {
                            assertSame(null, asked.put(module, true));
                            return CompletableFuture.supplyAsync(() -> dense(module), threads);
                        })
                        .get();
                String result = graph.buildList() + "\n" + graph.goModFiles() + "\n" + graph.goModChanges();
                first = first.isEmpty() ? result : first;
                assertEquals(first, result);
                assertEquals(graph.goModFiles().size(), asked.size());
            }
            assertTrue(first.contains("ex.com/a60@v1.3.0"), first);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Module n requires 2n, 2n+1 and n-1 in versions that depend on its own. */
    private static GoMod dense(ModuleVersion module) {
        int n = Integer.parseInt(module.path().substring("ex.com/a".length()));
        int minor = module.version().charAt(3) - '0';
        List<String> requires = new ArrayList<>();
        for (int other : new int[] {2 * n, 2 * n + 1, n - 1}) {
            if (other > 0 && other < 64) {
                requires.add("ex.com/a" + other + "@v1." + Math.min(3, (minor + other) % 5) + ".0");
            }
        }
        try {
            return goMod(module.path(), "1.16", requires.toArray(new String[0]));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
