package io.jenkins.plugins.gomodules.endtoend;

import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cache from a machine whose clock was wrong, or on one: what files tell of their times means nothing. */
class WrongClockTest {

    private static final ModuleFixture A =
            ModuleFixture.module("example.com/a", "v1.0.0").build();
    private static final ModuleFixture B =
            ModuleFixture.module("example.com/b", "v1.0.0").build();

    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource({"1970-01-01T00:00:00Z", "1979-12-31T23:59:59Z", "2099-12-31T00:00:00Z"})
    void theNextRunRepairs(Instant time) throws Exception {
        try (Bed bed = Bed.of(temp, A, B)) {
            bed.prefetch().succeed();
            Path download = bed.cache().resolve("cache/download/example.com/a/@v");
            Trees.delete(bed.cache().resolve("example.com/b@v1.0.0"));
            Files.createFile(download.resolve("v1.0.0.partial"));
            Files.writeString(download.resolve("v1.0.0.zip123.tmp"), "PK");
            date(bed.project(), time);
            date(bed.cache(), time);
            bed.nextRunRepairs();
            bed.go().proxy("off").run(bed.project(), "mod", "download").orFail();
            bed.go().proxy("off").run(bed.project(), "mod", "verify").orFail();
        }
    }

    private static void date(Path tree, Instant time) throws IOException {
        for (Path path : Trees.list(tree)) {
            Files.setLastModifiedTime(path, FileTime.from(time));
        }
    }
}
