package io.jenkins.plugins.gomodules.modcache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.modzip.InvalidModuleZipException;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.OddZip;
import io.jenkins.plugins.gomodules.testing.OddZips;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipDownloadTest {

    private static final ModuleFixture FIXTURE = ModuleFixture.module("example.com/m", "v1.0.0")
            .file("a/b.go", "package a\n")
            .build();
    private static final ModuleVersion MODULE = new ModuleVersion("example.com/m", "v1.0.0");
    private static final HashCheck ANYTHING = hash -> {};
    private static final String LOCK_ONLY = "cache/download/example.com/m/@v/v1.0.0.lock";

    @TempDir
    Path temp;

    private ModCache cache;

    @BeforeEach
    void createCache() {
        cache = new ModCache(temp.resolve("cache"), false);
    }

    @AfterEach
    void makeDeletable() {
        Trees.makeDeletable(temp);
    }

    @Test
    void storesAndExtracts() throws Exception {
        List<String> asked = new ArrayList<>();
        try (VersionLock lock = cache.lockVersion(MODULE);
                ZipDownload download = lock.newZip()) {
            Files.write(download.path(), FIXTURE.zip());
            download.commit(true, hash -> {
                asked.add(hash);
                assertFalse(cache.hasZip(MODULE), "the zip counts before it is verified");
                assertFalse(cache.isExtracted(MODULE), "the tree counts before it is verified");
            });
        }
        assertEquals(List.of(FIXTURE.zipHash()), asked);
        assertTrue(cache.hasZip(MODULE));
        assertTrue(cache.isExtracted(MODULE));
        assertEquals(Optional.of(FIXTURE.zipHash()), cache.storedHash(MODULE));
        assertEquals(
                List.of(
                        LOCK_ONLY,
                        "cache/download/example.com/m/@v/v1.0.0.zip",
                        "cache/download/example.com/m/@v/v1.0.0.ziphash",
                        "example.com/m@v1.0.0/a/b.go",
                        "example.com/m@v1.0.0/go.mod",
                        "example.com/m@v1.0.0/m.go"),
                files());
    }

    @Test
    void storesWithoutExtracting() throws Exception {
        commit(false, ANYTHING);
        assertTrue(cache.hasZip(MODULE));
        assertFalse(cache.isExtracted(MODULE));
        assertFalse(Files.exists(cache.extractedDir(MODULE)));
        try (VersionLock lock = cache.lockVersion(MODULE)) {
            lock.extract(ANYTHING);
        }
        assertTrue(cache.isExtracted(MODULE));
    }

    @Test
    void doesNotExtractWhatIsExtracted() throws Exception {
        commit(true, ANYTHING);
        Files.delete(cache.zip(MODULE));
        Object before = Files.getAttribute(cache.extractedDir(MODULE), "lastModifiedTime");
        commit(true, ANYTHING);
        assertTrue(cache.hasZip(MODULE));
        assertTrue(cache.isExtracted(MODULE));
        assertEquals(before, Files.getAttribute(cache.extractedDir(MODULE), "lastModifiedTime"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesNothingOfWhatIsNotVerified(boolean extract) throws Exception {
        IOException mismatch = new IOException("checksum mismatch");
        IOException e = assertThrows(
                IOException.class,
                () -> commit(extract, hash -> {
                    throw mismatch;
                }));
        assertSame(mismatch, e);
        assertEquals(List.of(LOCK_ONLY), files());
        assertFalse(Files.exists(cache.extractedDir(MODULE)));
        commit(extract, ANYTHING);
        assertTrue(cache.hasZip(MODULE));
    }

    @Test
    void leavesNothingWhenTheCheckBreaks() throws Exception {
        assertThrows(
                IllegalStateException.class,
                () -> commit(true, hash -> {
                    throw new IllegalStateException();
                }));
        assertEquals(List.of(LOCK_ONLY), files());
        assertFalse(Files.exists(cache.extractedDir(MODULE)));
    }

    static List<OddZip> hostile() {
        return OddZips.hostile(FIXTURE);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void leavesNothingOfAHostileZip(OddZip odd) throws Exception {
        for (boolean extract : new boolean[] {true, false}) {
            assertThrows(InvalidModuleZipException.class, () -> commit(odd.bytes(), extract, ANYTHING));
            assertEquals(List.of(LOCK_ONLY), files());
            assertFalse(Files.exists(cache.extractedDir(MODULE)));
        }
        try (var names = Files.list(temp)) {
            assertEquals(List.of(cache.root()), names.toList());
        }
    }

    @Test
    void leavesNothingWhenInterrupted() throws Exception {
        try (VersionLock lock = cache.lockVersion(MODULE);
                ZipDownload download = lock.newZip()) {
            Files.write(download.path(), FIXTURE.zip());
            Thread.currentThread().interrupt();
            try {
                assertThrows(InterruptedIOException.class, () -> download.commit(true, ANYTHING));
            } finally {
                assertTrue(Thread.interrupted());
            }
        }
        assertEquals(List.of(LOCK_ONLY), files());
        assertFalse(Files.exists(cache.extractedDir(MODULE)));
    }

    @Test
    void closingWithoutCommittingLeavesNothing() throws Exception {
        try (VersionLock lock = cache.lockVersion(MODULE)) {
            try (ZipDownload download = lock.newZip()) {
                assertEquals(cache.zip(MODULE).getParent(), download.path().getParent());
                String name = download.path().getFileName().toString();
                assertTrue(name.matches("v1\\.0\\.0\\.zip[0-9]+\\.tmp"), name);
                Files.write(download.path(), FIXTURE.zip());
            }
        }
        assertEquals(List.of(LOCK_ONLY), files());
    }

    @Test
    void severalThreadsAndCachesStoreOnce() throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new java.util.concurrent.CopyOnWriteArrayList<>();
        List<String> stored = new java.util.concurrent.CopyOnWriteArrayList<>();
        for (int i = 0; i < 4; i++) {
            ModCache own = new ModCache(cache.root(), false);
            threads.add(new Thread(() -> {
                try (VersionLock lock = own.lockVersion(MODULE)) {
                    if (!own.hasZip(MODULE)) {
                        try (ZipDownload download = lock.newZip()) {
                            Files.write(download.path(), FIXTURE.zip());
                            download.commit(true, stored::add);
                        }
                    }
                } catch (Throwable e) {
                    failures.add(e);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), failures);
        assertEquals(List.of(FIXTURE.zipHash()), stored);
    }

    private void commit(boolean extract, HashCheck check) throws IOException, InterruptedException {
        commit(FIXTURE.zip(), extract, check);
    }

    private void commit(byte[] zip, boolean extract, HashCheck check) throws IOException, InterruptedException {
        try (VersionLock lock = cache.lockVersion(MODULE);
                ZipDownload download = lock.newZip()) {
            Files.write(download.path(), zip);
            download.commit(extract, check);
        }
    }

    private List<String> files() {
        return Trees.list(cache.root()).stream()
                .filter(p -> !Files.isDirectory(p))
                .map(p -> cache.root().relativize(p).toString().replace('\\', '/'))
                .toList();
    }
}
