package io.jenkins.standin;

import hudson.model.Executor;
import hudson.model.Result;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import jenkins.model.CauseOfInterruption;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** The record of one build. */
public final class Build {
    private final Home.JobState job;
    private final int number;
    private final File directory;
    private final Program program;
    private Result result;
    private boolean building = true;
    private boolean unfinished = true;

    Build(Home.JobState job, int number, File directory) {
        this.job = job;
        this.number = number;
        this.directory = directory;
        try {
            Files.createDirectories(directory.toPath());
            Files.deleteIfExists(directory.toPath().resolve("log"));
        } catch (IOException x) {
            throw new UncheckedIOException(x);
        }
        program = new Program(this, ((CpsFlowDefinition) job.definition()).getScript());
    }

    public void start(Runnable whenDone) {
        program.start(whenDone);
    }

    /** The steps under way in all builds, blocks among them. */
    public static List<StepExecution> runningExecutions() {
        return Program.executions();
    }

    public int number() {
        return number;
    }

    public File directory() {
        return directory;
    }

    Program program() {
        return program;
    }

    /** The build as the session that runs now sees it. */
    WorkflowRun run() {
        return Jenkins.get().getItemByFullName(job.name(), WorkflowJob.class).getBuildByNumber(number);
    }

    public synchronized Result result() {
        return result;
    }

    public synchronized void worsen(Result r) {
        result = result == null ? r : result.combine(r);
    }

    public synchronized boolean isBuilding() {
        return building;
    }

    /** No more steps; what listeners write still goes to the console. */
    synchronized void complete() {
        building = false;
    }

    public synchronized boolean isUnfinished() {
        return unfinished;
    }

    synchronized void finish() {
        unfinished = false;
    }

    public Executor executor() {
        return new Executor(Jenkins.get().getComputer(""), -1) {
            @Override
            public void interrupt(Result worst, CauseOfInterruption... causes) {
                program.interrupt(new FlowInterruptedException(worst, causes), null);
            }
        };
    }
}
