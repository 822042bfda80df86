package io.jenkins.plugins.gomodules.modcache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionListTest {

    @TempDir
    Path temp;

    @Test
    void listsVersionsWhoseGoModIsThereInTheirOrder() throws Exception {
        for (String name : List.of(
                "v1.10.0.mod",
                "v1.9.0.mod",
                "v1.9.0-rc.1.mod",
                "v2.0.0+incompatible.mod",
                "v0.0.0-20240102030405-abcdef012345.mod",
                "v1.mod", // not canonical
                "master.mod",
                ".mod",
                "v1.2.3-!r!c1.mod", // escaped, and so no version: as the go command has it
                "v1.0.0.info",
                "v1.0.0.zip",
                "v1.11.0.mod123.tmp")) {
            Files.createFile(temp.resolve(name));
        }
        VersionList.rewrite(temp);
        assertEquals("""
                v0.0.0-20240102030405-abcdef012345
                v1.9.0-rc.1
                v1.9.0
                v1.10.0
                v2.0.0+incompatible
                """, Files.readString(temp.resolve("list")));
    }

    @Test
    void repairsAListAndLeavesARightOneAlone() throws Exception {
        Files.createFile(temp.resolve("v1.0.0.mod"));
        Path list = temp.resolve("list");
        for (String spoilt : List.of("", "\0\0\0\0\0\0\0", "v1.0.0\nv1.0.1\n", "v1.0.1\n")) {
            Files.writeString(list, spoilt);
            VersionList.rewrite(temp);
            assertEquals("v1.0.0\n", Files.readString(list));
        }
        Files.setLastModifiedTime(list, FileTime.fromMillis(1_000_000));
        VersionList.rewrite(temp);
        assertEquals(1_000_000, Files.getLastModifiedTime(list).toMillis());
    }

    /** Where the lock keeps everybody else from the file, other handles of this process included. */
    @Test
    void writesThroughTheHandleThatHasTheLock() throws Exception {
        Files.createFile(temp.resolve("v1.0.0.mod"));
        Path list = temp.resolve("list");
        for (int i = 0; i < 2; i++) {
            VersionList.rewrite(temp, new JavaLockKind());
            assertEquals("v1.0.0\n", Files.readString(list));
        }
        Files.writeString(list, "\0\0\0\0\0\0\0");
        VersionList.rewrite(temp, new JavaLockKind());
        assertEquals("v1.0.0\n", Files.readString(list));
    }

    @Test
    void losesNothingWhenSeveralWriteAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> writers = new ArrayList<>();
            StringBuilder expected = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                ModuleVersion module = new ModuleVersion("example.com/m", "v1.0." + i);
                expected.append(module.version()).append('\n');
                ModCache cache = new ModCache(temp, false);
                writers.add(() -> {
                    cache.writeMod(module, "module example.com/m\n".getBytes(StandardCharsets.UTF_8));
                    return 0;
                });
            }
            for (Future<Integer> done : threads.invokeAll(writers)) {
                done.get();
            }
            assertEquals(expected.toString(), Files.readString(new ModCache(temp, false).list("example.com/m")));
        } finally {
            threads.shutdown();
        }
    }
}
