package io.jenkins.plugins.gomodules.git;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A machine that is not there: programs answer what the test says, files are kept in memory. */
final class ScriptedMachine implements Machine {
    private final boolean windows;
    private final String dir;
    private final Map<String, Output> answers = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> userFiles = new HashMap<>();
    final Map<String, String> files = new TreeMap<>();
    final List<String> commands = new ArrayList<>();

    private ScriptedMachine(boolean windows, String dir) {
        this.windows = windows;
        this.dir = dir;
        answers("git --version", 0, "git version 2.39.5\n");
        answers("git config", 1, "");
        answers("ssh -V", 0, "OpenSSH_9.2p1, OpenSSL 3.0.19\n");
        answers("ssh-add -L", 1, "The agent has no identities.\n");
        answers("ssh-agent -?", 1, "usage: ssh-agent\n");
    }

    static ScriptedMachine linux() {
        return linux("/ws@tmp/x/");
    }

    static ScriptedMachine linux(String dir) {
        return new ScriptedMachine(false, dir);
    }

    static ScriptedMachine windows(String dir) {
        return new ScriptedMachine(true, dir);
    }

    /** What every command line that starts so gives. */
    ScriptedMachine answers(String start, int exit, String text) {
        answers.put(start, new Output(exit, text));
        return this;
    }

    ScriptedMachine without(String program) {
        answers.keySet().removeIf(each -> each.startsWith(program + " "));
        return this;
    }

    ScriptedMachine with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    ScriptedMachine withFile(String path, String content) {
        userFiles.put(path, content);
        return this;
    }

    @Override
    public boolean isWindows() {
        return windows;
    }

    @Override
    public String environment(String name) {
        return environment.getOrDefault(name, "");
    }

    @Override
    public Output run(List<String> command, Map<String, String> variables, Duration limit) throws IOException {
        String line = String.join(" ", command);
        commands.add(line);
        return answers.entrySet().stream()
                .filter(each -> line.startsWith(each.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new IOException("Cannot run program \"" + command.get(0) + "\""));
    }

    @Override
    public String path(String name) {
        return dir + name;
    }

    @Override
    public void write(String name, String content) {
        files.put(name, content);
    }

    @Override
    public Optional<String> read(String path) {
        return Optional.ofNullable(userFiles.get(path));
    }
}
