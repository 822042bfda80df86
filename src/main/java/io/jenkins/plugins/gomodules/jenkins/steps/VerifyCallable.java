package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogins;
import io.jenkins.plugins.gomodules.jenkins.masking.Mask;
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
    private final AgentVariables variables;
    private final TaskListener listener;
    private final VerifyOptions options;
    private final ProxyLogins logins;
    private final Mask mask;

    VerifyCallable(
            FilePath directory,
            AgentVariables variables,
            TaskListener listener,
            VerifyOptions options,
            ProxyLogins logins,
            Mask mask) {
        this.directory = directory.getRemote();
        this.variables = variables;
        this.listener = listener;
        this.options = options;
        this.logins = logins;
        this.mask = mask;
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
            new WorkspacePaths(base, variables.workspace()).checkDirs("goModVerify", options.dirs());
            PrintStream console = listener.getLogger();
            return new Verifier(variables.onAgent(), line -> print(console, mask.apply(line)), logins)
                    .run(base, options);
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
