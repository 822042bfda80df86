package io.jenkins.plugins.gomodules.gocommand;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** A shell script in the place of the go command. */
final class FakeGo {
    private FakeGo() {}

    /** A go command that is this script. Where there is no shell, the test is skipped. */
    static GoCommand script(Path dir, String text) throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/bin/sh")), "skipped: takes a shell script for the go command");
        Path program = dir.resolve("go");
        Files.writeString(program, "#!/bin/sh\n" + text);
        assertTrue(program.toFile().setExecutable(true));
        return new GoCommand(program, Map.of("PATH", System.getenv("PATH"), "GREETING", "hello"));
    }
}
