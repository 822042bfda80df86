package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.TaskListener;
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
 * A step that is one run on the agent. The run can always start again, so that is what happens after a restart of the
 * controller, and when an agent that was lost is back, as {@code sh} goes on then.
 *
 * @param <R> the report that the run ends with
 */
abstract class AgentRunExecution<R> extends StepExecution implements AgentRun.Listener<R> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(AgentRunExecution.class.getName());

    /** System property: how many seconds an agent may take to come back. It has the name of the step that had it first. */
    static final String RECONNECT_SECONDS =
            "io.jenkins.plugins.gomodules.jenkins.steps.GoModPrefetchStepExecution.RECONNECT_SECONDS";

    private static final int DEFAULT_RECONNECT_SECONDS = 600;
    private static final long RECONNECT_POLL_MILLIS = 250;

    /** An agent that is lost this often is perhaps lost because of the step. */
    private static final int MOST_LOSSES = 3;

    private transient AgentRun<R> run;
    private transient boolean stopped;
    private transient int losses;

    AgentRunExecution(StepContext context) {
        super(context);
    }

    /** Makes the run and {@link #begin begins} it, at once or later. */
    abstract void launch() throws IOException, InterruptedException;

    /** What to say after a restart of the controller. */
    abstract String resumedMessage();

    /** What to say when the agent was lost. */
    abstract String lostMessage(String agent);

    /** What to fail with when the agent was lost too often. */
    abstract String lostTooOftenMessage(String agent, int times);

    /** What to fail with when the agent stays away. */
    abstract String notBackMessage(int seconds);

    @Override
    public final boolean start() throws Exception {
        prepare();
        launch();
        return false;
    }

    /** Done once, before the first launch. */
    void prepare() throws Exception {}

    /** Starts the run, unless the step has been stopped by now; tells which. */
    final synchronized boolean begin(AgentRun<R> begun) throws IOException {
        if (stopped) {
            return false;
        }
        run = begun;
        begun.start();
        return true;
    }

    final synchronized boolean isStopped() {
        return stopped;
    }

    @Override
    public void failed(Throwable thrown) {
        getContext().onFailure(thrown);
    }

    @Override
    public final void lost(String agent) {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        if (jenkins == null || jenkins.isTerminating()) {
            return; // a controller that shuts down closes its connections; the next one resumes
        }
        int times;
        synchronized (this) {
            run = null;
            times = ++losses;
        }
        if (times == MOST_LOSSES) {
            failed(lostAgent(lostTooOftenMessage(agent, times)));
        } else {
            startAgain(lostMessage(agent));
        }
    }

    @Override
    public final void onResume() {
        startAgain(resumedMessage());
    }

    private void startAgain(String reason) {
        try {
            getContext().get(TaskListener.class).getLogger().println(reason);
        } catch (IOException | InterruptedException e) {
            LOGGER.log(Level.FINE, "no console", e);
        }
        int seconds = Integer.getInteger(RECONNECT_SECONDS, DEFAULT_RECONNECT_SECONDS);
        launchWhenAgentIsBack(seconds, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
    }

    private void launchWhenAgentIsBack(int seconds, long deadline) {
        if (isStopped()) {
            return;
        }
        try {
            if (isAgentBack()) {
                launch();
            } else if (System.nanoTime() > deadline) {
                throw lostAgent(notBackMessage(seconds));
            } else {
                Timer.get()
                        .schedule(
                                () -> launchWhenAgentIsBack(seconds, deadline),
                                RECONNECT_POLL_MILLIS,
                                TimeUnit.MILLISECONDS);
            }
        } catch (IOException | RuntimeException e) {
            failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(e);
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

    /** Ends what comes before the run; nothing is launched any more. */
    void cancelPreparation() {}

    @Override
    public final void stop(Throwable cause) {
        AgentRun<R> running;
        synchronized (this) {
            stopped = true;
            running = run;
            cancelPreparation();
        }
        if (running == null) {
            failed(cause);
        } else {
            running.stop(cause);
        }
    }

    @Override
    public final String getStatus() {
        AgentRun<R> running;
        synchronized (this) {
            running = run;
        }
        return running == null ? "waiting for the agent" : running.status();
    }
}
