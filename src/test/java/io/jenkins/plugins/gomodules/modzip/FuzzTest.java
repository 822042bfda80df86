package io.jenkins.plugins.gomodules.modzip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.Fuzz;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.OddZip;
import io.jenkins.plugins.gomodules.testing.OddZips;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Zips with lying directories: refused, or read twice to the same end, with no file outside of where they belong. */
@Timeout(120)
class FuzzTest {

    private static final ModuleFixture FIXTURE = ModuleFixture.module("example.com/odd", "v1.0.0")
            .file("sub/a.go", "package sub\n")
            .file("data", new byte[3_000])
            .build();
    private static final ModuleVersion MODULE = new ModuleVersion(FIXTURE.path(), FIXTURE.version());

    /** Making files is what takes the time. */
    private static final double SHARE = 0.3;

    @TempDir
    Path temp;

    private static Fuzz zips() {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(FIXTURE.zip());
        for (OddZip zip : OddZips.of(FIXTURE)) {
            if (zip.bytes().length < 20_000) {
                seeds.add(zip.bytes());
            }
        }
        return Fuzz.ofBytes(
                seeds,
                "PK\3\4",
                "PK\1\2",
                "PK\5\6",
                "PK\6\6",
                "PK\6\7",
                "\0\0\0\0",
                "example.com/odd@v1.0.0/",
                "../",
                "/");
    }

    @Test
    void isRefusedOrReadTheSameTwice() throws Exception {
        Path file = temp.resolve("zip");
        Path inside = Files.createDirectory(temp.resolve("inside"));
        Path tree = inside.resolve("tree");
        zips().run(InvalidModuleZipException.class, SHARE, data -> {
            Files.write(file, data);
            Files.createDirectory(tree);
            try {
                String hash;
                try (ModuleZip zip = ModuleZip.open(file, MODULE)) {
                    hash = zip.hash();
                }
                try (ModuleZip zip = ModuleZip.open(file, MODULE)) {
                    assertEquals(hash, zip.extract(tree));
                }
            } finally {
                assertEquals(
                        List.of(inside, tree),
                        Trees.list(inside).stream().limit(2).toList());
                assertTrue(Trees.list(inside).stream().allMatch(p -> p.equals(inside) || p.startsWith(tree)));
                Trees.delete(tree);
            }
        });
        assertEquals(
                List.of("inside", "zip"),
                Files.list(temp).map(p -> p.getFileName().toString()).sorted().toList());
    }
}
