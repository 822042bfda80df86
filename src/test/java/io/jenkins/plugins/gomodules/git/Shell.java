package io.jenkins.plugins.gomodules.git;

import io.jenkins.plugins.gomodules.testing.GoTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where commands run: an environment without the user's settings, and the blocks around it. */
final class Shell {
    private final Path dir;
    private final Map<String, String> environment;

    private Shell(Path dir, Map<String, String> environment) {
        this.dir = dir;
        this.environment = environment;
    }

    /** Outside of all blocks; the directory is HOME, too. */
    static Shell in(Path dir) throws IOException {
        Path telemetry = Files.createDirectories(dir.resolve(".config/go/telemetry"));
        Files.writeString(telemetry.resolve("mode"), "off");
        Map<String, String> environment = new TreeMap<>(GoTool.cleanEnvironment(dir));
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GOVCS", "*:git");
        return new Shell(dir, environment);
    }

    Shell with(Map<String, String> variables) {
        Map<String, String> more = new TreeMap<>(environment);
        more.putAll(variables);
        return new Shell(dir, more);
    }

    /** Within a block. */
    Shell within(GitVariables block) {
        return with(block.over(environment::get));
    }

    Map<String, String> environment() {
        return environment;
    }

    String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(dir.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        return exit == 0 ? text : "exit " + exit + ": " + text;
    }

    /** The commit that a tag points to at that URL. */
    String lsRemote(String url, String tag) throws IOException, InterruptedException {
        return run("git", "ls-remote", url, tag).replace("\trefs/tags/" + tag + "\n", "");
    }

    /** What Git makes of a URL. */
    String rewritten(String url) throws IOException, InterruptedException {
        return run("git", "ls-remote", "--get-url", url).strip();
    }

    List<String> goModDownload(String... modules) throws IOException, InterruptedException {
        String[] command = new String[modules.length + 3];
        System.arraycopy(new String[] {"go", "mod", "download"}, 0, command, 0, 3);
        System.arraycopy(modules, 0, command, 3, modules.length);
        return run(command).lines().toList();
    }
}
