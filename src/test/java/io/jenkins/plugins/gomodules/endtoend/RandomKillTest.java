package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.Gate;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Killed (SIGKILL) at a moment that a seed chooses: at some request, or when so much is in the cache. The next run makes
 * the cache whole, be it ours or the go command's. {@code -Dgomodules.kills} says how often.
 */
@Timeout(120)
class RandomKillTest {

    private static final int KILLS = Integer.getInteger("gomodules.kills", 4);
    private static final int FIRST = Integer.getInteger("gomodules.seed", 1);
    private static final List<ModuleFixture> MODULES =
            IntStream.range(0, 12).mapToObj(RandomKillTest::module).toList();
    private static final int REQUESTS = 3 * MODULES.size();
    private static final int FILES = 60;

    @TempDir
    Path temp;

    private static ModuleFixture module(int i) {
        ModuleFixture.Builder module = ModuleFixture.module("example.com/m" + i, "v1.0.0");
        for (int f = 0; f < FILES; f++) {
            module.file("d" + f % 5 + "/f" + f + ".go", "package d\n\nconst X = " + f * i + "\n");
        }
        return module.build();
    }

    static IntStream seeds() {
        return IntStream.range(FIRST, FIRST + KILLS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theNextRunRepairs(int seed) throws Exception {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        try (Bed bed = Bed.of(temp, MODULES)) {
            GoTool go = bed.go();
            if (random.nextBoolean()) {
                killAtARequest(bed, random);
            } else {
                killWhenSoMuchIsThere(bed, random.nextInt(MODULES.size() * (FILES + 10)));
            }
            bed.proxy().heal();
            if (seed % 2 == 0) {
                bed.prefetch().succeed();
            } else {
                go.run(bed.project(), "mod", "download").orFail();
            }
            assertEquals(List.of(), Remains.differences(CacheSnapshot.of(bed.cache()), bed.clean()));
            go.proxy("off").run(bed.project(), "mod", "verify").orFail();
        }
    }

    private void killAtARequest(Bed bed, Random random) throws Exception {
        int last = 1 + random.nextInt(REQUESTS);
        int bytes = random.nextInt(20) - 1; // no file is shorter
        Gate gate = new Gate();
        AtomicInteger count = new AtomicInteger();
        LoopbackProxy proxy = bed.proxy();
        proxy.on("*").answer((request, answer) -> {
            if (count.incrementAndGet() == last) {
                Fault.stallAfter(bytes, gate).spoil(request, answer);
            }
        });
        Process process = start(bed);
        gate.awaitArrival();
        kill(process);
        gate.open();
    }

    private void killWhenSoMuchIsThere(Bed bed, int files) throws Exception {
        Process process = start(bed);
        while (process.isAlive() && count(bed.cache().toFile()) < files) {
            Thread.onSpinWait();
        }
        kill(process);
    }

    /** Files and directories; while others make them, the number is that of no one moment. */
    private static int count(File file) {
        File[] children = file.listFiles();
        int count = 1;
        for (File child : children == null ? new File[0] : children) {
            count += count(child);
        }
        return count;
    }

    private Process start(Bed bed) throws Exception {
        return PrefetchProcess.start(PrefetchProcess.command(bed, bed.cache()), temp.resolve("log"));
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
