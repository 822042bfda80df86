package io.jenkins.plugins.gomodules.gocommand;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/**
 * Git repositories of modules in a directory, which Git and the go command take for {@code https://example.test/}. The
 * module {@code example.test/name.git} is in the repository {@code name.git}.
 */
final class Repositories {
    private final Path root;

    private Repositories(Path root) {
        this.root = root;
    }

    static Repositories inOrSkip(Path root) throws IOException {
        String path = System.getenv("PATH") == null ? "" : System.getenv("PATH");
        boolean git = List.of(path.split(java.io.File.pathSeparator)).stream()
                .anyMatch(dir -> !dir.isEmpty() && Files.isExecutable(Path.of(dir, "git")));
        Assumptions.assumeTrue(git, "skipped: fetches from Git repositories, and there is no git on the PATH");
        return new Repositories(Files.createDirectories(root));
    }

    static String path(String name) {
        return "example.test/" + name + ".git";
    }

    /** Makes Git look here: settings for the environment of the go command. */
    Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        variables.put("GIT_CONFIG_NOSYSTEM", "1");
        variables.put("GIT_CONFIG_COUNT", "2");
        variables.put("GIT_CONFIG_KEY_0", "url." + root.toUri() + ".insteadOf");
        variables.put("GIT_CONFIG_VALUE_0", "https://example.test/");
        variables.put("GIT_CONFIG_KEY_1", "protocol.file.allow");
        variables.put("GIT_CONFIG_VALUE_1", "always");
        return variables;
    }

    /**
     * Commits a version and tags it; an empty version makes no tag.
     *
     * @param goMod what follows the module line
     * @return the commit
     */
    String commit(String name, String version, String goMod) throws IOException, InterruptedException {
        Path repository = root.resolve(name + ".git");
        if (!Files.exists(repository)) {
            Files.createDirectories(repository);
            git(repository, "init", "--quiet");
        }
        Files.writeString(repository.resolve("go.mod"), "module " + path(name) + "\n\n" + goMod);
        Files.writeString(repository.resolve("m.go"), "package m\n\n// Version " + version + "\n");
        git(repository, "add", ".");
        git(repository, "commit", "--quiet", "--message", "version " + version);
        if (!version.isEmpty()) {
            git(repository, "tag", version);
        }
        return git(repository, "rev-parse", "HEAD").strip();
    }

    /** Every commit has this date. */
    static String pseudoVersion(String base, String commit) {
        return base + "20240102030405-" + commit.substring(0, 12);
    }

    private static String git(Path dir, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(dir.toFile());
        Map<String, String> variables = builder.environment();
        variables.put("GIT_CONFIG_NOSYSTEM", "1");
        variables.put("GIT_CONFIG_GLOBAL", dir.resolve("none").toString());
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            variables.put("GIT_" + who + "_NAME", "Somebody");
            variables.put("GIT_" + who + "_EMAIL", "somebody@example.test");
            variables.put("GIT_" + who + "_DATE", "2024-01-02T03:04:05Z");
        }
        Process process = builder.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), command + ": " + out);
        return out;
    }
}
