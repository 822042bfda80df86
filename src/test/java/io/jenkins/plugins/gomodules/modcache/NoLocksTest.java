package io.jenkins.plugins.gomodules.modcache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.GoProxyTree;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache on a file system that cannot lock, as some network file systems: several builds of one agent share it. */
class NoLocksTest {

    private static final int BUILDS = 8;
    private static final List<ModuleFixture> MODULES = IntStream.range(0, 6)
            .mapToObj(i -> ModuleFixture.module("example.com/m" + i, "v1.0.0")
                    .file("data", new byte[50_000])
                    .build())
            .toList();

    @TempDir
    Path temp;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        Trees.makeDeletable(temp);
    }

    @Test
    void theBuildsOfOneAgentWaitForEachOther() throws Exception {
        GoProxyTree proxy = GoProxyTree.write(temp.resolve("proxy"), MODULES);
        FileLocks.Kind none = file -> {
            throw new FileLocks.LocksUnsupportedException("no locks in " + temp);
        };
        AtomicInteger stored = new AtomicInteger();
        ModCache shared = new ModCache(temp.resolve("shared"), false);
        Callable<Void> build = () -> {
            for (ModuleFixture module : MODULES) {
                stored.addAndGet(store(proxy, shared, module, none));
            }
            return null;
        };
        for (Future<Void> done : threads.invokeAll(Collections.nCopies(BUILDS, build))) {
            done.get();
        }
        assertEquals(MODULES.size(), stored.get());

        ModCache alone = new ModCache(temp.resolve("alone"), false);
        for (ModuleFixture module : MODULES) {
            store(proxy, alone, module, Kinds.best());
        }
        assertEquals(
                List.of(),
                CacheSnapshot.of(temp.resolve("shared")).differencesFrom(CacheSnapshot.of(temp.resolve("alone"))));
        assertTrue(ModCache.lockNotices().contains("no locks in " + temp));
    }

    /** Returns 1 for the one that has stored it. */
    private static int store(GoProxyTree proxy, ModCache cache, ModuleFixture fixture, FileLocks.Kind kind)
            throws Exception {
        ModuleVersion module = new ModuleVersion(fixture.path(), fixture.version());
        Path lockFile = cache.zip(module).resolveSibling(fixture.version() + ".lock");
        try (VersionLock lock = new VersionLock(cache, module, FileLocks.exclusive(lockFile, kind))) {
            lock.cleanUp();
            if (cache.hasZip(module) && cache.isExtracted(module)) {
                return 0;
            }
            try (ZipDownload zip = lock.newZip()) {
                Files.write(zip.path(), Files.readAllBytes(proxy.file(fixture.url("zip"))));
                zip.commit(true, hash -> assertEquals(fixture.zipHash(), hash));
            }
            return 1;
        }
    }
}
