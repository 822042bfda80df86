package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.console.ConsoleLogFilter;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.gomodules.jenkins.access.AgentAccess;
import io.jenkins.plugins.gomodules.jenkins.access.LostAgentException;
import io.jenkins.plugins.gomodules.jenkins.failures.StepRecorder;
import io.jenkins.plugins.gomodules.jenkins.force.StepPlace;
import io.jenkins.plugins.gomodules.jenkins.masking.Mask;
import io.jenkins.plugins.gomodules.jenkins.masking.MaskedConsole;
import io.jenkins.plugins.gomodules.jenkins.masking.MaskedFailures;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.FailureHandler;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Lays out the access to private modules on the agent, runs the block, takes it away again.
 *
 * <p>What is saved is the step's parameters and where the files are. After a restart of the controller, and whenever the
 * agent is back, it is looked whether the ssh-agent and the files are there still, and if not they are made again.
 */
final class WithGoModulesStepExecution extends GeneralNonBlockingStepExecution {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(WithGoModulesStepExecution.class.getName());

    /** How long a step in the block waits for what is being made again. */
    private static final long REPAIR_SECONDS = 90;

    private final WithGoModulesStep step;
    private AgentAccess access;
    private boolean bodyStarted;

    /** The last one, perhaps done; null if there was none. */
    private transient volatile CompletableFuture<Void> repair;

    private transient boolean closed;

    WithGoModulesStepExecution(StepContext context, WithGoModulesStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() throws Exception {
        run(this::begin);
        return false;
    }

    private void begin() throws IOException, InterruptedException {
        StepContext context = getContext();
        FilePath directory = context.get(FilePath.class);
        if (directory == null) {
            throw new AbortException(
                    Messages.WithGoModulesStepExecution_failed(Messages.WithGoModulesStepExecution_agentGone()));
        }
        EnvVars env = context.get(EnvVars.class);
        GoBlock block = block(directory, env);
        StepRecorder.of(context, "withGoModules").hosts(block.hosts().all()).block(block.variables(), env::get);
        block.tell(directory, env, context.get(TaskListener.class).getLogger());
        if (!block.hosts().all().isEmpty()) {
            if (access == null) {
                // Else a restart came in the middle of this, and what is there already has to be replaced.
                access = AgentAccess.plan(context.get(Run.class), directory);
            }
            open(block);
            RunningBlocks.add(this);
        }
        boolean started = false;
        try {
            startBody(context, new BlockEnvironment(block, this, env), block.mask());
            started = true;
        } finally {
            if (!started) {
                // Aborted in the last moment: there is no body whose end would do it.
                close();
            }
        }
    }

    /** As it is now: it is looked up again after a restart. */
    private GoBlock block(FilePath directory, EnvVars env) throws IOException, InterruptedException {
        Run<?, ?> run = getContext().get(Run.class);
        return GoBlock.find(step, StepPlace.of(run, directory.toComputer(), env, StepPlace.PIPELINE));
    }

    private void startBody(StepContext context, BlockEnvironment environment, Mask mask)
            throws IOException, InterruptedException {
        BodyInvoker body = context.newBodyInvoker()
                .withContext(EnvironmentExpander.merge(context.get(EnvironmentExpander.class), environment))
                .withContext(BodyInvoker.mergeConsoleLogFilters(
                        context.get(ConsoleLogFilter.class), new MaskedConsole(mask)))
                .withContext(FailureHandler.merge(context.get(FailureHandler.class), new MaskedFailures(mask)))
                .withCallback(new End());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        bodyStarted = true;
        body.start();
    }

    private void open(GoBlock block) throws IOException, InterruptedException {
        StepContext context = getContext();
        try {
            new LayOut(
                            context.get(Launcher.class),
                            context.get(FilePath.class).getChannel(),
                            context.get(EnvVars.class),
                            step.getSshAgentTimeout(),
                            context.get(TaskListener.class).getLogger())
                    .open(access, block.hosts());
        } catch (IOException e) {
            StepRecorder.of(context, "withGoModules").failed(e, UnaryOperator.identity());
            AbortException failure = new AbortException(Messages.WithGoModulesStepExecution_failed(e.getMessage()));
            if (e instanceof LostAgentException) {
                // That is one that retry(conditions: [agent()]) knows; not all of remoting's can be saved in a build.
                failure.initCause(new EOFException());
            }
            throw failure;
        }
    }

    /** What the agent has for the block, or null if the block has no hosts; complete, unless it cannot be repaired. */
    AgentAccess access() throws InterruptedException {
        CompletableFuture<Void> underWay = repair;
        if (underWay != null) {
            try {
                underWay.get(REPAIR_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                LOGGER.log(Level.FINE, "the block goes on as it is", e);
            }
        }
        return access;
    }

    /** Whether the block is part of a build. */
    boolean isOf(Run<?, ?> run) {
        return access != null && access.run().equals(run.getExternalizableId());
    }

    /** Whether the block runs on an agent. */
    boolean isOn(Computer computer) {
        return access != null && access.node().equals(computer.getName());
    }

    @Override
    public void onResume() {
        if (!bodyStarted) {
            run(this::begin);
        } else if (access != null) {
            RunningBlocks.add(this);
            repairIfNeeded();
        }
    }

    /** Makes again what a restart of the agent's machine has ended. */
    void repairIfNeeded() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        repair = done;
        Computer.threadPoolForRemoting.execute(() -> {
            try {
                repairNow();
            } finally {
                done.complete(null);
            }
        });
    }

    private synchronized void repairNow() {
        if (closed) {
            return;
        }
        StepContext context = getContext();
        try {
            FilePath directory = context.get(FilePath.class);
            Launcher launcher = context.get(Launcher.class);
            if (directory == null || launcher == null) {
                return; // not back yet; RunningBlocks tells when it is
            }
            if (!access.isAlive(launcher, directory.getChannel(), context.get(EnvVars.class))) {
                context.get(TaskListener.class).getLogger().println(Messages.WithGoModulesStepExecution_again());
                open(block(directory, context.get(EnvVars.class)));
            }
        } catch (IOException e) {
            say(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(IOException problem) {
        LOGGER.log(Level.FINE, "not repaired", problem);
        if (problem instanceof AbortException) {
            try {
                getContext().get(TaskListener.class).error(problem.getMessage());
            } catch (IOException | InterruptedException e) {
                LOGGER.log(Level.FINE, "no console", e);
            }
        }
    }

    /** After this nothing is made again; what is being made now, is made first. */
    private synchronized void close() {
        closed = true;
        RunningBlocks.remove(this);
        if (access == null) {
            return;
        }
        StepContext context = getContext();
        try {
            FilePath directory = context.get(FilePath.class);
            Launcher launcher = context.get(Launcher.class);
            if (directory != null && launcher != null) {
                access.close(launcher, directory.getChannel());
                return;
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "the agent is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        access.abandon();
    }

    private final class End extends TailCall {
        private static final long serialVersionUID = 1L;

        @Override
        protected void finished(StepContext context) {
            close();
        }
    }
}
