package io.jenkins.plugins.gomodules.modzip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.gomodules.testing.Hashes;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.RawZip;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirHashTest {

    @TempDir
    Path temp;

    /** The hashes of go.sum lines that everybody has. */
    @Test
    void knownHashes() {
        // go.sum: gopkg.in/yaml.v3 v3.0.1/go.mod
        String yaml = "module \"gopkg.in/yaml.v3\"\n\nrequire (\n"
                + "\t\"gopkg.in/check.v1\" v0.0.0-20161208181325-20d25e280405\n)\n";
        assertEquals(
                "h1:K4uyk7z7BCEPqu6E+C64Yfv1cQ7kz7rIZviUmN+EgEM=",
                DirHash.ofGoMod(yaml.getBytes(StandardCharsets.UTF_8)));
        // go.sum: github.com/davecgh/go-spew v1.1.1/go.mod
        assertEquals(
                "h1:J7Y8YcW2NihsgmVo/mv3lAwl/skON4iLHjSsI+c5H38=",
                DirHash.ofGoMod("module github.com/davecgh/go-spew\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void zipAndDirectoryHashAlike() throws Exception {
        ModuleFixture module = ModuleFixture.module("example.com/M", "v2.0.0+incompatible")
                .file("B", "b")
                .file("a/b", "ab")
                .file("a.b", "")
                .file("a/\u00e4", "umlaut")
                .file("large", new byte[200_000])
                .build();
        Path zip = Files.write(temp.resolve("m.zip"), module.zip());
        Path dir = Files.createDirectory(temp.resolve("dir"));
        try (ModuleZip open = ModuleZip.open(
                zip, new io.jenkins.plugins.gomodules.module.ModuleVersion(module.path(), module.version()))) {
            open.extract(dir);
        }
        assertEquals(module.zipHash(), DirHash.ofZip(zip));
        assertEquals(module.zipHash(), DirHash.ofDirectory(dir, module.toString()));
        Files.delete(dir.resolve("a.b"));
        Map<String, byte[]> rest = new TreeMap<>();
        for (Path file : Trees.list(dir)) {
            if (Files.isRegularFile(file)) {
                rest.put(module + "/" + dir.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        assertEquals(Hashes.h1(rest), DirHash.ofDirectory(dir, module.toString()));
    }

    @Test
    void aZipOfAnythingIsHashedByItsNames() throws Exception {
        RawZip zip = new RawZip().add("b/../x", "1").add("a", "2").add("d/", "");
        assertEquals(
                Hashes.h1(Map.of("b/../x", bytes("1"), "a", bytes("2"), "d/", new byte[0])),
                DirHash.ofZip(Files.write(temp.resolve("any.zip"), zip.toBytes())));
    }

    @Test
    void whatIsBrokenHasNoHash() throws Exception {
        Path file = temp.resolve("any.zip");
        for (RawZip zip : new RawZip[] {
            new RawZip().add("a", bytes("1"), e -> e.crc++),
            new RawZip().add("a", bytes("1"), e -> e.flags |= 1),
            new RawZip().add("a", bytes("1"), e -> e.method = 7),
            new RawZip().add("a", bytes("1"), e -> e.size = 500L << 20).add("b", "2"),
        }) {
            Files.write(file, zip.toBytes());
            assertThrows(InvalidModuleZipException.class, () -> DirHash.ofZip(file));
        }
        assertThrows(IOException.class, () -> DirHash.ofZip(temp.resolve("absent")));
        assertThrows(IOException.class, () -> DirHash.ofDirectory(temp.resolve("absent"), "m@v1.0.0"));
        assertThrows(IOException.class, () -> DirHash.ofDirectory(file, "m@v1.0.0"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
