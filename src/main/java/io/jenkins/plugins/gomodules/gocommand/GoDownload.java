package io.jenkins.plugins.gomodules.gocommand;

import io.jenkins.plugins.gomodules.json.JsonException;
import io.jenkins.plugins.gomodules.json.JsonObject;
import io.jenkins.plugins.gomodules.json.JsonReader;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** {@code go mod download} in a project: everything by the go command, with its own settings and checks. */
public final class GoDownload {
    /** More output than this is not from the go command; characters. */
    private static final long MAX_OUTPUT = 64L << 20;

    private GoDownload() {}

    /**
     * What a run gave.
     *
     * @param modules the modules that the go command spoke of, those that failed among them
     * @param succeeded whether it said that all is there
     */
    public record Result(List<GoModule> modules, boolean succeeded) {
        public Result {
            modules = List.copyOf(modules);
        }

        /** What could not be had; not empty unless the run succeeded. */
        public List<GoModule> failures() {
            List<GoModule> failures = new ArrayList<>();
            for (GoModule module : modules) {
                if (!module.succeeded()) {
                    failures.add(module);
                }
            }
            return failures;
        }
    }

    /**
     * Downloads what the project in a directory needs.
     *
     * @param go with the environment that shall be in force
     * @param directory of the module or workspace
     * @param limit how long it may take; zero for any time
     * @param lines gets what the go command writes besides, line by line, without logins, in another thread
     * @throws GoCommandException when the command cannot be started, takes too long, or prints nonsense
     * @throws InterruptedException when the calling thread is interrupted; the command has been ended
     */
    public static Result ofProject(GoCommand go, Path directory, Duration limit, Consumer<String> lines)
            throws IOException, InterruptedException {
        return run(go, directory, List.of("mod", "download", "-json"), limit, lines);
    }

    /** Runs a go command that prints an object for each module. */
    static Result run(GoCommand go, Path directory, List<String> arguments, Duration limit, Consumer<String> lines)
            throws IOException, InterruptedException {
        List<GoModule> modules = new ArrayList<>();
        ErrorText errors = new ErrorText();
        int exit = go.run(directory, arguments, limit, in -> read(in, modules), line -> {
            errors.add(line);
            lines.accept(Redaction.withoutLogins(line));
        });
        if (exit == 0) {
            return new Result(modules, noneFailed(modules));
        }
        return new Result(withErrors(modules, errors, exit), false);
    }

    /** Errors that are fatal to the go command are only in its error output; others are there as well. */
    private static List<GoModule> withErrors(List<GoModule> modules, ErrorText errors, int exit) {
        List<GoModule> all = new ArrayList<>(modules);
        Set<String> known = new HashSet<>();
        for (GoModule module : modules) {
            if (!module.succeeded()) {
                known.add(module.module().toString());
            }
        }
        for (GoModule failure : errors.failures()) {
            boolean isGeneral = failure.module().path().isEmpty();
            if (isGeneral ? known.isEmpty() : known.add(failure.module().toString())) {
                all.add(failure);
            }
        }
        if (noneFailed(all)) {
            all.add(GoModule.failed(
                    new ModuleVersion("", ""),
                    "the go command failed with exit status " + exit + " and did not say why"));
        }
        return all;
    }

    private static boolean noneFailed(List<GoModule> modules) {
        for (GoModule module : modules) {
            if (!module.succeeded()) {
                return false;
            }
        }
        return true;
    }

    private static void read(InputStream in, List<GoModule> modules) throws IOException {
        JsonReader json = new JsonReader(new InputStreamReader(in, StandardCharsets.UTF_8), MAX_OUTPUT);
        try {
            while (json.hasNext()) {
                if (json.next() instanceof JsonObject object) {
                    modules.add(GoModule.of(object));
                }
            }
        } catch (JsonException e) {
            throw new GoCommandException("the go command printed something else than JSON: " + e.getMessage(), e);
        }
    }
}
