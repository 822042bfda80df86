package io.jenkins.plugins.gomodules.jenkins.access;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Proc;
import hudson.model.TaskListener;
import io.jenkins.plugins.gomodules.git.Machine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The agent, as far as it takes to run Git there and to keep a directory of secret files. */
final class AgentMachine implements Machine {
    private static final Logger LOGGER = Logger.getLogger(AgentMachine.class.getName());
    private static final int MOST_OUTPUT = 64 * 1024;
    private static final long MOST_READ = 1 << 20;
    private static final int OWNER_ONLY_DIRECTORY = 0700;
    private static final int OWNER_ONLY = 0600;

    private final Launcher launcher;
    private final FilePath directory;
    private final EnvVars variables;
    private final EnvVars ownVariables;

    /**
     * @param launcher starts processes where the build's own run, in a container for instance
     * @param directory where the files go; it need not exist
     * @param variables what the build sets
     */
    AgentMachine(Launcher launcher, FilePath directory, EnvVars variables) throws IOException, InterruptedException {
        this.launcher = launcher;
        this.directory = directory;
        this.variables = variables;
        ownVariables = EnvVars.getRemote(directory.getChannel());
    }

    @Override
    public boolean isWindows() {
        return !launcher.isUnix();
    }

    @Override
    public String environment(String name) {
        String value = variables.get(name);
        return value == null ? ownVariables.get(name, "") : value;
    }

    @Override
    public Output run(List<String> command, Map<String, String> more, Duration limit)
            throws IOException, InterruptedException {
        EnvVars all = new EnvVars(variables);
        all.putAll(more);
        Head head = new Head();
        long start = System.nanoTime();
        Proc process = launcher.launch()
                .cmds(command)
                .envs(all)
                .quiet(true)
                .stdout(head)
                .start();
        int exit = process.joinWithTimeout(limit.toMillis(), TimeUnit.MILLISECONDS, TaskListener.NULL);
        boolean late = exit != 0 && System.nanoTime() - start >= limit.toNanos();
        return new Output(late ? -1 : exit, head.text());
    }

    @Override
    public String path(String name) {
        return directory.child(name).getRemote();
    }

    /** Nobody else gets into it, before anything is in it. */
    void makeDirectory() throws IOException, InterruptedException {
        directory.mkdirs();
        directory.chmod(OWNER_ONLY_DIRECTORY);
    }

    @Override
    public void write(String name, String content) throws IOException, InterruptedException {
        FilePath file = directory.child(name);
        file.write(content, StandardCharsets.UTF_8.name());
        file.chmod(OWNER_ONLY);
    }

    @Override
    public Optional<String> read(String path) throws IOException, InterruptedException {
        FilePath file = new FilePath(directory.getChannel(), path);
        if (!file.exists() || file.isDirectory() || file.length() > MOST_READ) {
            return Optional.empty();
        }
        try {
            return Optional.of(file.readToString());
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "may not be read: " + path, e);
            return Optional.empty();
        }
    }

    /** Keeps the beginning of what a process prints: it may print without end. */
    private static final class Head extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int b) {
            if (bytes.size() < MOST_OUTPUT) {
                bytes.write(b);
            }
        }

        @Override
        public synchronized void write(byte[] buffer, int offset, int length) {
            bytes.write(buffer, offset, Math.min(length, MOST_OUTPUT - bytes.size()));
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
