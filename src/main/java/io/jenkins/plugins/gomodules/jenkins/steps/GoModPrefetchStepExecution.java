package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.gomodules.prefetch.PrefetchOptions;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Runs a prefetch on the agent; what is saved of it is the step's parameters, so it can always start again. */
final class GoModPrefetchStepExecution extends StepExecution {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(GoModPrefetchStepExecution.class.getName());

    /** How long an agent may take to come back after a restart of the controller. */
    private static final long RECONNECT_SECONDS =
            Long.getLong(GoModPrefetchStepExecution.class.getName() + ".RECONNECT_SECONDS", 600);

    private static final long RECONNECT_POLL_MILLIS = 250;

    private final GoModPrefetchStep step;

    private transient AgentPrefetch prefetch;
    private transient boolean stopped;

    GoModPrefetchStepExecution(StepContext context, GoModPrefetchStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() throws Exception {
        try {
            launch(step.options());
        } catch (IllegalArgumentException e) {
            throw new AbortException(Messages.GoModPrefetchStepExecution_badParameter(e.getMessage()));
        }
        return false;
    }

    private void launch(PrefetchOptions options) throws IOException, InterruptedException {
        StepContext context = getContext();
        PrefetchCallable callable = new PrefetchCallable(
                context.get(FilePath.class), context.get(EnvVars.class), context.get(TaskListener.class), options);
        synchronized (this) {
            if (!stopped) {
                prefetch = new AgentPrefetch(context.get(FilePath.class), callable, this::finished);
                prefetch.start();
            }
        }
    }

    private void finished(PrefetchReport report, Throwable thrown) {
        StepContext context = getContext();
        try {
            if (thrown != null) {
                context.onFailure(thrown);
                return;
            }
            AgentReport checked = AgentReport.check(report);
            if (checked.failed()) {
                context.onFailure(new AbortException(checked.sentence()));
            } else {
                context.onSuccess(checked.toMap());
            }
        } catch (AbortException e) {
            context.onFailure(e);
        }
    }

    @Override
    public void stop(Throwable cause) {
        AgentPrefetch running;
        synchronized (this) {
            stopped = true;
            running = prefetch;
        }
        if (running == null) {
            getContext().onFailure(cause);
        } else {
            running.stop(cause);
        }
    }

    @Override
    public void onResume() {
        resume(System.nanoTime() + TimeUnit.SECONDS.toNanos(RECONNECT_SECONDS), true);
    }

    /** Starts again; as long as the agent has not come back, a little later. */
    private void resume(long deadline, boolean first) {
        StepContext context = getContext();
        try {
            synchronized (this) {
                if (stopped) {
                    return;
                }
            }
            if (first) {
                println(Messages.GoModPrefetchStepExecution_resumed());
            }
            try {
                context.get(FilePath.class);
            } catch (IOException offline) {
                if (System.nanoTime() > deadline) {
                    throw new AbortException(Messages.GoModPrefetchStepExecution_agentNotBack(RECONNECT_SECONDS));
                }
                LOGGER.log(Level.FINE, "the agent is not back yet", offline);
                Timer.get().schedule(() -> resume(deadline, false), RECONNECT_POLL_MILLIS, TimeUnit.MILLISECONDS);
                return;
            }
            launch(step.options());
        } catch (IOException | RuntimeException e) {
            context.onFailure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            context.onFailure(e);
        }
    }

    private void println(String line) throws IOException, InterruptedException {
        getContext().get(TaskListener.class).getLogger().println(line);
    }

    @Override
    public String getStatus() {
        AgentPrefetch running;
        synchronized (this) {
            running = prefetch;
        }
        return running == null ? "waiting for the agent" : running.status();
    }
}
