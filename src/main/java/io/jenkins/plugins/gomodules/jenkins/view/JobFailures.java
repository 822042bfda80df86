package io.jenkins.plugins.gomodules.jenkins.view;

import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.Permission;
import io.jenkins.plugins.gomodules.jenkins.failures.FailureAnalysisQueue;
import io.jenkins.plugins.gomodules.jenkins.failures.GoFailureAction;
import io.jenkins.plugins.gomodules.jenkins.failures.GoModulesRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.verb.POST;

/**
 * The failures of a job: a box on its page, and a page of their own. Made anew for each request, it looks at the last builds
 * when a page asks, and at no others: builds are loaded from disk one by one.
 */
public final class JobFailures implements Action {
    /** The page's name below that of the job. */
    static final String URL = "goFailures";

    /** Builds in the box; the history beside it has as many loaded. */
    static final int MAX_BUILDS = 30;

    private final Job<?, ?> job;
    private List<Run<?, ?>> builds;

    JobFailures(Job<?, ?> job) {
        this.job = job;
    }

    public Job<?, ?> getJob() {
        return job;
    }

    /** The last builds that are over, the oldest first. */
    private synchronized List<Run<?, ?>> builds() {
        if (builds == null) {
            List<Run<?, ?>> last = new ArrayList<>();
            Run<?, ?> build = job.getLastCompletedBuild();
            while (build != null && last.size() < MAX_BUILDS) {
                if (!build.isBuilding()) {
                    last.add(build);
                }
                build = build.getPreviousBuild();
            }
            Collections.reverse(last);
            builds = last;
        }
        return builds;
    }

    /** Why they failed. */
    public CauseTrend getTrend() {
        return new CauseTrend(builds().stream().map(JobFailures::trendOf).toList());
    }

    private static TrendBuild trendOf(Run<?, ?> build) {
        GoFailureAction action = GoFailureAction.of(build);
        List<CauseCard> roots = new ArrayList<>();
        if (action != null) {
            FailurePage.of(action).getSteps().forEach(step -> roots.add(step.getRoot()));
        }
        return new TrendBuild(build.getDisplayName(), build.getNumber() + "/", roots);
    }

    /** The builds that failed for a known cause, the newest first. */
    public List<FailedBuild> getFailed() {
        List<FailedBuild> failed = new ArrayList<>();
        for (Run<?, ?> build : builds()) {
            GoFailureAction action = GoFailureAction.of(build);
            if (action != null && action.isFound()) {
                failed.add(0, new FailedBuild(build, FailurePage.of(action)));
            }
        }
        return failed;
    }

    /** How many of the last builds wait for their analysis, or are being read. */
    public long getPending() {
        return builds().stream()
                .map(GoFailureAction::of)
                .filter(action -> action != null && action.isPending())
                .count();
    }

    /** What whoever has the builds analysed again needs. */
    public Permission getUpdatePermission() {
        return Run.UPDATE;
    }

    /**
     * Has the builds that failed analysed, also those from before the plugin was there.
     *
     * @return the way back to the page
     */
    @POST
    public HttpResponse doRescan() throws IOException {
        job.checkPermission(Run.UPDATE);
        FailureAnalysisQueue.get().analyseAll(job);
        return HttpResponses.redirectToDot();
    }

    /** Whether the job has to do with the plugin at all. */
    private boolean isOfInterest() {
        return builds().stream()
                .anyMatch(build -> GoModulesRecord.of(build) != null || GoFailureAction.of(build) != null);
    }

    @Override
    public String getIconFileName() {
        return isOfInterest() ? CauseCard.SYMBOL : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.JobFailures_displayName();
    }

    @Override
    public String getUrlName() {
        return URL;
    }
}
