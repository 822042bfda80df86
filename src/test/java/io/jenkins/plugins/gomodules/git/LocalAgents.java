package io.jenkins.plugins.gomodules.git;

import io.jenkins.plugins.gomodules.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts real ssh-agents as the ssh-agent plugin does, and ends them all when it is closed. */
final class LocalAgents implements KeyAgentStarter, AutoCloseable {
    private static final Pattern VARIABLE = Pattern.compile("(SSH_AUTH_SOCK|SSH_AGENT_PID)=([^;]+);");

    private final Path dir;
    private final List<LocalAgent> agents = new ArrayList<>();

    private LocalAgents(Path dir) {
        this.dir = dir;
    }

    /** Without ssh-agent and ssh-add, the test is skipped and says so. */
    static LocalAgents orSkip(Path dir) {
        Tools.orSkip("ssh-agent");
        Tools.orSkip("ssh-add");
        return new LocalAgents(dir);
    }

    /** How many were started. */
    int started() {
        return agents.size();
    }

    @Override
    public KeyAgent start() throws IOException, InterruptedException {
        Matcher matcher = VARIABLE.matcher(Tools.run(dir, List.of("ssh-agent", "-s")));
        Map<String, String> environment = new TreeMap<>();
        while (matcher.find()) {
            environment.put(matcher.group(1), matcher.group(2));
        }
        LocalAgent agent = new LocalAgent(dir, environment);
        agents.add(agent);
        return agent;
    }

    /** Ends the last one that was started. */
    void killLast() throws IOException, InterruptedException {
        agents.remove(agents.size() - 1).end();
    }

    @Override
    public void close() throws IOException {
        try {
            while (!agents.isEmpty()) {
                killLast();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record LocalAgent(Path dir, Map<String, String> environment) implements KeyAgent {
        @Override
        public void add(String privateKey, String passphrase, String comment) throws IOException, InterruptedException {
            Path key = secretFile("rw-------", privateKey);
            // Answers once: ssh-add asks again and again as long as it gets a wrong passphrase.
            Path answer = secretFile("rwx------", "#!/bin/sh\ncat \"$0.text\"\nrm -f \"$0.text\"\n");
            Path text = Files.writeString(Path.of(answer + ".text"), passphrase == null ? "" : passphrase);
            Path out = Files.createTempFile(dir, "out", "");
            try {
                ProcessBuilder builder = new ProcessBuilder("ssh-add", key.toString());
                builder.environment().putAll(environment);
                builder.environment().put("SSH_ASKPASS", answer.toString());
                builder.environment().put("SSH_ASKPASS_REQUIRE", "force");
                Process process = builder.redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
                if (process.waitFor() != 0) {
                    throw new IOException("ssh-add failed: " + Files.readString(out));
                }
            } finally {
                for (Path each : List.of(key, answer, text, out)) {
                    Files.deleteIfExists(each);
                }
            }
        }

        private Path secretFile(String mode, String content) throws IOException {
            Path file = Files.createTempFile(
                    dir, "secret", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
            return Files.writeString(file, content);
        }

        private void end() throws IOException, InterruptedException {
            Tools.run(dir, List.of("ssh-agent", "-k"), environment);
        }
    }
}
