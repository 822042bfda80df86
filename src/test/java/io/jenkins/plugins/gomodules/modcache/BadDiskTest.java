package io.jenkins.plugins.gomodules.modcache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.modcache.ModCacheException.Reason;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.GoProxyTree;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Disks without room and directories without permission: said in so many words, and nothing half done stays. */
class BadDiskTest {

    private static final ModuleVersion MODULE = new ModuleVersion("example.com/m", "v1.0.0");
    private static final ModuleFixture FIXTURE = ModuleFixture.module(MODULE.path(), MODULE.version())
            .file("zeros", new byte[4_000_000])
            .build();

    @TempDir
    Path temp;

    private Path mounted;

    @AfterEach
    void unmount() throws Exception {
        if (mounted != null) {
            assertEquals(0, run("umount", mounted.toString()));
        }
        Trees.makeDeletable(temp);
    }

    @Test
    void fullWhileExtracting() throws Exception {
        ModCache cache = new ModCache(disk("size=1m").resolve("cache"), false);
        ModCacheException e = assertThrows(ModCacheException.class, () -> store(cache));
        assertEquals(Reason.DISK_FULL, e.reason());
        assertEquals(
                "module cache " + cache.root() + ": no space left on the disk for " + cache.extractedDir(MODULE),
                e.getMessage());
        assertNothingLeft(cache);
        assertEquals(0, run("mount", "-o", "remount,size=16m", mounted.toString()));
        store(cache);
        assertTrue(cache.isExtracted(MODULE));
    }

    /** The JVM reports what the operating system says, which is translated in some places. */
    @Test
    void fullInAnyLanguage() throws Exception {
        Path disk = disk("size=64k");
        Path file = disk.resolve("file");
        assertThrows(IOException.class, () -> Files.write(file, new byte[100_000]));
        IOException translated = new IOException("Auf dem Ger\u00e4t ist kein Speicherplatz mehr verf\u00fcgbar");
        ModCacheException e = (ModCacheException) ModCacheException.explain(disk, file, translated);
        assertEquals(Reason.DISK_FULL, e.reason());
    }

    @Test
    void readOnlyFileSystem() throws Exception {
        ModCache cache = new ModCache(disk("ro").resolve("cache"), false);
        ModCacheException e = assertThrows(ModCacheException.class, () -> store(cache));
        assertEquals(Reason.READ_ONLY, e.reason());
        assertTrue(
                e.getMessage()
                        .startsWith("module cache " + cache.root() + " is on a read-only file system: cannot write"),
                e.getMessage());
    }

    /** A file where the root, the download directory, or the module's directory should be. */
    @ParameterizedTest
    @CsvSource({"cache", "cache/cache", "cache/cache/download/example.com"})
    void aFileInTheWay(String place) throws Exception {
        Path file = temp.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        ModCache cache = new ModCache(temp.resolve("cache"), false);
        ModCacheException e = assertThrows(ModCacheException.class, () -> cache.writeInfo(MODULE, FIXTURE.info()));
        assertEquals(Reason.NOT_A_DIRECTORY, e.reason());
        assertTrue(e.getMessage().contains(": a file is where a directory should be, on the way to "), e.getMessage());
        e = assertThrows(ModCacheException.class, () -> cache.lockVersion(MODULE));
        assertEquals(Reason.NOT_A_DIRECTORY, e.reason());
        assertEquals("x", Files.readString(file));
    }

    @Test
    void aFileWhereTheModuleIsExtractedTo() throws Exception {
        ModCache cache = new ModCache(temp.resolve("cache"), false);
        Files.createDirectories(cache.root());
        Files.writeString(cache.root().resolve("example.com"), "x");
        ModCacheException e = assertThrows(ModCacheException.class, () -> store(cache));
        assertEquals(Reason.NOT_A_DIRECTORY, e.reason());
        assertFalse(Files.exists(cache.partial(MODULE)));
        assertFalse(cache.hasZip(MODULE));
    }

    /** Directories in the cache that belong to somebody else, as a container that runs as root leaves them. */
    @ParameterizedTest
    @CsvSource({
        "cache, '', PERMISSION",
        "cache/cache/download, '', PERMISSION",
        "cache/example.com, '', PERMISSION",
        "cache/cache/download/example.com/m/@v, '', PERMISSION",
    })
    void noPermission(String place, String how, Reason reason) throws Exception {
        GoProxyTree proxy = GoProxyTree.write(temp.resolve("proxy"), FIXTURE);
        Path directory = Files.createDirectories(temp.resolve(place));
        assertTrue(directory.toFile().setWritable(false));
        Path cache = temp.resolve("cache");
        OtherJvm.Result result = OtherJvm.run(unprivileged(OtherJvm.command(
                StoreMain.class, proxy.root().toString(), cache.toString(), MODULE.path(), MODULE.version(), how)));
        assertEquals(1, result.exit(), result.out());
        String start = reason + ": module cache " + cache + ": user ";
        assertTrue(result.out().startsWith(start), result.out());
        assertTrue(result.out().contains(" has no permission for " + directory), result.out());
        assertNothingLeft(new ModCache(cache, false));
    }

    /** A lock file of another user that is not for all to write. */
    @Test
    void noPermissionToLock() throws Exception {
        GoProxyTree proxy = GoProxyTree.write(temp.resolve("proxy"), FIXTURE);
        ModCache cache = new ModCache(temp.resolve("cache"), false);
        Files.createDirectories(cache.lock(MODULE).getParent());
        Files.createFile(cache.lock(MODULE));
        assertTrue(cache.lock(MODULE).toFile().setReadOnly());
        OtherJvm.Result result = OtherJvm.run(unprivileged(OtherJvm.command(
                StoreMain.class,
                proxy.root().toString(),
                cache.root().toString(),
                MODULE.path(),
                MODULE.version(),
                "")));
        assertEquals(1, result.exit(), result.out());
        assertTrue(result.out().startsWith("PERMISSION: "), result.out());
        assertTrue(result.out().contains(" has no permission for " + cache.lock(MODULE)), result.out());
    }

    private void store(ModCache cache) throws Exception {
        Path proxy = temp.resolve("proxy");
        if (!Files.exists(proxy)) {
            GoProxyTree.write(proxy, FIXTURE);
        }
        StoreMain.store(proxy, cache, MODULE, hash -> {});
    }

    private static void assertNothingLeft(ModCache cache) {
        assertFalse(Files.exists(cache.extractedDir(MODULE)));
        assertFalse(Files.exists(cache.partial(MODULE)));
        assertFalse(Files.exists(cache.zip(MODULE)));
        assertFalse(Files.exists(cache.zipHash(MODULE)));
        Path directory = cache.zip(MODULE).getParent();
        List<String> names = Trees.list(directory).stream()
                .map(Path::toString)
                .filter(n -> n.endsWith(".tmp"))
                .toList();
        assertEquals(List.of(), names);
    }

    /** The super-user may write everywhere, unless that capability is taken from it. */
    private static List<String> unprivileged(List<String> command) throws Exception {
        Assumptions.assumeFalse(
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows"),
                "skipped: Windows has no permissions of this kind");
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        List<String> dropped = new ArrayList<>(List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search"));
        boolean works;
        try {
            works = run("setpriv", "--bounding-set=-dac_override,-dac_read_search", "true") == 0;
        } catch (IOException e) {
            works = false;
        }
        Assumptions.assumeTrue(works, "skipped: the super-user may write everywhere, and setpriv is not there");
        dropped.addAll(command);
        return dropped;
    }

    private Path disk(String options) throws Exception {
        Path at = Files.createDirectory(temp.resolve("disk"));
        boolean works;
        try {
            works = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", at.toString()) == 0;
        } catch (IOException e) {
            works = false;
        }
        Assumptions.assumeTrue(works, "skipped: needs a file system of its own, and this user may not mount one");
        mounted = at;
        return at;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
