package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.Extension;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import hudson.slaves.ComputerListener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The blocks that have something on an agent, so that each is told when its agent is back. */
@Extension
public final class RunningBlocks extends ComputerListener {
    private static final Set<WithGoModulesStepExecution> RUNNING = ConcurrentHashMap.newKeySet();

    static void add(WithGoModulesStepExecution execution) {
        RUNNING.add(execution);
    }

    static void remove(WithGoModulesStepExecution execution) {
        RUNNING.remove(execution);
    }

    /** A build that was ended by force has not run the ends of its blocks. */
    @Extension
    public static final class WhenBuildEnds extends RunListener<Run<?, ?>> {
        @Override
        public void onFinalized(Run<?, ?> run) {
            RUNNING.removeIf(execution -> execution.isOf(run));
        }
    }

    @Override
    public void onOnline(Computer computer, TaskListener listener) {
        for (WithGoModulesStepExecution execution : RUNNING) {
            if (execution.isOn(computer)) {
                execution.repairIfNeeded();
            }
        }
    }
}
