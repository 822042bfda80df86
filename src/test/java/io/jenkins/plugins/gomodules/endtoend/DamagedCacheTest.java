package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What crashes, full disks and tidy people leave in a cache: the next run makes it whole. */
class DamagedCacheTest {

    private static final ModuleFixture A = ModuleFixture.module("example.com/a", "v1.0.0")
            .file("sub/a.go", "package sub\n")
            .build();

    @TempDir
    Path temp;

    /** Spoils a filled cache. */
    @FunctionalInterface
    interface Damage {
        void to(Path cache, Path tree, Path download) throws IOException;
    }

    private static Arguments damage(String name, Damage damage) {
        return Arguments.of(name, damage);
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("nothing", (c, t, d) -> {}),
                damage("tree gone", (c, t, d) -> Trees.delete(t)),
                damage("tree half extracted", (c, t, d) -> {
                    Trees.makeDeletable(t);
                    Files.delete(t.resolve("go.mod"));
                    Files.createFile(d.resolve("v1.0.0.partial"));
                }),
                damage("tree empty and marked", (c, t, d) -> {
                    Trees.delete(t);
                    Files.createDirectory(t);
                    Files.createFile(d.resolve("v1.0.0.partial"));
                }),
                damage("marked, tree gone", (c, t, d) -> {
                    Trees.delete(t);
                    Files.createFile(d.resolve("v1.0.0.partial"));
                }),
                damage(
                        "extracted by an old go command",
                        (c, t, d) -> Files.createDirectory(t.resolveSibling("a@v1.0.0.tmp-123"))),
                damage("zip gone", (c, t, d) -> Files.delete(d.resolve("v1.0.0.zip"))),
                damage("zip and tree gone", (c, t, d) -> {
                    Files.delete(d.resolve("v1.0.0.zip"));
                    Trees.delete(t);
                }),
                damage("ziphash gone", (c, t, d) -> Files.delete(d.resolve("v1.0.0.ziphash"))),
                damage("ziphash and tree gone", (c, t, d) -> {
                    Files.delete(d.resolve("v1.0.0.ziphash"));
                    Trees.delete(t);
                }),
                damage("ziphash empty", (c, t, d) -> Files.writeString(d.resolve("v1.0.0.ziphash"), "")),
                damage("zip and ziphash gone", (c, t, d) -> {
                    Files.delete(d.resolve("v1.0.0.zip"));
                    Files.delete(d.resolve("v1.0.0.ziphash"));
                }),
                damage("temporary zip left", (c, t, d) -> Files.writeString(d.resolve("v1.0.0.zip4711.tmp"), "PK")),
                damage("temporary zip left, rest gone", (c, t, d) -> {
                    Files.writeString(d.resolve("v1.0.0.zip4711.tmp"), "PK");
                    Files.delete(d.resolve("v1.0.0.zip"));
                    Files.delete(d.resolve("v1.0.0.ziphash"));
                    Trees.delete(t);
                }),
                damage(".mod empty", (c, t, d) -> Files.writeString(d.resolve("v1.0.0.mod"), "")),
                damage(".mod gone", (c, t, d) -> Files.delete(d.resolve("v1.0.0.mod"))),
                damage(".mod of NUL bytes", (c, t, d) -> Files.write(d.resolve("v1.0.0.mod"), new byte[40])),
                damage(".info empty", (c, t, d) -> Files.writeString(d.resolve("v1.0.0.info"), "")),
                damage(".info gone", (c, t, d) -> Files.delete(d.resolve("v1.0.0.info"))),
                damage(".info of NUL bytes", (c, t, d) -> Files.write(d.resolve("v1.0.0.info"), new byte[40])),
                damage("list gone", (c, t, d) -> Files.delete(d.resolve("list"))),
                damage("lock gone", (c, t, d) -> Files.delete(d.resolve("v1.0.0.lock"))),
                damage("everything gone but the lock", (c, t, d) -> {
                    Trees.delete(t);
                    for (String suffix : new String[] {"zip", "ziphash", "mod", "info"}) {
                        Files.delete(d.resolve("v1.0.0." + suffix));
                    }
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void theNextRunRepairs(String name, Damage damage) throws Exception {
        try (Bed bed = Bed.of(temp, A)) {
            bed.prefetch().succeed();
            Path tree = bed.cache().resolve("example.com/a@v1.0.0");
            Path download = bed.cache().resolve("cache/download/example.com/a/@v");
            tree.getParent().toFile().setWritable(true);
            damage.to(bed.cache(), tree, download);
            bed.proxy().forget();
            bed.prefetch().succeed();
            assertEquals(
                    0,
                    bed.proxy().requests().stream()
                            .filter(r -> bed.proxy().count(r.path()) > 1)
                            .count());
            bed.go().proxy("off").run(bed.project(), "mod", "download").orFail();
            bed.go().proxy("off").run(bed.project(), "mod", "verify").orFail();
        }
    }
}
