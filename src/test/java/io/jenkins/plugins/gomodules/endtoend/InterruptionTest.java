package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.Gate;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An aborted build: the prefetch ends at once, leaves nothing running, and nothing that the next one trips over. */
class InterruptionTest {

    /** What the design allows from the interrupt to the end. */
    private static final long LIMIT_MILLIS = 2000;

    private static final ModuleFixture A = ModuleFixture.module("example.com/a", "v1.0.0")
            .file("data", new byte[5000])
            .build();
    private static final List<ModuleFixture> MODULES = Stream.concat(
                    Stream.of(A),
                    IntStream.range(0, 9)
                            .mapToObj(i -> ModuleFixture.module("example.com/m" + i, "v1.0.0")
                                    .build()))
            .toList();

    @TempDir
    Path temp;

    static Stream<Arguments> stalls() {
        return Stream.of(
                Arguments.of("in a go.mod file", A.url("mod"), -1L),
                Arguments.of("in the middle of a go.mod file", A.url("mod"), 5L),
                Arguments.of("in an .info file", A.url("info"), -1L),
                Arguments.of("before a zip", A.url("zip"), -1L),
                Arguments.of("in the middle of a zip", A.url("zip"), 100L),
                Arguments.of("in everything", "*", -1L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stalls")
    void endsAtOnceAndLeavesNothingBehind(String name, String path, long after) throws Exception {
        try (Bed bed = Bed.of(temp, MODULES)) {
            Gate gate = new Gate();
            bed.proxy().on(path).answer(Fault.stallAfter(after, gate));
            Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
            Run run = new Run(bed.prefetch());
            gate.awaitArrival();
            run.interrupt();
            gate.open();
            assertEquals(List.of(), started(before), "threads left");
            assertEquals(List.of(), temporaryFiles(bed), "temporary files left");
            bed.nextRunRepairs();
        }
    }

    @Test
    void endsWhileItWaitsToTryAgain() throws Exception {
        try (Bed bed = Bed.of(temp, MODULES)) {
            bed.proxy().on(A.url("zip")).answer(Fault.status(503).and(Fault.retryAfter("60")));
            Run run = new Run(bed.prefetch());
            bed.proxy().awaitRequests(A.url("zip"), 1);
            run.interrupt();
            bed.nextRunRepairs();
        }
    }

    @Test
    void endsWhileItWaitsForALock() throws Exception {
        try (Bed bed = Bed.of(temp, MODULES)) {
            Gate gate = new Gate();
            bed.proxy().on(A.url("zip")).attempt(1).answer(Fault.stall(gate));
            Run holder = new Run(bed.prefetch());
            gate.awaitArrival();
            Run waiter = new Run(bed.prefetch());
            for (ModuleFixture m : MODULES) {
                bed.proxy().awaitRequests(m.url("zip"), 1);
            }
            waiter.interrupt();
            gate.open();
            assertTrue(holder.result.get().succeeded());
            assertEquals(1, bed.proxy().count(A.url("zip")));
            bed.nextRunRepairs();
        }
    }

    @Test
    void endsWhenItsTimeIsUp() throws Exception {
        try (Bed bed = Bed.of(temp, MODULES)) {
            Gate gate = new Gate();
            bed.proxy().on(A.url("zip")).answer(Fault.stallAfter(100, gate));
            PrefetchReport report =
                    bed.prefetch().options(o -> o.timeoutSeconds(1)).run();
            assertFalse(report.succeeded());
            assertTrue(
                    report.failures().stream()
                            .anyMatch(f -> f.message().contains("example.com/a")
                                    || f.module().equals("example.com/a")),
                    report.failures().toString());
            assertEquals(List.of(), temporaryFiles(bed), "temporary files left");
            bed.nextRunRepairs();
        }
    }

    /** Threads of the engine that outlive it; one that has done its work may need a moment to be gone. */
    private static List<Thread> started(Set<Thread> before) throws InterruptedException {
        List<Thread> left = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && thread.getName().startsWith("go-modules")) {
                thread.join(LIMIT_MILLIS);
                if (thread.isAlive()) {
                    left.add(thread);
                }
            }
        }
        return left;
    }

    private static List<String> temporaryFiles(Bed bed) throws Exception {
        return CacheSnapshot.of(bed.cache()).names(n -> n.endsWith(".tmp") || n.endsWith(".partial"));
    }

    /** A prefetch in a thread of its own. */
    private static final class Run {
        private final FutureTask<PrefetchReport> result;
        private final Thread thread;

        Run(Prefetch prefetch) {
            result = new FutureTask<>(prefetch::run);
            thread = new Thread(result, "build");
            thread.setDaemon(true);
            thread.start();
        }

        void interrupt() throws InterruptedException {
            thread.interrupt();
            thread.join(LIMIT_MILLIS);
            assertFalse(thread.isAlive(), "still running " + LIMIT_MILLIS + " ms after the interrupt");
            ExecutionException e = assertThrows(ExecutionException.class, result::get);
            assertEquals(InterruptedException.class, e.getCause().getClass(), () -> "ended by " + e.getCause());
        }
    }
}
