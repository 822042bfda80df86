package io.jenkins.plugins.gomodules.modcache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.module.InvalidModuleException;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModCacheTest {

    private static final ModuleVersion MODULE = new ModuleVersion("example.com/m", "v1.0.0");
    private static final String HASH = "h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @TempDir
    Path temp;

    private ModCache cache;

    @BeforeEach
    void createCache() {
        cache = new ModCache(temp.resolve("cache"), false);
    }

    @ParameterizedTest
    @CsvSource({
        "example.com/m, v1.0.0, cache/download/example.com/m/@v/v1.0.0, example.com/m@v1.0.0",
        "github.com/Azure/SDK, v2.0.0-RC1+incompatible,"
                + " cache/download/github.com/!azure/!s!d!k/@v/v2.0.0-!r!c1+incompatible,"
                + " github.com/!azure/!s!d!k@v2.0.0-!r!c1+incompatible",
        "gopkg.in/yaml.v3, v3.0.1, cache/download/gopkg.in/yaml.v3/@v/v3.0.1, gopkg.in/yaml.v3@v3.0.1",
    })
    void knowsWhereEverythingIs(String path, String version, String files, String directory) {
        ModuleVersion module = new ModuleVersion(path, version);
        Path root = cache.root();
        assertEquals(root.resolve(files + ".info"), cache.info(module));
        assertEquals(root.resolve(files + ".mod"), cache.mod(module));
        assertEquals(root.resolve(files + ".zip"), cache.zip(module));
        assertEquals(root.resolve(files + ".ziphash"), cache.zipHash(module));
        assertEquals(root.resolve(files + ".lock"), cache.lock(module));
        assertEquals(root.resolve(files + ".partial"), cache.partial(module));
        assertEquals(root.resolve(files).resolveSibling("list"), cache.list(path));
        assertEquals(root.resolve(directory), cache.extractedDir(module));
    }

    @ParameterizedTest
    @CsvSource({
        "example.com/m, v1", "example.com/m, v1.0.0+meta", "example.com/m, master", "example.com/m, ''",
        "../m, v1.0.0", "example.com/../m, v1.0.0", "m, v1.0.0", "example.com/m, ../../v1.0.0"
    })
    void hasNoPlaceForWhatIsNoModule(String path, String version) {
        ModuleVersion module = new ModuleVersion(path, version);
        assertThrows(InvalidModuleException.class, () -> cache.zip(module));
        assertThrows(InvalidModuleException.class, () -> cache.extractedDir(module));
        assertThrows(InvalidModuleException.class, () -> cache.lockVersion(module));
    }

    @Test
    void wantsAnAbsolutePath() {
        assertThrows(IllegalArgumentException.class, () -> new ModCache(Path.of("cache"), false));
    }

    @Test
    void readsWhatItWrote() throws Exception {
        assertEquals(Optional.empty(), cache.readInfo(MODULE));
        assertEquals(Optional.empty(), cache.readMod(MODULE));
        byte[] info = bytes("{\"Version\":\"v1.0.0\"}");
        byte[] mod = bytes("module example.com/m\n");
        cache.writeInfo(MODULE, info);
        cache.writeMod(MODULE, bytes("module example.com/other\n"));
        cache.writeMod(MODULE, mod);
        assertArrayEquals(info, cache.readInfo(MODULE).orElseThrow());
        assertArrayEquals(mod, cache.readMod(MODULE).orElseThrow());
        assertEquals("v1.0.0\n", Files.readString(cache.list(MODULE.path())));
        assertEquals(3, cache.info(MODULE).getParent().toFile().list().length, "no temporary files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0\0\0\0", "module example.com/m\n\0\0\0"})
    void takesWhatAPowerCutHasSpoiltForAbsent(String content) throws Exception {
        write(cache.mod(MODULE), content);
        write(cache.info(MODULE), content);
        write(cache.zipHash(MODULE), content);
        assertEquals(Optional.empty(), cache.readMod(MODULE));
        assertEquals(Optional.empty(), cache.readInfo(MODULE));
        assertEquals(Optional.empty(), cache.storedHash(MODULE));
    }

    @Test
    void ignoresGoModFilesMadeUpByVgo() throws Exception {
        write(cache.mod(MODULE), "//vgo 0.0.4\n\nmodule example.com/m\n");
        assertEquals(Optional.empty(), cache.readMod(MODULE));
        write(cache.mod(MODULE), "//vgo 0.1\n\nmodule example.com/m\n");
        assertTrue(cache.readMod(MODULE).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        HASH + ", true",
        "'" + HASH + "\n', true",
        "h1:47DEQpj8HBSa, false",
        "h2:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=, false",
    })
    void readsTheStoredHash(String content, boolean valid) throws Exception {
        assertEquals(Optional.empty(), cache.storedHash(MODULE));
        write(cache.zipHash(MODULE), content);
        assertEquals(valid ? Optional.of(HASH) : Optional.empty(), cache.storedHash(MODULE));
    }

    @Test
    void aZipCountsWithItsHashOnly() throws Exception {
        assertFalse(cache.hasZip(MODULE));
        write(cache.zip(MODULE), "zip");
        assertFalse(cache.hasZip(MODULE));
        write(cache.zipHash(MODULE), HASH);
        assertTrue(cache.hasZip(MODULE));
        Files.delete(cache.zip(MODULE));
        assertFalse(cache.hasZip(MODULE));
    }

    @Test
    void aDirectoryCountsWithTheHashAndWithoutTheMark() throws Exception {
        write(cache.zipHash(MODULE), HASH);
        assertFalse(cache.isExtracted(MODULE));
        Files.createDirectories(cache.extractedDir(MODULE));
        assertTrue(cache.isExtracted(MODULE));
        write(cache.partial(MODULE), "");
        assertFalse(cache.isExtracted(MODULE));
        Files.delete(cache.partial(MODULE));
        Files.delete(cache.zipHash(MODULE));
        assertFalse(cache.isExtracted(MODULE));
        Files.delete(cache.extractedDir(MODULE));
        write(cache.zipHash(MODULE), HASH);
        write(cache.extractedDir(MODULE), "a file");
        assertFalse(cache.isExtracted(MODULE));
    }

    /** The one module that the go command unpacks from its own distribution, without a zip. */
    @Test
    void theFipsModuleNeedsNoHash() throws Exception {
        ModuleVersion fips = new ModuleVersion("golang.org/fips140", "v1.0.0");
        Files.createDirectories(cache.extractedDir(fips));
        assertTrue(cache.isExtracted(fips));
    }

    @Test
    void removesTreesWhatevertheirModes() throws Exception {
        Path tree = temp.resolve("tree");
        write(tree.resolve("a/b/c.go"), "x");
        write(tree.resolve("a/\u00e9/c.go"), "x");
        Path outside = Files.writeString(temp.resolve("outside"), "x");
        Files.createSymbolicLink(tree.resolve("a/link"), temp);
        for (String name : new String[] {"a/b/c.go", "a/b", "a", ""}) {
            assertTrue(tree.resolve(name).toFile().setWritable(false));
        }
        ModCache.removeTree(tree);
        assertFalse(Files.exists(tree));
        assertTrue(Files.exists(outside));
        ModCache.removeTree(tree);
        ModCache.removeTree(outside);
        assertFalse(Files.exists(outside));
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes(content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
