package io.jenkins.plugins.gomodules.modzip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.module.InvalidModuleException;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.Hashes;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.OddZip;
import io.jenkins.plugins.gomodules.testing.OddZips;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModuleZipTest {

    private static final ModuleVersion MODULE = new ModuleVersion("example.com/m", "v1.0.0");

    @TempDir
    Path temp;

    @AfterEach
    void makeDeletable() {
        Trees.makeDeletable(temp);
    }

    @Test
    void hashesAndExtractsInOnePass() throws Exception {
        ModuleFixture fixture = ModuleFixture.module(MODULE.path(), MODULE.version())
                .file("a/b/c.go", "package c\n")
                .file("a/d.go", "")
                .file("large", new byte[300_000])
                .build();
        Path dir = Files.createDirectory(temp.resolve("dir"));
        try (ModuleZip zip = ModuleZip.open(write(fixture.zip()), MODULE)) {
            assertEquals(fixture.zipHash(), zip.hash());
            assertEquals(fixture.zipHash(), zip.extract(dir));
        }
        assertEquals(List.of("a/b/c.go", "a/d.go", "go.mod", "large", "m.go"), files(dir));
        assertEquals("package c\n", Files.readString(dir.resolve("a/b/c.go")));
        assertEquals(300_000, Files.size(dir.resolve("large")));
        assertEquals(fixture.zipHash(), DirHash.ofDirectory(dir, MODULE.toString()));
    }

    static List<OddZip> hostile() {
        return OddZips.hostile(ModuleFixture.module("example.com/m", "v1.0.0").build());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refusesHostileZips(OddZip odd) throws Exception {
        Path file = write(odd.bytes());
        Path dir = Files.createDirectories(temp.resolve("root/dir"));
        InvalidModuleZipException e = assertThrows(InvalidModuleZipException.class, () -> {
            try (ModuleZip zip = ModuleZip.open(file, MODULE)) {
                zip.extract(dir);
            }
        });
        assertTrue(e.getMessage().startsWith("module zip of example.com/m@v1.0.0 "), e.getMessage());
        assertTrue(e.getMessage().chars().allMatch(c -> c >= ' '), "control characters in: " + e.getMessage());
        assertThrows(InvalidModuleZipException.class, () -> {
            try (ModuleZip zip = ModuleZip.open(file, MODULE)) {
                zip.hash();
            }
        });
        assertEquals(List.of("dir"), names(temp.resolve("root")));
    }

    static List<OddZip> harmless() {
        return OddZips.of(ModuleFixture.module("example.com/m", "v1.0.0").build()).stream()
                .filter(OddZip::valid)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void takesWhatIsOnlyOdd(OddZip odd) throws Exception {
        Path dir = Files.createDirectory(temp.resolve("dir"));
        try (ModuleZip zip = ModuleZip.open(write(odd.bytes()), MODULE)) {
            assertEquals(odd.hash(), zip.hash());
            assertEquals(odd.hash(), zip.extract(dir));
        }
        for (Path path : Trees.list(dir)) {
            assertTrue(Files.isDirectory(path) || Files.isRegularFile(path), path.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "example.com/m, v1, 'module example.com/m@v1: the version is not canonical, it should be v1.0.0'",
        "example.com/m, v1.0.0+meta,"
                + " 'module example.com/m@v1.0.0+meta: the version is not canonical, it should be v1.0.0'",
        "m, v1.0.0, 'malformed module path \"m\": missing dot in first path element'",
        "example.com/m/v2, v1.0.0,"
                + " 'module \"example.com/m/v2\": version \"v1.0.0\" invalid: should be v2, not v1'",
    })
    void checksTheModuleItself(String path, String version, String message) {
        InvalidModuleException e = assertThrows(
                InvalidModuleException.class,
                () -> ModuleZip.open(temp.resolve("absent"), new ModuleVersion(path, version)));
        assertEquals(message, e.getMessage());
    }

    @Test
    void aMissingFileIsNoInvalidZip() {
        IOException e = assertThrows(
                java.nio.file.NoSuchFileException.class, () -> ModuleZip.open(temp.resolve("absent"), MODULE));
        assertTrue(e.getMessage().contains("absent"), e.getMessage());
    }

    @Test
    void stopsWhenInterrupted() throws Exception {
        ModuleFixture fixture =
                ModuleFixture.module(MODULE.path(), MODULE.version()).build();
        try (ModuleZip zip = ModuleZip.open(write(fixture.zip()), MODULE)) {
            Thread.currentThread().interrupt();
            try {
                assertThrows(InterruptedIOException.class, zip::hash);
            } finally {
                assertTrue(Thread.interrupted());
            }
            assertEquals(fixture.zipHash(), zip.hash());
        }
    }

    @Test
    void writesFilesForReadingOnlyAndDirectoriesWhenToldTo() throws Exception {
        ModuleFixture fixture = ModuleFixture.module(MODULE.path(), MODULE.version())
                .file("a/\u00e9/\u65e5.go", "package x\n")
                .file("a/b.go", "package a\n")
                .build();
        Path dir = Files.createDirectory(temp.resolve("dir"));
        try (ModuleZip zip = ModuleZip.open(write(fixture.zip()), MODULE)) {
            zip.extract(dir);
            assertEquals(Map.of(false, 4, true, 3), countByWritable(dir));
            zip.makeDirectoriesReadOnly();
            assertEquals(Map.of(false, 7), countByWritable(dir));
        }
    }

    /** By the owner's permission, because the super-user may always write. */
    private static Map<Boolean, Integer> countByWritable(Path root) throws IOException {
        Map<Boolean, Integer> count = new TreeMap<>();
        for (Path path : Trees.list(root)) {
            boolean writable = (((Integer) Files.getAttribute(path, "unix:mode")) & 0222) != 0;
            count.merge(writable, 1, Integer::sum);
        }
        return count;
    }

    @Test
    void ordersByBytesNotByUtf16() throws Exception {
        // U+FF5E is before U+10400 in UTF-8 and behind it in UTF-16.
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : List.of("\uff41.go", "\ud801\udc28.go", "z.go", "Z.go.txt", "a-b/x", "a/x")) {
            files.put(MODULE + "/" + name, name.getBytes(StandardCharsets.UTF_8));
        }
        byte[] zip = io.jenkins.plugins.gomodules.testing.Zips.of(files, false);
        try (ModuleZip open = ModuleZip.open(write(zip), MODULE)) {
            assertEquals(Hashes.h1(files), open.hash());
        }
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(temp.resolve("m.zip"), bytes);
    }

    private static List<String> files(Path root) {
        return Trees.list(root).stream()
                .filter(Files::isRegularFile)
                .map(p -> root.relativize(p).toString().replace('\\', '/'))
                .toList();
    }

    private static List<String> names(Path dir) {
        return Trees.list(dir).stream()
                .filter(p -> dir.equals(p.getParent()))
                .map(p -> p.getFileName().toString())
                .toList();
    }
}
