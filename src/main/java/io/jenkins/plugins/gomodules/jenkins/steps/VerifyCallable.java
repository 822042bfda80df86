package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.gomodules.verify.Verifier;
import io.jenkins.plugins.gomodules.verify.VerifyOptions;
import io.jenkins.plugins.gomodules.verify.VerifyReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.UUID;
import jenkins.security.MasterToSlaveCallable;

/** A verification, as it is sent to an agent. Cancelling the call interrupts it. */
final class VerifyCallable extends MasterToSlaveCallable<VerifyReport, Exception> {
    private static final long serialVersionUID = 1L;

    private final String id = UUID.randomUUID().toString();
    private final String directory;
    private final EnvVars env;
    private final TaskListener listener;
    private final VerifyOptions options;

    VerifyCallable(FilePath directory, EnvVars env, TaskListener listener, VerifyOptions options) {
        this.directory = directory.getRemote();
        this.env = env;
        this.listener = listener;
        this.options = options;
    }

    /** The name under which {@link RunningPrefetches} knows this run. */
    String id() {
        return id;
    }

    @Override
    public VerifyReport call() throws IOException, InterruptedException {
        RunningPrefetches.begin(id);
        try {
            Path base = Path.of(directory);
            new WorkspacePaths(base, env.get("WORKSPACE")).checkDirs("goModVerify", options.dirs());
            // As a process that the build starts here would see it: the agent's own variables, then the build's.
            EnvVars variables = new EnvVars(System.getenv());
            variables.putAll(env);
            PrintStream console = listener.getLogger();
            return new Verifier(variables, line -> print(console, line)).run(base, options);
        } finally {
            RunningPrefetches.end(id);
        }
    }

    /** A Pipeline's console keeps lines back on the agent for seconds; unflushed, the last would come after the result. */
    private static void print(PrintStream console, String line) {
        console.println(line);
        console.flush();
    }
}
