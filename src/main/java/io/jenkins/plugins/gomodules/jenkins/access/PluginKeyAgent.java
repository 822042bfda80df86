package io.jenkins.plugins.gomodules.jenkins.access;

import com.cloudbees.jenkins.plugins.sshagent.exec.ExecRemoteAgent;
import hudson.AbortException;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.gomodules.git.KeyAgent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * An ssh-agent of the SSH Agent plugin.
 *
 * <p>What {@code ssh-agent} and {@code ssh-add} print is no use to the reader of a build's log unless they fail; then it
 * becomes part of the message.
 */
final class PluginKeyAgent implements KeyAgent {
    private final ExecRemoteAgent agent;
    private final Launcher launcher;
    private final FilePath directory;
    private final int seconds;

    private PluginKeyAgent(ExecRemoteAgent agent, Launcher launcher, FilePath directory, int seconds) {
        this.agent = agent;
        this.launcher = launcher;
        this.directory = directory;
        this.seconds = seconds;
    }

    /**
     * Starts one.
     *
     * @param directory a key lies there while {@code ssh-add} reads it
     * @param seconds how long it and each {@code ssh-add} may take
     */
    static PluginKeyAgent start(Launcher launcher, FilePath directory, int seconds)
            throws IOException, InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ExecRemoteAgent agent = within(seconds, "ssh-agent", said, () -> new ExecRemoteAgent(launcher, listener(said)));
        return new PluginKeyAgent(agent, launcher, directory, seconds);
    }

    @Override
    public Map<String, String> environment() {
        return agent.getEnv();
    }

    @Override
    public void add(String privateKey, String passphrase, String comment) throws IOException, InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        within(seconds, "ssh-add", said, () -> {
            // The plugin writes the key beside the directory that it takes for the workspace.
            agent.addIdentity(privateKey, passphrase, comment, directory.child("k"), launcher, listener(said));
            return null;
        });
    }

    private static StreamTaskListener listener(ByteArrayOutputStream said) {
        return new StreamTaskListener(said, StandardCharsets.UTF_8);
    }

    private static <T> T within(int seconds, String program, ByteArrayOutputStream said, Callable<T> work)
            throws IOException, InterruptedException {
        Future<T> result = Computer.threadPoolForRemoting.submit(work);
        try {
            return result.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AbortException(Messages.PluginKeyAgent_timeout(program, seconds));
        } catch (ExecutionException e) {
            throw failure(program, said, e.getCause());
        } finally {
            result.cancel(true);
        }
    }

    /**
     * Without what the plugin says of itself, and of its answer to ssh-add, which works once: that it is gone when ssh-add
     * asks again is not what went wrong.
     */
    private static String reason(ByteArrayOutputStream said) {
        return said.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("ssh_askpass:") && !line.startsWith("Running ssh-add"))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static IOException failure(String program, ByteArrayOutputStream said, Throwable cause)
            throws InterruptedException {
        if (cause instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        if (cause instanceof AbortException) {
            return new AbortException(Messages.PluginKeyAgent_failed(program, cause.getMessage(), reason(said)));
        }
        if (cause instanceof IOException io) {
            return io;
        }
        // The plugin takes what ssh-agent prints apart without looking.
        return new IOException(Messages.PluginKeyAgent_unexpected(program, cause.toString()), cause);
    }
}
