package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.prefetch.PrefetchFailure;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, and caches that must not be written. */
class BadDiskTest {

    private static final ModuleFixture SMALL =
            ModuleFixture.module("example.com/small", "v1.0.0").build();
    private static final ModuleFixture LARGE = ModuleFixture.module("example.com/large", "v1.0.0")
            .file("data", random(3_000_000))
            .build();
    private static final ModuleFixture ZEROS = ModuleFixture.module("example.com/zeros", "v1.0.0")
            .file("data", new byte[8_000_000])
            .build();

    @TempDir
    Path temp;

    private static byte[] random(int n) {
        byte[] bytes = new byte[n];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @Test
    void fullWhileDownloading() throws Exception {
        full(LARGE);
    }

    @Test
    void fullWhileExtracting() throws Exception {
        full(ZEROS);
    }

    private void full(ModuleFixture tooMuch) throws Exception {
        try (Bed bed = Bed.of(temp, SMALL, tooMuch);
                OwnDisk disk = OwnDisk.orSkip(temp.resolve("disk"), "size=2m")) {
            Path cache = disk.at().resolve("cache");
            PrefetchReport report = bed.prefetchInto(cache).run();
            // While the disk is full, the small module may find it so too.
            assertTrue(
                    report.failures().stream().anyMatch(f -> f.module().equals(tooMuch.path())),
                    report.failures()::toString);
            for (PrefetchFailure failure : report.failures()) {
                assertEquals("disk-full", failure.cause(), failure.toString());
            }
            assertEquals(
                    List.of(),
                    CacheSnapshot.of(cache)
                            .names(n -> n.endsWith(".tmp")
                                    || n.endsWith(".partial")
                                    || n.startsWith(tooMuch + "/")
                                    || n.endsWith("/" + tooMuch.path() + "/@v/v1.0.0.zip")));
            disk.remount("size=64m");
            bed.prefetchInto(cache).succeed();
            assertEquals(List.of(), CacheSnapshot.of(cache).differencesFrom(bed.clean()));
        }
    }

    /** Many modules at once, and no room for any more files. */
    @Test
    void fullOfFiles() throws Exception {
        List<ModuleFixture> modules = IntStream.range(0, 40)
                .mapToObj(
                        i -> ModuleFixture.module("example.com/m" + i, "v1.0.0").build())
                .toList();
        try (Bed bed = Bed.of(temp, modules);
                OwnDisk disk = OwnDisk.orSkip(temp.resolve("disk"), "size=64m,nr_inodes=60")) {
            Path cache = disk.at().resolve("cache");
            PrefetchReport report = bed.prefetchInto(cache).run();
            assertFalse(report.succeeded());
            for (PrefetchFailure failure : report.failures()) {
                assertEquals("disk-full", failure.cause(), failure.toString());
            }
            assertEquals(List.of(), CacheSnapshot.of(cache).names(n -> n.endsWith(".tmp") || n.endsWith(".partial")));
            disk.remount("nr_inodes=100000");
            bed.prefetchInto(cache).succeed();
            assertEquals(List.of(), Remains.differences(CacheSnapshot.of(cache), bed.clean()));
        }
    }

    /** One directory in a cache that is otherwise as it should be. */
    @Test
    void readOnlyDirectoryOfOneModule() throws Exception {
        Path theirs = temp.resolve("cache/cache/download/" + SMALL.path());
        try (Bed bed = Bed.of(temp, SMALL, LARGE);
                OwnDisk disk = OwnDisk.orSkip(theirs, "ro,mode=755")) {
            PrefetchReport report = bed.prefetch().run();
            assertFalse(report.succeeded());
            for (PrefetchFailure failure : report.failures()) {
                assertEquals("cache-permission", failure.cause(), failure.toString());
                assertEquals(SMALL.path(), failure.module(), failure.toString());
                assertTrue(failure.message().contains(disk.at().toString()), failure.message());
            }
            disk.remount("rw");
            bed.nextRunRepairs();
        }
    }

    @Test
    void readOnlyFileSystem() throws Exception {
        try (Bed bed = Bed.of(temp, SMALL);
                OwnDisk disk = OwnDisk.orSkip(temp.resolve("disk"), "ro")) {
            PrefetchFailure failure =
                    only(bed.prefetchInto(disk.at().resolve("cache")).run());
            assertEquals("cache-permission", failure.cause(), failure.toString());
            assertTrue(failure.message().contains(disk.at().toString()), failure.message());
        }
    }

    @Test
    void readOnlyFileSystemThatHoldsEverything() throws Exception {
        try (Bed bed = Bed.of(temp, SMALL);
                OwnDisk disk = OwnDisk.orSkip(temp.resolve("disk"), "size=8m")) {
            bed.prefetchInto(disk.at()).succeed();
            disk.remount("ro");
            PrefetchReport report = bed.prefetchInto(disk.at()).succeed();
            assertEquals(1, report.cached());
        }
    }

    @Test
    void directoryOfSomebodyElse() throws Exception {
        try (Bed bed = Bed.of(temp, SMALL)) {
            Path cache = Files.createDirectory(temp.resolve("theirs"));
            assertTrue(cache.toFile().setWritable(false));
            Assumptions.assumeFalse(
                    Files.isWritable(cache), "skipped: this user may write to directories that are read-only");
            PrefetchFailure failure = only(bed.prefetchInto(cache).run());
            assertEquals("cache-permission", failure.cause(), failure.toString());
        }
    }

    @Test
    void cacheIsAFile() throws Exception {
        try (Bed bed = Bed.of(temp, SMALL)) {
            Path cache = Files.writeString(temp.resolve("file"), "x");
            PrefetchFailure failure = only(bed.prefetchInto(cache).run());
            assertEquals("cache-permission", failure.cause(), failure.toString());
            assertTrue(failure.message().contains(cache.toString()), failure.message());
        }
    }

    private static PrefetchFailure only(PrefetchReport report) {
        assertFalse(report.succeeded());
        assertEquals(1, report.failures().size(), report.failures().toString());
        return report.failures().get(0);
    }
}
