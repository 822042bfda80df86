package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.gomodules.jenkins.access.AgentAccess;
import io.jenkins.plugins.gomodules.jenkins.failures.StepRecorder;
import io.jenkins.plugins.gomodules.jenkins.force.SettingsInForce;
import io.jenkins.plugins.gomodules.jenkins.force.StepPlace;
import io.jenkins.plugins.gomodules.jenkins.masking.Mask;
import java.io.IOException;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What {@code withGoModules} gives a block, for a build whose block is the build: looked up, laid out, taken away. What is
 * saved of it, should it be, is where the files are.
 */
public final class BuildBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient GoBlock block;
    private final transient EnvVars outer;
    private final transient StepRecorder recorder;
    private final int keyAgentSeconds;
    private final AgentAccess access;

    private BuildBlock(GoBlock block, EnvVars outer, StepRecorder recorder, int keyAgentSeconds, AgentAccess access) {
        this.block = block;
        this.outer = outer;
        this.recorder = recorder;
        this.keyAgentSeconds = keyAgentSeconds;
        this.access = access;
    }

    /**
     * Looks everything up and tells it; nothing is laid out yet.
     *
     * @param outer the environment of the build
     * @throws AbortException with a sentence for the build's log
     */
    public static BuildBlock find(
            WithGoModulesStep step, Run<?, ?> run, FilePath workspace, EnvVars outer, TaskListener listener)
            throws IOException, InterruptedException {
        GoBlock block = GoBlock.find(step, StepPlace.of(run, workspace.toComputer(), outer, StepPlace.BUILD));
        StepRecorder recorder = BuildPrefetch.recorder(run, "withGoModules", workspace);
        recorder.hosts(block.hosts().all()).block(block.variables(), outer::get);
        block.tell(workspace, outer, listener.getLogger());
        AgentAccess access = block.hosts().all().isEmpty() ? null : AgentAccess.plan(run, workspace);
        return new BuildBlock(block, outer, recorder, step.getSshAgentTimeout(), access);
    }

    /** What must not show in the log from now on. */
    public Mask mask() {
        return block.mask();
    }

    /** @throws AbortException with a sentence for the build's log; nothing is left on the agent then */
    public void open(Launcher launcher, TaskListener listener) throws IOException, InterruptedException {
        if (access == null) {
            return;
        }
        try {
            new LayOut(launcher, launcher.getChannel(), outer, keyAgentSeconds, listener.getLogger())
                    .open(access, block.hosts());
        } catch (IOException e) {
            recorder.failed(e, UnaryOperator.identity());
            throw new AbortException(Messages.WithGoModulesStepExecution_failed(e.getMessage()));
        }
    }

    /**
     * The variables to set; secret.
     *
     * @param withLogin whether those of an HTTP proxy with a login are among them; they are left out else
     */
    public Map<String, String> environment(boolean withLogin) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (access != null) {
            variables.putAll(access.over(outer::get));
        }
        variables.putAll(block.variables());
        if (withLogin && block.usesHttpProxyLogin()) {
            variables.putAll(SettingsInForce.httpProxyOfJenkins());
        }
        return variables;
    }

    /**
     * Takes everything away from the agent, or leaves it to the agent's return.
     *
     * @param workspace null if the agent is gone
     */
    public void close(FilePath workspace, Launcher launcher) {
        if (access == null) {
            return;
        }
        if (workspace == null || launcher == null) {
            access.abandon();
        } else {
            access.close(launcher, workspace.getChannel());
        }
    }
}
