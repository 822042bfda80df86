package io.jenkins.plugins.gomodules.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bare Git repositories of Go modules below one directory, which Git servers serve or Git is made to find.
 *
 * <p>The repository {@code team/lib} is in {@code team/lib.git}, and usually holds the module
 * {@code <host>/team/lib.git}: with that ending the go command knows where the repository is and asks for no page.
 */
public final class GitRepositories {

    private final Path root;

    private GitRepositories(Path root) {
        this.root = root;
    }

    /** Without git, the test is skipped and says so. */
    public static GitRepositories inOrSkip(Path root) throws IOException {
        Tools.orSkip("git");
        return new GitRepositories(Files.createDirectories(root));
    }

    /** The directory that holds them all. */
    public Path root() {
        return root;
    }

    /** Makes Git look here, without a server, for what begins with that URL. */
    public Map<String, String> environment(String url) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("GIT_CONFIG_NOSYSTEM", "1");
        variables.put("GIT_CONFIG_COUNT", "2");
        variables.put("GIT_CONFIG_KEY_0", "url." + root.toUri() + ".insteadOf");
        variables.put("GIT_CONFIG_VALUE_0", url);
        variables.put("GIT_CONFIG_KEY_1", "protocol.file.allow");
        variables.put("GIT_CONFIG_VALUE_1", "always");
        return variables;
    }

    /**
     * Commits one version of a module that is the whole repository.
     *
     * @param modulePath {@code host/repository.git} or {@code host/repository}
     * @param version becomes the tag; empty for none
     * @param goMod what follows the module line
     * @return the commit
     */
    public String module(String modulePath, String version, String goMod) throws IOException, InterruptedException {
        String repository = modulePath.substring(modulePath.indexOf('/') + 1).replaceFirst("\\.git$", "");
        return commit(
                repository,
                version,
                Map.of(
                        "go.mod", "module " + modulePath + "\n\n" + goMod,
                        "m.go", "package m\n\n// Version " + version + "\n"));
    }

    /**
     * Commits files on top of what the repository holds, which is made if need be.
     *
     * @param tag empty for none; {@code sub/v1.0.0} for a module in a directory of the repository
     * @param files text by path
     * @return the commit
     */
    public String commit(String repository, String tag, Map<String, String> files)
            throws IOException, InterruptedException {
        Path bare = root.resolve(repository + ".git");
        Path tree = root.resolve(repository + ".tree");
        Files.createDirectories(tree);
        if (!Files.exists(bare)) {
            git(tree, "init", "--quiet", "--bare", "--initial-branch=main", bare.toString());
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = tree.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        String[] at = {"--git-dir=" + bare, "--work-tree=" + tree};
        git(tree, at, "add", "--all", ".");
        git(tree, at, "commit", "--quiet", "--allow-empty", "--message", "version " + tag);
        if (!tag.isEmpty()) {
            git(tree, at, "tag", tag);
        }
        return git(tree, at, "rev-parse", "HEAD").strip();
    }

    /** The pseudo-version of a commit; every commit has the same date. */
    public static String pseudoVersion(String base, String commit) {
        return base + "20240102030405-" + commit.substring(0, 12);
    }

    private static String git(Path dir, String... arguments) throws IOException, InterruptedException {
        return git(dir, new String[0], arguments);
    }

    private static String git(Path dir, String[] options, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(Arrays.asList(options));
        command.addAll(Arrays.asList(arguments));
        Map<String, String> variables = new TreeMap<>();
        variables.put("GIT_CONFIG_NOSYSTEM", "1");
        variables.put("GIT_CONFIG_GLOBAL", dir.resolve("none").toString());
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            variables.put("GIT_" + who + "_NAME", "Somebody");
            variables.put("GIT_" + who + "_EMAIL", "somebody@example.test");
            variables.put("GIT_" + who + "_DATE", "2024-01-02T03:04:05Z");
        }
        return Tools.run(dir, command, variables);
    }
}
