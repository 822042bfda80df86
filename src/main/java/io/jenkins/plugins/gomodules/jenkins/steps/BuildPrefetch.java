package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.gomodules.jenkins.access.AgentAccess;
import io.jenkins.plugins.gomodules.jenkins.failures.GoModulesRecord;
import io.jenkins.plugins.gomodules.jenkins.failures.StepRecorder;
import io.jenkins.plugins.gomodules.jenkins.force.StepPlace;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;

/** A prefetch in a build whose executor waits for it: what {@code goModPrefetch} does in a Pipeline. */
public final class BuildPrefetch implements AgentRun.Listener<PrefetchReport> {
    private static final String STEP = "goModPrefetch";

    private final CompletableFuture<PrefetchReport> end = new CompletableFuture<>();

    private BuildPrefetch() {}

    /**
     * Fetches. An interrupt ends it within seconds, and leaves the module cache complete in itself.
     *
     * @param directory what the step's directories are relative to
     * @param env the environment of the build
     * @throws AbortException with a sentence for the build's log, when something could not be had
     */
    public static void run(
            GoModPrefetchStep step, Run<?, ?> run, FilePath directory, EnvVars env, TaskListener listener)
            throws IOException, InterruptedException {
        StepRecorder recorder = recorder(run, STEP, directory);
        AgentAccess access = null;
        try {
            PrefetchJob job;
            Map<String, String> laidOut = Map.of();
            try {
                step.check();
                StepPlace place = StepPlace.of(run, directory.toComputer(), env, StepPlace.BUILD);
                job = PrefetchJob.find(step, place, listener.getLogger());
                recorder.hosts(job.hosts().all());
                if (job.needsLayOut()) {
                    access = AgentAccess.plan(run, directory);
                    layOut(step, job, access, directory, env, listener);
                    laidOut = access.over(env::get);
                }
            } catch (AbortException | IllegalArgumentException e) {
                recorder.failed(e, UnaryOperator.identity());
                throw new AbortException(Messages.GoModPrefetchStepExecution_badParameter(e.getMessage()));
            }
            PrefetchReport report =
                    new BuildPrefetch().await(directory, job.callable(directory, env, laidOut, listener));
            AgentReport checked = AgentReport.check(report);
            recorder.prefetched(report, job.mask()::apply);
            if (checked.failed()) {
                throw new AbortException(job.mask().apply(checked.sentence()));
            }
        } finally {
            if (access != null) {
                access.close(directory.createLauncher(TaskListener.NULL), directory.getChannel());
            }
        }
    }

    /** Where the engine runs. */
    private static void layOut(
            GoModPrefetchStep step,
            PrefetchJob job,
            AgentAccess access,
            FilePath directory,
            EnvVars env,
            TaskListener listener)
            throws IOException, InterruptedException {
        new LayOut(
                        directory.createLauncher(listener),
                        directory.getChannel(),
                        env,
                        step.getSshAgentTimeout(),
                        listener.getLogger())
                .open(access, job.hosts());
    }

    /** Tells the steps of a build apart by their order. */
    static StepRecorder recorder(Run<?, ?> run, String step, FilePath directory) {
        GoModulesRecord record = GoModulesRecord.of(run);
        return StepRecorder.of(run, step, record == null ? 1 : record.getSteps().size() + 1, directory);
    }

    private PrefetchReport await(FilePath directory, PrefetchCallable callable)
            throws IOException, InterruptedException {
        AgentPrefetch prefetch = new AgentPrefetch(directory, callable, this);
        prefetch.start();
        try {
            return end.get();
        } catch (InterruptedException e) {
            prefetch.stop(e);
            awaitStop();
            throw e;
        } catch (ExecutionException e) {
            throw new AbortException(e.getCause().getMessage());
        }
    }

    /** Whoever interrupts twice does not get an end before the agent has let go of the workspace. */
    private void awaitStop() {
        boolean interrupted = false;
        while (!end.isDone()) {
            try {
                end.get();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                break; // it has stopped, which is all that is waited for
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void ended(PrefetchReport report) {
        end.complete(report);
    }

    @Override
    public void failed(Throwable thrown) {
        end.completeExceptionally(thrown);
    }

    @Override
    public void lost(String agent) {
        end.completeExceptionally(new AbortException(Messages.BuildPrefetch_lost(agent)));
    }
}
