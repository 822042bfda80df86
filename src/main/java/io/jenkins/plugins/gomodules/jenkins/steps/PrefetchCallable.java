package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogins;
import io.jenkins.plugins.gomodules.jenkins.masking.Mask;
import io.jenkins.plugins.gomodules.prefetch.PrefetchOptions;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.prefetch.Prefetcher;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.UUID;
import jenkins.security.MasterToSlaveCallable;

/** The engine's run, as it is sent to an agent. Cancelling the call interrupts it. */
final class PrefetchCallable extends MasterToSlaveCallable<PrefetchReport, Exception> {
    private static final long serialVersionUID = 1L;

    private final String id = UUID.randomUUID().toString();
    private final String directory;
    private final AgentVariables variables;
    private final TaskListener listener;
    private final PrefetchOptions options;
    private final ProxyLogins logins;
    private final Mask mask;

    PrefetchCallable(
            FilePath directory,
            AgentVariables variables,
            TaskListener listener,
            PrefetchOptions options,
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
    public PrefetchReport call() throws IOException, InterruptedException {
        RunningPrefetches.begin(id);
        try {
            Path base = Path.of(directory);
            new WorkspacePaths(base, variables.workspace()).check(options);
            PrintStream console = listener.getLogger();
            return new Prefetcher(variables.onAgent(), line -> print(console, mask.apply(line)), logins)
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
