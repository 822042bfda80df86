package io.jenkins.plugins.gomodules.gocommand;

import io.jenkins.plugins.gomodules.goenv.HostOs;
import io.jenkins.plugins.gomodules.goenv.ProgramSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A {@code go} program, and the environment to run it in. Immutable. */
public final class GoCommand {
    private static final Duration VERSION_LIMIT = Duration.ofSeconds(30);
    private static final int MAX_CACHED_VERSIONS = 64;

    private record Key(Path program, FileTime modified, long size) {}

    private static final Map<Key, GoToolchain> VERSIONS = new ConcurrentHashMap<>();

    private final Path program;
    private final Map<String, String> environment;

    /**
     * @param program the file, as {@link #find} gives it
     * @param environment everything that the program shall see, as {@code GoEnvironment.forProcess} gives it
     */
    public GoCommand(Path program, Map<String, String> environment) {
        this.program = program;
        this.environment = Map.copyOf(environment);
    }

    /** The go program on the PATH of an environment. */
    public static Optional<Path> find(Map<String, String> environment) {
        return new ProgramSearch(HostOs.current(), environment).find("go");
    }

    public Path program() {
        return program;
    }

    public Map<String, String> environment() {
        return environment;
    }

    /** The same program, with these variables in place of others of the same names. */
    public GoCommand with(Map<String, String> variables) {
        Map<String, String> changed = new HashMap<>(environment);
        if (HostOs.current() == HostOs.WINDOWS) {
            changed.keySet().removeIf(name -> variables.keySet().stream().anyMatch(name::equalsIgnoreCase));
        }
        changed.putAll(variables);
        return new GoCommand(program, changed);
    }

    /**
     * The version of the program itself, whatever toolchain GOTOOLCHAIN or a go.mod file would switch to. Asked once, as
     * long as the file does not change.
     */
    public GoToolchain version() throws IOException, InterruptedException {
        BasicFileAttributes file = Files.readAttributes(program, BasicFileAttributes.class);
        Key key = new Key(program, file.lastModifiedTime(), file.size());
        GoToolchain known = VERSIONS.get(key);
        if (known != null) {
            return known;
        }
        List<String> lines = new ArrayList<>();
        GoCommand plain = with(Map.of("GOTOOLCHAIN", "local", "GOFLAGS", "", "GOENV", "off", "GOWORK", "off"));
        int exit = plain.run(
                Path.of(System.getProperty("java.io.tmpdir")),
                List.of("version"),
                VERSION_LIMIT,
                in -> Lines.read(in, lines::add),
                lines::add);
        if (exit != 0 || lines.isEmpty()) {
            throw new GoCommandException(
                    program + " does not tell its version: " + Redaction.withoutLogins(String.join(" ", lines)));
        }
        GoToolchain version = GoToolchain.parse(lines.get(0));
        if (VERSIONS.size() >= MAX_CACHED_VERSIONS) {
            VERSIONS.clear();
        }
        VERSIONS.put(key, version);
        return version;
    }

    /**
     * Runs the program to its end.
     *
     * @param directory where
     * @param arguments without the program itself
     * @param limit how long it may take; zero for any time
     * @param out takes the standard output, in another thread
     * @param errorLines gets each line of the error output, in another thread
     * @return the exit status
     * @throws GoCommandException when it cannot be started or takes too long; then it has been ended
     * @throws InterruptedException when the calling thread is interrupted; everything the program started has been ended
     */
    int run(
            Path directory,
            List<String> arguments,
            Duration limit,
            ChildProcess.Output out,
            Consumer<String> errorLines)
            throws IOException, InterruptedException {
        try (ChildProcess process = start(directory, arguments, out, errorLines)) {
            int exit = process.await(limit);
            if (exit < 0) {
                throw new GoCommandException("go " + arguments.get(0) + " was ended because it took more than "
                        + limit.toSeconds() + " seconds.");
            }
            return exit;
        }
    }

    private ChildProcess start(
            Path directory, List<String> arguments, ChildProcess.Output out, Consumer<String> errorLines)
            throws GoCommandException {
        try {
            return ChildProcess.start(builder(directory, arguments), out, in -> Lines.read(in, errorLines));
        } catch (IOException e) {
            throw new GoCommandException("The go command cannot be started: " + e.getMessage(), e);
        }
    }

    private ProcessBuilder builder(Path directory, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        Map<String, String> variables = builder.environment();
        variables.clear();
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            // Windows has hidden variables such as "=C:" that cannot be passed on.
            if (variable.getKey().indexOf('=') < 0) {
                variables.put(variable.getKey(), variable.getValue());
            }
        }
        // The go command takes this spelling of its directory for messages, if it is the right one.
        variables.put("PWD", directory.toAbsolutePath().toString());
        return builder;
    }
}
