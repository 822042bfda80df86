package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Permissions follow the umask as the go command's do. */
class ModesTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"000", "002", "077"})
    void followTheUmask(String umask) throws Exception {
        Assumptions.assumeTrue(
                temp.getFileSystem().supportedFileAttributeViews().contains("posix"), "skipped: no umask here");
        ModuleFixture module = ModuleFixture.module("example.com/a", "v1.0.0")
                .file("sub/x.go", "package sub\n")
                .build();
        try (Bed bed = Bed.of(temp, module)) {
            GoTool go = bed.go()
                    .modCache(temp.resolve("go-cache"))
                    .wrapped("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh");
            go.run(bed.project(), "mod", "download").orFail();
            List<String> command = new ArrayList<>(List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh"));
            command.addAll(PrefetchProcess.command(bed, bed.cache()));
            assertEquals(0, PrefetchProcess.run(command).exit());
            assertEquals(
                    List.of(),
                    CacheSnapshot.of(bed.cache()).differencesFrom(CacheSnapshot.of(temp.resolve("go-cache"))));
        }
    }
}
