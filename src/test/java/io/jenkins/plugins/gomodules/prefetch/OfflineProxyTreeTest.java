package io.jenkins.plugins.gomodules.prefetch;

import static io.jenkins.plugins.gomodules.testing.ModuleFixture.module;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.modcache.ModCache;
import io.jenkins.plugins.gomodules.modcache.VersionLock;
import io.jenkins.plugins.gomodules.modcache.ZipDownload;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineProxyTreeTest {
    @TempDir
    Path temp;

    private ModuleVersion cached(ModCache cache, ModuleFixture fixture) throws Exception {
        ModuleVersion module = new ModuleVersion(fixture.path(), fixture.version());
        cache.writeMod(module, fixture.mod());
        cache.writeInfo(module, fixture.info());
        try (VersionLock lock = cache.lockVersion(module);
                ZipDownload zip = lock.newZip()) {
            Files.write(zip.path(), fixture.zip());
            zip.commit(false, hash -> {});
        }
        return module;
    }

    private ModCache cache() {
        return new ModCache(temp.resolve("cache"), true);
    }

    @Test
    void holdsExactlyWhatTheBuildNeeds() throws Exception {
        ModCache cache = cache();
        ModuleFixture upper = module("example.com/Upper", "v1.10.0").build();
        ModuleVersion used = cached(cache, upper);
        ModuleVersion old = cached(cache, module("example.com/Upper", "v1.2.0").build());
        cached(cache, module("example.com/unrelated", "v1.0.0").build());
        OfflineProxyTree tree = new OfflineProxyTree(cache);
        tree.add(new ProjectModules(List.of(used), List.of(old, used)));
        Path deps = temp.resolve("deps");
        tree.write(deps);

        Path versions = deps.resolve("example.com/!upper/@v");
        assertEquals("v1.2.0\nv1.10.0\n", Files.readString(versions.resolve("list")));
        assertArrayEquals(upper.zip(), Files.readAllBytes(versions.resolve("v1.10.0.zip")));
        assertTrue(Files.exists(versions.resolve("v1.2.0.mod")));
        assertFalse(Files.exists(versions.resolve("v1.2.0.zip")));
        assertFalse(Files.exists(deps.resolve("example.com/unrelated")));
    }

    @Test
    void replacesItsOwnTreeAsAWhole() throws Exception {
        ModCache cache = cache();
        ModuleVersion first =
                cached(cache, module("example.com/first", "v1.0.0").build());
        ModuleVersion second =
                cached(cache, module("example.com/second", "v1.0.0").build());
        Path deps = temp.resolve("deps");
        for (ModuleVersion module : List.of(first, second)) {
            OfflineProxyTree tree = new OfflineProxyTree(cache);
            tree.add(new ProjectModules(List.of(module), List.of(module)));
            tree.write(deps);
        }
        assertFalse(Files.exists(deps.resolve(first.path())));
        assertTrue(Files.exists(deps.resolve(second.path())));
    }

    @Test
    void leavesWhatSomebodyElseMade() throws Exception {
        Path precious = Files.createDirectories(temp.resolve("deps")).resolve("main.go");
        Files.writeString(precious, "package main\n");
        OfflineProxyTree tree = new OfflineProxyTree(cache());
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> tree.write(temp.resolve("deps")));
        assertTrue(e.getMessage().contains("deps"), e::getMessage);
        assertTrue(Files.exists(precious));
        assertThrows(IllegalArgumentException.class, () -> tree.write(precious));
    }

    @Test
    void leavesTheOldTreeWhenTheNewOneFails() throws Exception {
        ModCache cache = cache();
        ModuleVersion module =
                cached(cache, module("example.com/first", "v1.0.0").build());
        Path deps = temp.resolve("deps");
        OfflineProxyTree tree = new OfflineProxyTree(cache);
        tree.add(new ProjectModules(List.of(module), List.of(module)));
        tree.write(deps);
        ModuleVersion missing = new ModuleVersion("example.com/missing", "v1.0.0");
        tree.add(new ProjectModules(List.of(missing), List.of(missing)));
        assertThrows(IOException.class, () -> tree.write(deps));
        assertTrue(Files.exists(deps.resolve(module.path())));
        try (var entries = Files.list(temp)) {
            assertEquals(
                    0,
                    entries.filter(p -> p.getFileName().toString().contains("unfinished"))
                            .count());
        }
    }
}
