package io.jenkins.plugins.gomodules.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The go command of this machine in an environment of its own: nothing of the user's settings, no network but the
 * GOPROXY that the test names.
 */
public final class GoTool {

    private static final long PATIENCE_MINUTES = 5;

    private final Path binary;
    private final List<String> wrapper = new ArrayList<>();
    private final Map<String, String> environment = new TreeMap<>();

    /** What a run of the go command gave. */
    public record Result(int exit, String out, String err) {

        /** Fails the test unless the command succeeded. */
        public Result orFail() {
            if (exit != 0) {
                throw new AssertionError("go failed with " + exit + ":\n" + out + err);
            }
            return this;
        }
    }

    private GoTool(Path binary, Path home) {
        this.binary = binary;
        environment.putAll(cleanEnvironment(home));
        environment.put("GOCACHE", BuildCache.DIR.toString());
    }

    /** An environment without the user's settings, in which no network is reached until GOPROXY is set. */
    public static Map<String, String> cleanEnvironment(Path home) {
        return Map.of(
                "PATH", Optional.ofNullable(System.getenv("PATH")).orElse(""),
                "HOME", home.toString(),
                "GOENV", "off",
                "GOPATH", home.resolve("go").toString(),
                "GOFLAGS", "-mod=mod",
                "GOTOOLCHAIN", "local",
                "GONOSUMDB", "*",
                "GOPROXY", "off");
    }

    /** Where the go command is, if it is on the PATH. */
    public static Optional<Path> find() {
        return Tools.find("go");
    }

    /** The go command with this (empty) home directory. Without one, the test is skipped and says so. */
    public static GoTool orSkip(Path home) throws IOException {
        Optional<Path> go = find();
        Assumptions.assumeTrue(go.isPresent(), "skipped: compares with the go command, and there is none on the PATH");
        // The go command would start a process of its own that writes below HOME while a test cleans up there.
        Path telemetry = Files.createDirectories(home.resolve(".config/go/telemetry"));
        Files.writeString(telemetry.resolve("mode"), "off");
        return new GoTool(go.get(), home);
    }

    /** A variable for all runs to come; an empty value removes it. */
    public GoTool with(String name, String value) {
        if (value.isEmpty()) {
            environment.remove(name);
        } else {
            environment.put(name, value);
        }
        return this;
    }

    /** Runs it under another command, to which it is the arguments. */
    public GoTool wrapped(String... command) {
        wrapper.addAll(List.of(command));
        return this;
    }

    public GoTool proxy(String goproxy) {
        return with("GOPROXY", goproxy);
    }

    /** The module cache; $HOME/go/pkg/mod until set. */
    public GoTool modCache(Path dir) {
        return with("GOMODCACHE", dir.toString());
    }

    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** Runs the command in the directory. */
    public Result run(Path dir, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("go-out", ".txt");
        Path err = Files.createTempFile("go-err", ".txt");
        try {
            Process process = start(dir, out, err, arguments);
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("go " + List.of(arguments) + " ran for " + PATIENCE_MINUTES + " minutes");
            }
            return new Result(process.exitValue(), text(out), text(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** The go command may quote bytes of a proxy that are no UTF-8. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private Process start(Path dir, Path out, Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(wrapper);
        command.add(binary.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(dir.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    }

    /** One build cache a JVM, so that the standard library is compiled once. */
    private static final class BuildCache {
        static final Path DIR = create();

        private static Path create() {
            try {
                Path dir = Files.createTempDirectory("gomodules-gocache");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> Trees.delete(dir)));
                return dir;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
