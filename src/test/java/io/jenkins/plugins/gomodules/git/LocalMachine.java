package io.jenkins.plugins.gomodules.git;

import io.jenkins.plugins.gomodules.testing.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** This machine, with an environment of the test's own; remembers what was started. */
final class LocalMachine implements Machine {
    private static final int MAX_OUTPUT = 64 * 1024;

    private final Path dir;
    private final Map<String, String> environment;
    private final List<List<String>> commands = new ArrayList<>();

    LocalMachine(Path dir, Map<String, String> environment) throws IOException {
        this.dir = Files.createDirectories(
                dir, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        this.environment = new TreeMap<>(environment);
    }

    List<List<String>> commands() {
        return commands;
    }

    /** Text of the block's files by name. */
    Map<String, String> files() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (var list = Files.list(dir)) {
            for (Path each : list.toList()) {
                texts.put(each.getFileName().toString(), Files.readString(each));
            }
        }
        return texts;
    }

    void deleteFiles() {
        Trees.delete(dir);
    }

    @Override
    public boolean isWindows() {
        return false;
    }

    @Override
    public String environment(String name) {
        return environment.getOrDefault(name, "");
    }

    @Override
    public Output run(List<String> command, Map<String, String> variables, Duration limit)
            throws IOException, InterruptedException {
        commands.add(command);
        Path out = Files.createTempFile("gomodules-out", "");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            builder.environment().putAll(variables);
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            byte[] bytes = Files.readAllBytes(out);
            String text = new String(bytes, 0, Math.min(bytes.length, MAX_OUTPUT), StandardCharsets.UTF_8);
            return new Output(ended ? process.exitValue() : -1, text);
        } finally {
            Files.delete(out);
        }
    }

    @Override
    public String path(String name) {
        return dir.resolve(name).toString();
    }

    @Override
    public void write(String name, String content) throws IOException {
        Path file = dir.resolve(name);
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, content);
    }

    @Override
    public Optional<String> read(String path) throws IOException {
        Path file = Path.of(path);
        return Files.isReadable(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }
}
