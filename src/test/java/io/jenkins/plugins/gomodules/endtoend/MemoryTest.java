package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that are larger than the heap, and more of them than fit: nothing is held in memory. */
class MemoryTest {

    @TempDir
    Path temp;

    @Test
    void modulesLargerThanTheHeap() throws Exception {
        List<ModuleFixture> modules = new ArrayList<>();
        modules.add(large("example.com/large", 40_000_000));
        for (int i = 0; i < 100; i++) {
            modules.add(large("example.com/m" + i, 200_000));
        }
        try (Bed bed = Bed.of(temp, modules)) {
            GoTool.Result result = PrefetchProcess.run(PrefetchProcess.command(bed, bed.cache(), "-Xmx32m"));
            assertEquals(0, result.exit(), result.out());
            assertEquals(List.of(), CacheSnapshot.of(bed.cache()).differencesFrom(bed.clean()));
        }
    }

    private static ModuleFixture large(String path, int size) {
        byte[] data = new byte[size];
        new Random(path.hashCode()).nextBytes(data);
        return ModuleFixture.module(path, "v1.0.0").file("data", data).build();
    }
}
