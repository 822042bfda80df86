package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.gomodules.jenkins.access.AgentAccess;
import io.jenkins.plugins.gomodules.jenkins.access.LostAgentException;
import io.jenkins.plugins.gomodules.jenkins.failures.StepRecorder;
import io.jenkins.plugins.gomodules.jenkins.force.StepPlace;
import io.jenkins.plugins.gomodules.jenkins.masking.Mask;
import io.jenkins.plugins.gomodules.jenkins.masking.MaskedFailures;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Runs a prefetch on the agent. What is saved of it is the step's parameters, and where the agent keeps what it has of
 * credentials.
 */
final class GoModPrefetchStepExecution extends AgentRunExecution<PrefetchReport> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(GoModPrefetchStepExecution.class.getName());

    private final GoModPrefetchStep step;
    private AgentAccess access;

    private transient Future<?> preparation;
    private transient Mask mask;

    GoModPrefetchStepExecution(StepContext context, GoModPrefetchStep step) {
        super(context);
        this.step = step;
    }

    @Override
    void prepare() throws IOException, InterruptedException {
        try {
            step.check();
        } catch (IllegalArgumentException e) {
            throw new AbortException(Messages.GoModPrefetchStepExecution_badParameter(e.getMessage()));
        }
        if (step.namesHosts()) {
            plan();
        }
    }

    private void plan() throws IOException, InterruptedException {
        StepContext context = getContext();
        access = AgentAccess.plan(context.get(Run.class), context.get(FilePath.class));
    }

    /** Settings are looked up and programs may run on the agent first: not in the one thread that the Pipeline has. */
    @Override
    void launch() throws IOException, InterruptedException {
        synchronized (this) {
            if (!isStopped()) {
                preparation = Computer.threadPoolForRemoting.submit(this::prepareAndLaunch);
            }
        }
    }

    private void prepareAndLaunch() {
        StepContext context = getContext();
        try {
            FilePath directory = context.get(FilePath.class);
            EnvVars env = context.get(EnvVars.class);
            TaskListener listener = context.get(TaskListener.class);
            StepPlace place = StepPlace.of(context.get(Run.class), directory.toComputer(), env, StepPlace.PIPELINE);
            PrefetchJob job = PrefetchJob.find(step, place, listener.getLogger());
            synchronized (this) {
                mask = job.mask();
            }
            if (job.needsLayOut()) {
                layOut(job, directory, env, listener);
            }
            Map<String, String> laidOut = access == null ? Map.of() : access.over(env::get);
            StepRecorder.of(context, "goModPrefetch").hosts(job.hosts().all());
            if (!begin(new AgentPrefetch(directory, job.callable(directory, env, laidOut, listener), this))
                    && access != null) {
                closeAccess();
            }
        } catch (LostAgentException e) {
            lost(e.agent());
        } catch (AbortException e) {
            StepRecorder.of(context, "goModPrefetch").failed(e, UnaryOperator.identity());
            failed(new AbortException(Messages.GoModPrefetchStepExecution_badParameter(e.getMessage())));
        } catch (IOException | RuntimeException e) {
            failed(e);
        } catch (InterruptedException e) {
            // Who interrupts it says why.
            Thread.currentThread().interrupt();
        }
    }

    private void layOut(PrefetchJob job, FilePath directory, EnvVars env, TaskListener listener)
            throws IOException, InterruptedException {
        if (access == null) {
            plan();
        }
        // Where the engine runs, which is not in a container of the Pipeline.
        new LayOut(
                        directory.createLauncher(listener),
                        directory.getChannel(),
                        env,
                        step.getSshAgentTimeout(),
                        listener.getLogger())
                .open(access, job.hosts());
    }

    @Override
    public void ended(PrefetchReport report) {
        withoutAccess(() -> {
            StepContext context = getContext();
            try {
                AgentReport checked = AgentReport.check(report);
                StepRecorder.of(context, "goModPrefetch").prefetched(report, mask()::apply);
                if (checked.failed()) {
                    context.onFailure(new AbortException(mask().apply(checked.sentence())));
                } else {
                    context.onSuccess(checked.toMap());
                }
            } catch (AbortException e) {
                context.onFailure(e);
            }
        });
    }

    @Override
    public void failed(Throwable thrown) {
        withoutAccess(() -> getContext().onFailure(masked(thrown)));
    }

    private Throwable masked(Throwable thrown) {
        Mask secrets = mask();
        return secrets == null ? thrown : new MaskedFailures(secrets).handle(getContext(), thrown);
    }

    private synchronized Mask mask() {
        return mask;
    }

    /** Takes away what the agent has of credentials, then does the rest. */
    private void withoutAccess(Runnable rest) {
        if (access == null) {
            rest.run();
            return;
        }
        Computer.threadPoolForRemoting.execute(() -> {
            closeAccess();
            rest.run();
        });
    }

    private void closeAccess() {
        try {
            FilePath directory = getContext().get(FilePath.class);
            if (directory != null) {
                access.close(directory.createLauncher(TaskListener.NULL), directory.getChannel());
                return;
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "the agent is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        access.abandon();
    }

    @Override
    synchronized void cancelPreparation() {
        if (preparation != null) {
            preparation.cancel(true);
        }
    }

    @Override
    String resumedMessage() {
        return Messages.GoModPrefetchStepExecution_resumed();
    }

    @Override
    String lostMessage(String agent) {
        return Messages.GoModPrefetchStepExecution_lost(agent);
    }

    @Override
    String lostTooOftenMessage(String agent, int times) {
        return Messages.GoModPrefetchStepExecution_lostTooOften(agent, times);
    }

    @Override
    String notBackMessage(int seconds) {
        return Messages.GoModPrefetchStepExecution_notBack(seconds);
    }
}
