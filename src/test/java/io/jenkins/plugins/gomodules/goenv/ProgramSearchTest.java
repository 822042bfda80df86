package io.jenkins.plugins.gomodules.goenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
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
        Assumptions.assumeFalse(HostOs.current() == HostOs.WINDOWS, "skipped: makes files executable");
        Files.createDirectories(dir.resolve("a").resolve("go"));
        Files.writeString(Files.createDirectories(dir.resolve("b")).resolve("go"), "no program");
        Path wanted = program("c", "go");
        program("d", "go");
        String path = ":" + dir.resolve("a") + ":" + dir.resolve("b") + ":" + dir.resolve("c") + ":" + dir.resolve("d");

        assertEquals(Optional.of(wanted), new ProgramSearch(HostOs.UNIX, Map.of("PATH", path)).find("go"));
        assertEquals(Optional.empty(), new ProgramSearch(HostOs.UNIX, Map.of("PATH", path)).find("gofmt"));
        assertEquals(Optional.empty(), new ProgramSearch(HostOs.UNIX, Map.of()).find("go"));
    }

    @Test
    void relativeDirectoriesArePassedOver() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path relative = here.relativize(program("bin", "go").getParent());

        assertEquals(Optional.empty(), new ProgramSearch(HostOs.UNIX, Map.of("PATH", relative + "::.")).find("go"));
    }

    @Test
    void triesTheEndingsOfPathExtOnWindows() {
        assertEquals(List.of(".com", ".exe", ".bat", ".cmd"), new ProgramSearch(HostOs.WINDOWS, Map.of()).endings());
        assertEquals(
                List.of(".EXE", ".Cmd"), new ProgramSearch(HostOs.WINDOWS, Map.of("PathExt", ".EXE;;Cmd")).endings());
        assertEquals(List.of(""), new ProgramSearch(HostOs.UNIX, Map.of("PATHEXT", ".EXE")).endings());
    }
}
