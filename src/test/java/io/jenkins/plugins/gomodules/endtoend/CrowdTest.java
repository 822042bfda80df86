package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight prefetches and two go commands in one cache at once. The prefetches are in two processes, or in as many as
 * {@code -Dgomodules.crowd} says.
 */
@Timeout(300)
class CrowdTest {

    private static final int PREFETCHES = 8;
    private static final int PROCESSES = Integer.getInteger("gomodules.crowd", 2);
    private static final int GO_COMMANDS = 2;

    private static final List<ModuleFixture> MODULES = IntStream.range(0, 30)
            .mapToObj(i -> ModuleFixture.module("example.com/m" + i, "v1.0.0")
                    .file("data", new byte[20_000 + i])
                    .build())
            .toList();

    @TempDir
    Path temp;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void nobodyIsInAnybodysWay() throws Exception {
        try (Bed bed = Bed.of(temp, MODULES)) {
            GoTool go = bed.go();
            List<String> command = new ArrayList<>(PrefetchProcess.command(bed, bed.cache()));
            command.add(Integer.toString(PREFETCHES / PROCESSES));
            List<Future<GoTool.Result>> crowd = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                crowd.add(threads.submit(() -> PrefetchProcess.run(command)));
            }
            for (int i = 0; i < GO_COMMANDS; i++) {
                crowd.add(threads.submit(() -> go.run(bed.project(), "mod", "download")));
            }
            for (Future<GoTool.Result> one : crowd) {
                one.get().orFail();
            }
            assertEquals(List.of(), CacheSnapshot.of(bed.cache()).differencesFrom(bed.clean()));
            go.proxy("off").run(bed.project(), "mod", "verify").orFail();
            for (ModuleFixture module : MODULES) {
                assertEquals(1, bed.proxy().count(module.url("zip")), module.toString());
            }
        }
    }
}
