package io.jenkins.plugins.gomodules.gocommand;

import io.jenkins.plugins.gomodules.goenv.HostOs;
import io.jenkins.plugins.gomodules.goenv.ProgramSearch;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks Git itself for a repository, where the go command keeps to itself why it could not: of a module path with
 * {@code .git} in it, it tries the protocols in turn and then says that none worked, whether the host is unknown, wants a
 * login, or has no such repository.
 */
final class RepositoryProbe {
    private static final String NO_REASON = "no secure protocol found for repository";
    private static final String ENDING = ".git";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Each may take its time, and one usually tells for all. */
    private static final int MOST_QUESTIONS = 3;

    private static final int MOST_LINES = 5;

    private final Map<String, String> environment;
    private final Path directory;
    private final Optional<Path> git;
    private final Map<String, String> answers = new HashMap<>();

    /**
     * @param environment of the go command
     * @param directory where to run Git
     */
    RepositoryProbe(Map<String, String> environment, Path directory) {
        this.environment = environment;
        this.directory = directory;
        git = new ProgramSearch(HostOs.current(), environment).find("git");
    }

    /** What happened to the module, with Git's own words if the go command had none. */
    GoModule explain(GoModule result) throws InterruptedException {
        int end = (result.module().path() + "/").indexOf(ENDING + "/");
        if (!result.error().contains(NO_REASON) || end < 0 || git.isEmpty()) {
            return result;
        }
        String url = "https://" + result.module().path().substring(0, end + ENDING.length());
        String answer = answers.get(url);
        if (answer == null && answers.size() < MOST_QUESTIONS) {
            answer = ask(url);
            answers.put(url, answer);
        }
        ModuleVersion module = result.module();
        return answer == null || answer.isEmpty() ? result : GoModule.failed(module, result.error() + "\n" + answer);
    }

    private String ask(String url) throws InterruptedException {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        ProcessBuilder builder = new ProcessBuilder(git.orElseThrow().toString(), "ls-remote", "--quiet", url, "HEAD")
                .directory(directory.toFile());
        builder.environment().clear();
        environment.forEach((name, value) -> {
            // Windows has hidden variables such as "=C:" that cannot be passed on.
            if (name.indexOf('=') < 0) {
                builder.environment().put(name, value);
            }
        });
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        try (ChildProcess process = ChildProcess.start(
                builder, in -> Lines.read(in, line -> {}), in -> Lines.read(in, line -> keep(lines, line)))) {
            return process.await(LIMIT) == 0 ? "" : String.join("\n", lines);
        } catch (IOException e) {
            return "";
        }
    }

    private static void keep(List<String> lines, String line) {
        if (lines.size() < MOST_LINES) {
            lines.add(line);
        }
    }
}
