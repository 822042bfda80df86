package org.jenkinsci.plugins.workflow.job;

import hudson.model.Action;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.TopLevelItem;
import hudson.model.queue.QueueTaskFuture;
import io.jenkins.standin.Build;
import io.jenkins.standin.Home;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jenkinsci.plugins.workflow.flow.FlowDefinition;

public final class WorkflowJob extends Job<WorkflowJob, WorkflowRun> implements TopLevelItem {
    private final Home.JobState state;
    private final Map<Build, WorkflowRun> runs = new ConcurrentHashMap<>();

    public WorkflowJob(ItemGroup parent, String name) {
        super(parent, name);
        state = Home.current().job(getFullName());
    }

    public FlowDefinition getDefinition() {
        return state.definition();
    }

    public void setDefinition(FlowDefinition definition) {
        state.setDefinition(definition);
    }

    public QueueTaskFuture<WorkflowRun> scheduleBuild2(int quietPeriod, Action... actions) {
        Build build = state.newBuild();
        WorkflowRun run = run(build);
        List.of(actions).forEach(run::addAction);
        Started future = new Started(run);
        build.start(() -> future.complete(run));
        return future;
    }

    private WorkflowRun run(Build build) {
        return runs.computeIfAbsent(build, key -> new WorkflowRun(this, key));
    }

    @Override
    public WorkflowRun getLastBuild() {
        List<Build> builds = state.builds();
        return builds.isEmpty() ? null : run(builds.get(builds.size() - 1));
    }

    @Override
    public WorkflowRun getBuildByNumber(int n) {
        return state.builds().stream()
                .filter(build -> build.number() == n)
                .findFirst()
                .map(this::run)
                .orElse(null);
    }

    private static final class Started extends CompletableFuture<WorkflowRun> implements QueueTaskFuture<WorkflowRun> {
        private final WorkflowRun run;

        Started(WorkflowRun run) {
            this.run = run;
        }

        @Override
        public WorkflowRun waitForStart() {
            return run;
        }
    }
}
