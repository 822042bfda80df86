package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.Gate;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A killed process (SIGKILL: no handler runs): the next one repairs what it left, be it ours or the go command. */
class KillTest {

    private static final ModuleFixture A = manyFiles("example.com/a");
    private static final ModuleFixture B =
            ModuleFixture.module("example.com/b", "v1.0.0").build();

    @TempDir
    Path temp;

    private static ModuleFixture manyFiles(String path) {
        ModuleFixture.Builder module = ModuleFixture.module(path, "v1.0.0");
        for (int i = 0; i < 4000; i++) {
            module.file("d" + i % 50 + "/f" + i + ".go", "package d\n");
        }
        return module.build();
    }

    @Test
    void inTheMiddleOfAZip() throws Exception {
        try (Bed bed = Bed.of(temp, A, B)) {
            killInTheMiddleOfAZip(bed);
            oursRepairs(bed);
        }
    }

    @Test
    void inTheMiddleOfAZipAndTheGoCommandRepairs() throws Exception {
        try (Bed bed = Bed.of(temp, A, B)) {
            GoTool go = bed.go();
            killInTheMiddleOfAZip(bed);
            go.run(bed.project(), "mod", "download").orFail();
            assertEquals(List.of(), Remains.differences(CacheSnapshot.of(bed.cache()), bed.clean()));
        }
    }

    @Test
    void whileExtracting() throws Exception {
        try (Bed bed = Bed.of(temp, A, B)) {
            killWhileExtracting(bed);
            oursRepairs(bed);
        }
    }

    @Test
    void whileExtractingAndTheGoCommandRepairs() throws Exception {
        try (Bed bed = Bed.of(temp, A, B)) {
            GoTool go = bed.go();
            killWhileExtracting(bed);
            go.run(bed.project(), "mod", "download").orFail();
            go.run(bed.project(), "mod", "verify").orFail();
        }
    }

    private static void oursRepairs(Bed bed) throws Exception {
        bed.proxy().heal();
        bed.prefetch().succeed();
        assertEquals(List.of(), Remains.differences(CacheSnapshot.of(bed.cache()), bed.clean()));
    }

    private void killInTheMiddleOfAZip(Bed bed) throws Exception {
        Gate gate = new Gate();
        bed.proxy().on(A.url("zip")).attempt(1).answer(Fault.stallAfter(10_000, gate));
        Process process = start(bed);
        gate.awaitArrival();
        bed.proxy().awaitRequests(B.url("zip"), 1);
        kill(process);
        gate.open();
    }

    private void killWhileExtracting(Bed bed) throws Exception {
        Process process = start(bed);
        Path tree = bed.cache().resolve("example.com/a@v1.0.0");
        while (process.isAlive() && !Files.exists(tree)) {
            Thread.onSpinWait();
        }
        kill(process);
    }

    private Process start(Bed bed) throws Exception {
        return PrefetchProcess.start(PrefetchProcess.command(bed, bed.cache()), temp.resolve("log"));
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
