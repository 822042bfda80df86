package org.jenkinsci.plugins.workflow.job;

import hudson.model.Queue;
import hudson.model.Run;
import io.jenkins.standin.Build;
import jenkins.model.CauseOfInterruption;
import org.kohsuke.stapler.HttpResponse;

public final class WorkflowRun extends Run<WorkflowJob, WorkflowRun> implements Queue.Executable {
    WorkflowRun(WorkflowJob job, Build build) {
        super(job, build);
    }

    /** Aborts the build, as the red square on its page does. */
    public HttpResponse doStop() {
        getExecutor().interrupt(hudson.model.Result.ABORTED, new CauseOfInterruption.UserInterruption("anonymous"));
        return null;
    }
}
