package io.jenkins.plugins.gomodules.modcache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.modcache.ModCacheException.Reason;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.GoProxyTree;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Project;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What processes leave that die at any step, and what a disk loses: the next one repairs it, ours or the go command. */
@Execution(ExecutionMode.CONCURRENT)
class RecoveryTest {

    private static final ModuleVersion MODULE = new ModuleVersion("example.com/m", "v1.0.0");
    private static final ModuleFixture FIXTURE = manyFiles();
    private static final HashCheck ANYTHING = hash -> {};

    @TempDir
    Path temp;

    private GoProxyTree proxy;
    private ModCache cache;
    private CacheSnapshot whole;

    private static ModuleFixture manyFiles() {
        ModuleFixture.Builder module = ModuleFixture.module(MODULE.path(), MODULE.version());
        for (int i = 0; i < 300; i++) {
            module.file("d" + i % 7 + "/f" + i + ".go", "package d\n");
        }
        return module.build();
    }

    @BeforeEach
    void createCaches() throws Exception {
        proxy = GoProxyTree.write(temp.resolve("proxy"), FIXTURE);
        ModCache clean = new ModCache(temp.resolve("clean"), false);
        StoreMain.store(proxy.root(), clean, MODULE, ANYTHING);
        whole = CacheSnapshot.of(clean.root());
        cache = new ModCache(temp.resolve("cache"), false);
    }

    @AfterEach
    void makeDeletable() {
        Trees.makeDeletable(temp);
    }

    /** Puts the cache into the state that a process leaves which is killed behind a step. */
    interface State {
        void create(ModCache cache) throws Exception;
    }

    static Stream<Arguments> states() {
        return Stream.of(
                state("nothing but the lock", c -> {}),
                state("half a zip", c -> temporaryZip(c, FIXTURE.zip().length / 2)),
                state("a whole temporary zip", c -> temporaryZip(c, FIXTURE.zip().length)),
                state("the mark, no tree", c -> {
                    temporaryZip(c, FIXTURE.zip().length);
                    Files.createFile(c.partial(MODULE));
                }),
                state("half a tree", c -> {
                    temporaryZip(c, FIXTURE.zip().length);
                    Files.createFile(c.partial(MODULE));
                    halfATree(c);
                }),
                state("a tree, no hash", c -> {
                    temporaryZip(c, FIXTURE.zip().length);
                    Files.createFile(c.partial(MODULE));
                    tree(c);
                }),
                state("a tree and its hash, no zip", c -> {
                    temporaryZip(c, FIXTURE.zip().length);
                    Files.createFile(c.partial(MODULE));
                    tree(c);
                    hash(c);
                }),
                state("all, and the mark", c -> {
                    Files.createFile(c.partial(MODULE));
                    tree(c);
                    hash(c);
                    zip(c);
                }),
                state("all, but directories that are writable", c -> {
                    tree(c);
                    hash(c);
                    zip(c);
                }),
                state("zip and hash, no tree", c -> {
                    hash(c);
                    zip(c);
                }),
                state("zip, hash, half a tree", c -> {
                    hash(c);
                    zip(c);
                    Files.createFile(c.partial(MODULE));
                    halfATree(c);
                }),
                state(
                        "a temporary hash",
                        c -> Files.writeString(
                                c.zipHash(MODULE).resolveSibling("v1.0.0.ziphash123.tmp"), FIXTURE.zipHash())),
                state("a tree of a go command before 1.16", c -> {
                    Path old = c.extractedDir(MODULE).resolveSibling("m@v1.0.0.tmp-123");
                    Files.createDirectories(old.resolve("d0"));
                    assertTrue(old.toFile().setWritable(false));
                }));
    }

    private static Arguments state(String name, State state) {
        return Arguments.of(name, state);
    }

    private static void temporaryZip(ModCache c, int length) throws Exception {
        Files.write(c.zip(MODULE).resolveSibling("v1.0.0.zip123456789.tmp"), Arrays.copyOf(FIXTURE.zip(), length));
    }

    private static void halfATree(ModCache c) throws Exception {
        Path dir = c.extractedDir(MODULE);
        Files.createDirectories(dir.resolve("d0"));
        Files.writeString(dir.resolve("d0/f0.go"), "pack");
        assertTrue(dir.resolve("d0/f0.go").toFile().setReadOnly());
        assertTrue(dir.resolve("d0").toFile().setReadOnly());
    }

    private static void tree(ModCache c) throws Exception {
        Path zip = Files.write(c.zip(MODULE).resolveSibling("zip"), FIXTURE.zip());
        Files.createDirectories(c.extractedDir(MODULE));
        try (var open = io.jenkins.plugins.gomodules.modzip.ModuleZip.open(zip, MODULE)) {
            open.extract(c.extractedDir(MODULE));
        }
        Files.delete(zip);
    }

    private static void hash(ModCache c) throws Exception {
        Files.writeString(c.zipHash(MODULE), FIXTURE.zipHash());
    }

    private static void zip(ModCache c) throws Exception {
        Files.write(c.zip(MODULE), FIXTURE.zip());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    void theNextOneRepairs(String name, State state) throws Exception {
        interrupted(state);
        StoreMain.store(proxy.root(), cache, MODULE, ANYTHING);
        assertEquals(List.of(), differences());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    void theGoCommandRepairs(String name, State state) throws Exception {
        GoTool go = GoTool.orSkip(temp.resolve("home"));
        interrupted(state);
        go.modCache(cache.root()).proxy(proxy.url());
        Path project = Project.requiring(temp.resolve("main"), FIXTURE);
        go.run(project, "mod", "download").orFail();
        go.run(project, "mod", "verify").orFail();
        assertTrue(cache.isExtracted(MODULE) && cache.hasZip(MODULE));
    }

    private void interrupted(State state) throws Exception {
        cache.lockVersion(MODULE).close();
        state.create(cache);
    }

    /** Directories that were not made read-only in time stay as they are, as with the go command. */
    private List<String> differences() throws Exception {
        return CacheSnapshot.of(cache.root()).differencesFrom(whole).stream()
                .filter(d -> !d.matches("differs .*kind=directory, mode=rwxr.xr.x.* instead of .*mode=r-xr.xr.x.*"))
                .toList();
    }

    @Test
    void killedWhenTheHashIsKnown() throws Exception {
        OtherJvm.Result killed = OtherJvm.run(OtherJvm.command(
                StoreMain.class,
                proxy.root().toString(),
                cache.root().toString(),
                MODULE.path(),
                MODULE.version(),
                "halt"));
        assertEquals(9, killed.exit(), killed.out());
        assertTrue(Files.exists(cache.partial(MODULE)));
        assertTrue(Files.exists(cache.extractedDir(MODULE).resolve("go.mod")));
        assertFalse(cache.hasZip(MODULE));
        assertFalse(cache.isExtracted(MODULE));
        StoreMain.store(proxy.root(), cache, MODULE, ANYTHING);
        assertEquals(List.of(), CacheSnapshot.of(cache.root()).differencesFrom(whole));
    }

    @Test
    void killedWhileExtracting() throws Exception {
        Path first = cache.extractedDir(MODULE).resolve("d0/f0.go");
        for (int i = 0; i < 3; i++) {
            Process process = new ProcessBuilder(OtherJvm.command(
                            StoreMain.class,
                            proxy.root().toString(),
                            cache.root().toString(),
                            MODULE.path(),
                            MODULE.version(),
                            ""))
                    .start();
            while (process.isAlive() && !Files.exists(first)) {
                Thread.onSpinWait();
            }
            process.destroyForcibly().waitFor();
            StoreMain.store(proxy.root(), cache, MODULE, ANYTHING);
            assertEquals(List.of(), differences());
            ModCache.removeTree(cache.root());
        }
    }

    /** A zip that a power cut emptied, filled with NUL bytes, or cut: said to be corrupt, and easily replaced. */
    @Test
    void zipsThatAPowerCutHasSpoilt() throws Exception {
        byte[] zip = FIXTURE.zip();
        byte[] tailLost = zip.clone();
        Arrays.fill(tailLost, zip.length / 2, zip.length, (byte) 0);
        byte[] middleLost = zip.clone();
        Arrays.fill(middleLost, 40, 4096, (byte) 0);
        for (byte[] spoilt : List.of(new byte[0], new byte[zip.length], tailLost, middleLost)) {
            interrupted(c -> {
                hash(c);
                Files.write(c.zip(MODULE), spoilt);
            });
            try (VersionLock lock = cache.lockVersion(MODULE)) {
                ModCacheException e = assertThrows(ModCacheException.class, () -> lock.extract(ANYTHING));
                assertEquals(Reason.CORRUPT, e.reason());
                assertTrue(e.getMessage().contains(cache.zip(MODULE) + " is broken: "), e.getMessage());
                assertFalse(Files.exists(cache.extractedDir(MODULE)));
                assertFalse(Files.exists(cache.partial(MODULE)));
                assertEquals(
                        Reason.CORRUPT,
                        assertThrows(ModCacheException.class, () -> lock.rehash(ANYTHING))
                                .reason());
                lock.discardZip();
            }
            StoreMain.store(proxy.root(), cache, MODULE, ANYTHING);
            assertEquals(List.of(), CacheSnapshot.of(cache.root()).differencesFrom(whole));
            ModCache.removeTree(cache.root());
        }
    }

    @Test
    void aZipOfOtherContentThanItWasStoredWith() throws Exception {
        ModuleFixture other =
                ModuleFixture.module(MODULE.path(), MODULE.version()).build();
        interrupted(c -> {
            hash(c);
            Files.write(c.zip(MODULE), other.zip());
        });
        try (VersionLock lock = cache.lockVersion(MODULE)) {
            ModCacheException e = assertThrows(ModCacheException.class, () -> lock.extract(ANYTHING));
            assertEquals(
                    "module cache " + cache.root() + ": " + cache.zip(MODULE)
                            + " is broken: its content has the hash " + other.zipHash() + ", it was stored with "
                            + FIXTURE.zipHash(),
                    e.getMessage());
        }
        assertFalse(Files.exists(cache.extractedDir(MODULE)));
    }

    @Test
    void aHashThatIsLost() throws Exception {
        interrupted(RecoveryTest::zip);
        try (VersionLock lock = cache.lockVersion(MODULE)) {
            assertThrows(
                    SecurityException.class,
                    () -> lock.rehash(hash -> {
                        throw new SecurityException(hash);
                    }));
            assertEquals(Optional.empty(), cache.storedHash(MODULE));
            assertEquals(FIXTURE.zipHash(), lock.rehash(ANYTHING));
            assertEquals(Optional.of(FIXTURE.zipHash()), cache.storedHash(MODULE));
        }
        // Lost, or spoilt: extracting stores it as well.
        for (String content : List.of("", "\0\0\0", "h1:")) {
            Files.writeString(cache.zipHash(MODULE), content);
            try (VersionLock lock = cache.lockVersion(MODULE)) {
                lock.extract(ANYTHING);
            }
            assertEquals(Optional.of(FIXTURE.zipHash()), cache.storedHash(MODULE));
            assertTrue(cache.isExtracted(MODULE));
        }
    }
}
