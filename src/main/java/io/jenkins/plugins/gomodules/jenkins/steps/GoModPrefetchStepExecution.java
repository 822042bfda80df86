package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.gomodules.git.BoundHost;
import io.jenkins.plugins.gomodules.jenkins.access.AgentAccess;
import io.jenkins.plugins.gomodules.jenkins.access.LostAgentException;
import io.jenkins.plugins.gomodules.jenkins.hosts.HostCredentials;
import io.jenkins.plugins.gomodules.jenkins.masking.Mask;
import io.jenkins.plugins.gomodules.jenkins.masking.MaskedFailures;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * Runs a prefetch on the agent. What is saved of it is the step's parameters, since it can always start again: after a
 * restart of the controller, and when an agent that was lost is back, as {@code sh} goes on then.
 */
final class GoModPrefetchStepExecution extends StepExecution implements AgentPrefetch.Listener {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(GoModPrefetchStepExecution.class.getName());

    /** System property: how many seconds an agent may take to come back. */
    static final String RECONNECT_SECONDS = GoModPrefetchStepExecution.class.getName() + ".RECONNECT_SECONDS";

    private static final int DEFAULT_RECONNECT_SECONDS = 600;
    private static final long RECONNECT_POLL_MILLIS = 250;

    /** An agent that is lost this often is perhaps lost because of the step. */
    private static final int MOST_LOSSES = 3;

    private final GoModPrefetchStep step;
    private AgentAccess access;

    private transient Future<?> preparation;
    private transient AgentPrefetch prefetch;
    private transient Mask mask;
    private transient boolean stopped;
    private transient int losses;

    GoModPrefetchStepExecution(StepContext context, GoModPrefetchStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() throws Exception {
        try {
            step.options();
        } catch (IllegalArgumentException e) {
            throw new AbortException(Messages.GoModPrefetchStepExecution_badParameter(e.getMessage()));
        }
        if (step.wantsAccess()) {
            StepContext context = getContext();
            access = AgentAccess.plan(context.get(Run.class), context.get(FilePath.class));
        }
        launch();
        return false;
    }

    /** With credentials, programs run on the agent first: not in the one thread that the Pipeline has. */
    private void launch() throws IOException, InterruptedException {
        if (access == null) {
            launch(List.of());
            return;
        }
        synchronized (this) {
            if (!stopped) {
                preparation = Computer.threadPoolForRemoting.submit(this::prepareAndLaunch);
            }
        }
    }

    private void prepareAndLaunch() {
        StepContext context = getContext();
        try {
            List<BoundHost> hosts =
                    new HostCredentials(context.get(Run.class)).bind(step.getHosts(), step.getCredentials());
            FilePath directory = context.get(FilePath.class);
            TaskListener listener = context.get(TaskListener.class);
            // Where the engine runs, which is not in a container of the Pipeline.
            access.open(
                    hosts,
                    directory.createLauncher(listener),
                    directory.getChannel(),
                    context.get(EnvVars.class),
                    step.getSshAgentTimeout(),
                    listener.getLogger());
            launch(hosts);
        } catch (LostAgentException e) {
            lost(e.agent());
        } catch (AbortException e) {
            failed(new AbortException(Messages.GoModPrefetchStepExecution_badParameter(e.getMessage())));
        } catch (IOException | RuntimeException e) {
            failed(e);
        } catch (InterruptedException e) {
            // Who interrupts it says why.
            Thread.currentThread().interrupt();
        }
    }

    private void launch(List<BoundHost> hosts) throws IOException, InterruptedException {
        StepContext context = getContext();
        FilePath directory = context.get(FilePath.class);
        EnvVars env = context.get(EnvVars.class);
        if (access != null) {
            env.putAll(access.over(env::get));
        }
        Mask secrets = new Mask(hosts.stream().map(BoundHost::secret).flatMap(Optional::stream)::iterator);
        PrefetchCallable callable = new PrefetchCallable(
                directory, env, context.get(TaskListener.class), step.options(), HostLogins.of(hosts), secrets);
        synchronized (this) {
            mask = secrets;
            if (!stopped) {
                prefetch = new AgentPrefetch(directory, callable, this);
                prefetch.start();
                return;
            }
        }
        if (access != null) {
            closeAccess();
        }
    }

    @Override
    public void ended(PrefetchReport report) {
        withoutAccess(() -> {
            StepContext context = getContext();
            try {
                AgentReport checked = AgentReport.check(report);
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
    public void lost(String agent) {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        if (jenkins == null || jenkins.isTerminating()) {
            return; // a controller that shuts down closes its connections; the next one resumes
        }
        int times;
        synchronized (this) {
            prefetch = null;
            times = ++losses;
        }
        if (times == MOST_LOSSES) {
            failed(lostAgent(Messages.GoModPrefetchStepExecution_lostTooOften(agent, times)));
        } else {
            startAgain(Messages.GoModPrefetchStepExecution_lost(agent));
        }
    }

    @Override
    public void onResume() {
        startAgain(Messages.GoModPrefetchStepExecution_resumed());
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
        synchronized (this) {
            if (stopped) {
                return;
            }
        }
        try {
            if (isAgentBack()) {
                launch();
            } else if (System.nanoTime() > deadline) {
                throw lostAgent(Messages.GoModPrefetchStepExecution_notBack(seconds));
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

    @Override
    public void stop(Throwable cause) {
        AgentPrefetch running;
        synchronized (this) {
            stopped = true;
            running = prefetch;
            if (preparation != null) {
                preparation.cancel(true);
            }
        }
        if (running == null) {
            failed(cause);
        } else {
            running.stop(cause);
        }
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
