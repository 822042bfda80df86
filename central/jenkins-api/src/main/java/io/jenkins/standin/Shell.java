package io.jenkins.standin;

import hudson.EnvVars;
import hudson.model.TaskListener;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jenkins.security.MasterToSlaveCallable;

/** {@code sh}: the script runs where the node is, and its output goes to the console as it comes. */
final class Shell extends MasterToSlaveCallable<Shell.Exit, Exception> {
    private static final long serialVersionUID = 1L;

    private final String directory;
    private final EnvVars env;
    private final String script;
    private final TaskListener listener;
    private final boolean returnStdout;

    record Exit(int status, String output) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    Shell(String directory, EnvVars env, String script, TaskListener listener, boolean returnStdout) {
        this.directory = directory;
        this.env = env;
        this.script = script;
        this.listener = listener;
        this.returnStdout = returnStdout;
    }

    @Override
    public Exit call() throws IOException, InterruptedException {
        Path file = Files.createTempFile("script", ".sh");
        Process process = null;
        List<Thread> copiers = new ArrayList<>();
        try {
            Files.writeString(file, script);
            String shebang = script.startsWith("#!")
                    ? script.lines().findFirst().orElse("").substring(2)
                    : "/bin/sh -xe";
            List<String> command = new ArrayList<>(List.of(shebang.trim().split(" ")));
            command.add(file.toString());
            ProcessBuilder builder = new ProcessBuilder(command).directory(new File(directory));
            builder.environment().putAll(env);
            process = builder.redirectErrorStream(!returnStdout).start();
            process.getOutputStream().close();
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            copiers.add(copy(process.getInputStream(), returnStdout ? output : listener.getLogger()));
            copiers.add(copy(process.getErrorStream(), listener.getLogger()));
            int status = process.waitFor();
            for (Thread copier : copiers) {
                copier.join();
            }
            return new Exit(status, output.toString(StandardCharsets.UTF_8));
        } catch (InterruptedException x) {
            process.descendants().forEach(ProcessHandle::destroy);
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroy();
            }
            for (Thread copier : copiers) {
                copier.join(1000);
            }
            throw x;
        } finally {
            if (listener instanceof FilteredListener filtered) {
                filtered.close();
            }
            Files.deleteIfExists(file);
        }
    }

    private static Thread copy(InputStream in, OutputStream out) {
        Thread thread = new Thread(() -> {
            try {
                in.transferTo(out);
                out.flush();
            } catch (IOException x) {
                // the process is gone
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
