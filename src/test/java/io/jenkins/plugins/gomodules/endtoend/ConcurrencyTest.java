package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.Gate;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several at work in one cache at once, in each other's way on purpose. */
class ConcurrencyTest {

    private static final List<ModuleFixture> MODULES = IntStream.range(0, 30)
            .mapToObj(i -> ModuleFixture.module("example.com/m" + i, "v1.0.0").build())
            .toList();
    private static final ModuleFixture FIRST = MODULES.get(0);
    private static final ModuleFixture LAST = MODULES.get(MODULES.size() - 1);

    @TempDir
    Path temp;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void thePrefetchThatComesSecondTakesWhatTheFirstFetched() throws Exception {
        try (Bed bed = Bed.of(temp, MODULES)) {
            Gate gate = new Gate();
            bed.proxy().on(FIRST.url("zip")).attempt(1).answer(Fault.stallAfter(50, gate));
            Future<PrefetchReport> one = threads.submit(bed.prefetch()::succeed);
            gate.awaitArrival();
            for (ModuleFixture m : MODULES) {
                bed.proxy().awaitRequests(m.url("zip"), 1);
            }
            Future<PrefetchReport> two = threads.submit(bed.prefetch()::succeed);
            gate.open();
            assertEquals(MODULES.size(), one.get().downloaded());
            assertEquals(MODULES.size(), two.get().modules());
            assertEquals(List.of(), CacheSnapshot.of(bed.cache()).differencesFrom(bed.clean()));
            for (ModuleFixture m : MODULES) {
                assertEquals(1, bed.proxy().count(m.url("zip")), m.toString());
            }
        }
    }

    @Test
    void theGoCommandWaitsForThePrefetch() throws Exception {
        try (Bed bed = Bed.of(temp, MODULES)) {
            GoTool go = bed.go();
            Gate gate = new Gate();
            bed.proxy().on("*.zip").attempt(1).answer(Fault.header("X-Seen", "1"));
            bed.proxy().on(FIRST.url("zip")).attempt(1).answer(Fault.stallAfter(50, gate));
            Future<PrefetchReport> prefetch = threads.submit(bed.prefetch().options(o -> o.parallelism(1))::succeed);
            gate.awaitArrival();
            Future<GoTool.Result> download = threads.submit(() -> go.run(bed.project(), "mod", "download"));
            // One transfer at a time, and that one stalls: whatever is asked for now, the go command asks for.
            bed.proxy().awaitRequests(LAST.url("zip"), 1);
            gate.open();
            prefetch.get();
            download.get().orFail();
            assertEquals(1, bed.proxy().count(FIRST.url("zip")));
            complete(bed, go);
        }
    }

    @Test
    void thePrefetchWaitsForTheGoCommand() throws Exception {
        try (Bed bed = Bed.of(temp, MODULES)) {
            GoTool go = bed.go().with("GOMAXPROCS", "2");
            Gate gate = new Gate();
            bed.proxy().on(FIRST.url("zip")).attempt(1).answer(Fault.stallAfter(50, gate));
            Future<GoTool.Result> download = threads.submit(() -> go.run(bed.project(), "mod", "download"));
            gate.awaitArrival();
            Future<PrefetchReport> prefetch = threads.submit(bed.prefetch()::succeed);
            for (ModuleFixture m : MODULES) {
                bed.proxy().awaitRequests(m.url("zip"), 1);
            }
            gate.open();
            download.get().orFail();
            prefetch.get();
            assertEquals(1, bed.proxy().count(FIRST.url("zip")));
            complete(bed, go);
        }
    }

    @Test
    void allAtOnce() throws Exception {
        try (Bed bed = Bed.of(temp, MODULES)) {
            GoTool go = bed.go();
            List<Callable<?>> work = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                work.add(bed.prefetch()::succeed);
                work.add(() -> go.run(bed.project(), "mod", "download").orFail());
            }
            for (Future<?> done : threads.invokeAll(
                    work.stream().map(ConcurrencyTest::untyped).toList())) {
                done.get();
            }
            complete(bed, go);
        }
    }

    private static Callable<Object> untyped(Callable<?> work) {
        return work::call;
    }

    private static void complete(Bed bed, GoTool go) throws Exception {
        assertEquals(List.of(), CacheSnapshot.of(bed.cache()).differencesFrom(bed.clean()));
        go.proxy("off").run(bed.project(), "mod", "verify").orFail();
    }
}
