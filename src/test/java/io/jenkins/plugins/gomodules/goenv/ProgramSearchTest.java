package io.jenkins.plugins.gomodules.goenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramSearchTest {
    @TempDir
    Path dir;

    private Path program(String directory, String name) throws IOException {
        Path file = Files.createDirectories(dir.resolve(directory)).resolve(name);
        Files.writeString(file, "");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }

    @Test
    void takesTheFirstExecutableFile() throws IOException {
        Files.createDirectories(dir.resolve("a").resolve("go"));
        Files.writeString(Files.createDirectories(dir.resolve("b")).resolve("go"), "no program");
        Path wanted = program("c", "go");
        program("d", "go");
        String path = ":" + dir.resolve("a") + ":" + dir.resolve("b") + ":" + dir.resolve("c") + ":" + dir.resolve("d");

        assertEquals(Optional.of(wanted), new ProgramSearch(HostOs.UNIX, Map.of("PATH", path)).find("go"));
        assertEquals(Optional.empty(), new ProgramSearch(HostOs.UNIX, Map.of("PATH", path)).find("gofmt"));
        assertEquals(Optional.empty(), new ProgramSearch(HostOs.UNIX, Map.of()).find("go"));
    }
}
