package io.jenkins.plugins.gomodules.jenkins.failures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class WaitingBuildsTest {
    @TempDir
    private Path directory;

    @Test
    void whatWaitsIsKnownAfterARestart() throws IOException {
        WaitingBuilds before = new WaitingBuilds(directory.resolve("waiting"));
        assertEquals(List.of(), before.names(10));
        String name = before.add("build\nteam/app » ü#12");
        assertEquals(name, before.add("build\nteam/app » ü#12"));
        assertNotEquals(name, before.add("build\nteam/app#13"));
        WaitingBuilds after = new WaitingBuilds(directory.resolve("waiting"));
        assertEquals(2, after.names(10).size());
        assertEquals(1, after.names(1).size());
        assertEquals(Optional.of("build\nteam/app » ü#12"), after.id(name));
        after.remove(name);
        after.remove(name);
        assertEquals(Optional.empty(), after.id(name));
        assertEquals(1, after.names(10).size());
    }

    @Test
    void whatIsNoMarkIsLeftAlone() throws IOException {
        WaitingBuilds builds = new WaitingBuilds(directory);
        Files.writeString(directory.resolve("README"), "not ours");
        assertEquals(List.of(), builds.names(10));
        Files.write(directory.resolve("0123"), new byte[1 << 20]);
        assertEquals(List.of("0123"), builds.names(10));
        assertEquals(Optional.empty(), builds.id("0123"));
    }
}
