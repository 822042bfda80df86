package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.gomodules.verify.VerifyReport;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * Runs a verification on the agent. What is saved of it is the step's parameters, since it can always start again: after a
 * restart of the controller, and when an agent that was lost is back, as {@code sh} goes on then.
 */
final class GoModVerifyStepExecution extends StepExecution implements AgentRun.Listener<VerifyReport> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(GoModVerifyStepExecution.class.getName());

    private static final int DEFAULT_RECONNECT_SECONDS = 600;
    private static final long RECONNECT_POLL_MILLIS = 250;

    /** An agent that is lost this often is perhaps lost because of the step. */
    private static final int MOST_LOSSES = 3;

    private final GoModVerifyStep step;

    private transient AgentVerification verification;
    private transient boolean stopped;
    private transient int losses;

    GoModVerifyStepExecution(StepContext context, GoModVerifyStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() throws Exception {
        launch();
        return false;
    }

    private void launch() throws IOException, InterruptedException {
        StepContext context = getContext();
        FilePath directory = context.get(FilePath.class);
        VerifyCallable callable;
        try {
            callable = new VerifyCallable(
                    directory, context.get(EnvVars.class), context.get(TaskListener.class), step.options());
        } catch (IllegalArgumentException e) {
            throw new AbortException(Messages.GoModVerifyStepExecution_badParameter(e.getMessage()));
        }
        synchronized (this) {
            if (!stopped) {
                verification = new AgentVerification(directory, callable, this);
                verification.start();
            }
        }
    }

    @Override
    public void ended(VerifyReport report) {
        StepContext context = getContext();
        try {
            CheckedVerifyReport checked = CheckedVerifyReport.check(report);
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
    public void failed(Throwable thrown) {
        getContext().onFailure(thrown);
    }

    @Override
    public void lost(String agent) {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        if (jenkins == null || jenkins.isTerminating()) {
            return; // a controller that shuts down closes its connections; the next one resumes
        }
        int times;
        synchronized (this) {
            verification = null;
            times = ++losses;
        }
        if (times == MOST_LOSSES) {
            getContext().onFailure(lostAgent(Messages.GoModVerifyStepExecution_lostTooOften(agent, times)));
        } else {
            startAgain(Messages.GoModVerifyStepExecution_lost(agent));
        }
    }

    @Override
    public void onResume() {
        startAgain(Messages.GoModVerifyStepExecution_resumed());
    }

    private void startAgain(String reason) {
        try {
            getContext().get(TaskListener.class).getLogger().println(reason);
        } catch (IOException | InterruptedException e) {
            LOGGER.log(Level.FINE, "no console", e);
        }
        int seconds = Integer.getInteger(GoModPrefetchStepExecution.RECONNECT_SECONDS, DEFAULT_RECONNECT_SECONDS);
        launchWhenAgentIsBack(seconds, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
    }

    private void launchWhenAgentIsBack(int seconds, long deadline) {
        synchronized (this) {
            if (stopped) {
                return;
            }
        }
        try {
            if (isAgentBack()) {
                launch();
            } else if (System.nanoTime() > deadline) {
                throw lostAgent(Messages.GoModVerifyStepExecution_notBack(seconds));
            } else {
                Timer.get()
                        .schedule(
                                () -> launchWhenAgentIsBack(seconds, deadline),
                                RECONNECT_POLL_MILLIS,
                                TimeUnit.MILLISECONDS);
            }
        } catch (IOException | RuntimeException e) {
            getContext().onFailure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            getContext().onFailure(e);
        }
    }

    private boolean isAgentBack() throws InterruptedException {
        try {
            return getContext().get(FilePath.class) != null;
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "not back yet", e);
            return false;
        }
    }

    /** Its cause is one that {@code retry(conditions: [agent()])} knows; not all of remoting's can be saved in a build. */
    private static AbortException lostAgent(String message) {
        AbortException e = new AbortException(message);
        e.initCause(new EOFException());
        return e;
    }

    @Override
    public void stop(Throwable cause) {
        AgentVerification running;
        synchronized (this) {
            stopped = true;
            running = verification;
        }
        if (running == null) {
            getContext().onFailure(cause);
        } else {
            running.stop(cause);
        }
    }

    @Override
    public String getStatus() {
        AgentVerification running;
        synchronized (this) {
            running = verification;
        }
        return running == null ? "waiting for the agent" : running.status();
    }
}
