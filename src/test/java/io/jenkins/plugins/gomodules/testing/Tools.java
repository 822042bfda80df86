package io.jenkins.plugins.gomodules.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Programs of this machine that tests talk to. */
public final class Tools {

    private Tools() {}

    /** Where the program is, if it is on the PATH. */
    public static Optional<Path> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(dir -> !dir.isEmpty())
                .map(dir -> Path.of(dir, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Where the program is. If it is not on the PATH, the test is skipped and says so. */
    public static Path orSkip(String program) {
        Optional<Path> found = find(program);
        Assumptions.assumeTrue(found.isPresent(), "skipped: there is no " + program + " on the PATH");
        return found.orElseThrow();
    }

    /** Runs a command that has to succeed; returns what it printed. */
    public static String run(Path dir, List<String> command) throws IOException, InterruptedException {
        return run(dir, command, Map.of());
    }

    /** Runs a command that has to succeed, with these variables on top of the environment. */
    public static String run(Path dir, List<String> command, Map<String, String> variables)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(dir.toFile());
        builder.environment().putAll(variables);
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command + " failed: " + out);
        }
        return out;
    }
}
