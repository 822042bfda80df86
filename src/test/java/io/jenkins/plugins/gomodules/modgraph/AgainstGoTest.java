package io.jenkins.plugins.gomodules.modgraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random projects, for which the go command has to leave in its cache what our graph says. {@code -Dgomodules.graphs=N}
 * takes N of them, {@code -Dgomodules.graphs.from=SEED} others; a project that differs is shown as a {@link GraphCase}.
 */
class AgainstGoTest {
    private static final int GRAPHS = Integer.getInteger("gomodules.graphs", 50);
    private static final long FROM = Long.getLong("gomodules.graphs.from", 1);

    /** The Go version whose behaviour is ours; others differ in details, and refuse newer go lines. */
    private static final String SINCE = "go1.26";

    private static volatile String version = "";

    @TempDir
    Path temp;

    private final ExecutorService loaders = Executors.newFixedThreadPool(3);

    @Test
    void randomGraphs() throws Exception {
        go(temp); // Skips the test if there is none.
        Queue<String> differences = new ConcurrentLinkedQueue<>();
        AtomicLong next = new AtomicLong(FROM);
        AtomicLong failing = new AtomicLong();
        ExecutorService runners = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                runs.add(runners.submit(() -> {
                    for (long seed = next.getAndIncrement(); seed < FROM + GRAPHS; seed = next.getAndIncrement()) {
                        compare(seed, differences, failing);
                    }
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            runners.shutdownNow();
            loaders.shutdownNow();
        }
        assertEquals("", String.join("\n\n", differences));
        assertTrue(failing.get() < GRAPHS / 3 + 1, failing + " of " + GRAPHS + " projects are wrong in themselves");
    }

    /** The go command, if it is there and behaves as we do; otherwise the test is skipped. */
    static GoTool go(Path dir) throws IOException, InterruptedException {
        GoTool go = GoTool.orSkip(Files.createDirectories(dir.resolve("home")))
                .with("GOFLAGS", "")
                .with("GOSUMDB", "off");
        if (version.isEmpty()) {
            version = go.run(dir, "env", "GOVERSION").orFail().out().strip();
        }
        Assumptions.assumeTrue(
                version.compareTo(SINCE) >= 0, "skipped: compares with " + SINCE + " or later, and this is " + version);
        return go;
    }

    private void compare(long seed, Queue<String> differences, AtomicLong failing)
            throws IOException, InterruptedException {
        GraphCase project = RandomProject.of(seed);
        Path dir = Files.createDirectories(temp.resolve("graph" + seed));
        Path start = project.writeProject(dir.resolve("project"));
        Path cache = dir.resolve("cache");
        Outcome ours = Outcome.ofGraph(project, start, loaders);
        GoTool go = go(dir).modCache(cache)
                .proxy(project.writeProxy(dir.resolve("proxy")).url());
        Outcome theirs = Outcome.ofGo(go, start, cache);
        String difference = ours.differenceFrom(theirs);
        if (ours.failed() && theirs.failed()) {
            failing.incrementAndGet();
        } else if (difference.isEmpty() && !ours.failed()) {
            project.writeProject(dir.resolve("project")); // The go command may have changed go.mod.
            difference = Outcome.buildListDifference(ours, go, start);
        }
        if (!difference.isEmpty()) {
            differences.add(difference + project);
        }
        Trees.delete(dir);
    }
}
