package io.jenkins.plugins.gomodules.jenkins.failures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Result;
import io.jenkins.plugins.gomodules.jenkins.config.FailureAnalysisSettings;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class AnalysedBuildsTest {
    private static WorkflowJob job(JenkinsRule r, String name, String script) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    private static void analyse(String builds, boolean artifact) {
        FailureAnalysisSettings settings = new FailureAnalysisSettings();
        settings.setBuilds(builds);
        settings.setArtifact(artifact);
        GoModulesConfiguration.get().setFailureAnalysis(settings);
    }

    @Test
    void onlyWhatFailedIsAnalysed(JenkinsRule r) throws Exception {
        analyse(FailureAnalysisSettings.ALL, true);
        String line = "echo 'dial tcp: lookup proxy.example: no such host'; ";
        WorkflowRun good = r.buildAndAssertSuccess(job(r, "good", line));
        WorkflowRun bad = r.buildAndAssertStatus(Result.FAILURE, job(r, "bad", line + "error 'no'"));
        WorkflowRun odd = r.buildAndAssertStatus(Result.FAILURE, job(r, "odd", "echo 'well'; error 'no'"));
        FoundCause root = Analyses.of(bad).getRoot();
        assertEquals("dns-failure", root.getId());
        assertEquals("proxy.example", root.getHost());
        Path artifact = bad.getRootDir().toPath().resolve("archive/go-failure-analysis.json");
        assertTrue(Files.readString(artifact).contains("\"id\": \"dns-failure\""));
        assertNull(Analyses.of(odd).getRoot());
        assertNull(Analyses.of(odd).getIconFileName());
        assertNull(GoFailureAction.of(good));
        assertEquals(root.getTitle(), FailureCauseText.of(bad, "title"));
        assertEquals("", FailureCauseText.of(good, "title"));
        assertEquals("", FailureCauseText.of(odd, "all"));
    }

    @Test
    void byDefaultOnlyWhatUsedThePlugin(JenkinsRule r) throws Exception {
        WorkflowJob job = job(r, "other", "echo 'write /x: no space left on device'; error 'no'");
        WorkflowRun other = r.buildAndAssertStatus(Result.FAILURE, job);
        assertNull(GoFailureAction.of(other));
        FailureAnalysisQueue.get().analyseAll(job);
        assertEquals("disk-full", Analyses.of(other).getRoot().getId());
    }

    @Test
    void aJobMayBeRenamedWhileItsBuildsWait(JenkinsRule r) throws Exception {
        WorkflowJob job = job(r, "now", "echo 'write /x: no space left on device'; error 'no'");
        WorkflowRun build = r.buildAndAssertStatus(Result.FAILURE, job);
        Path waiting =
                r.jenkins.getRootDir().toPath().resolve(FailureAnalysisQueue.class.getPackageName() + ".waiting");
        WaitingBuilds builds = new WaitingBuilds(waiting);
        builds.add("build\nbefore#1");
        builds.add("build\nbefore2#1");
        FailureAnalysisQueue.get().moved("before", "now");
        Analyses.until("it is there", () -> GoFailureAction.of(build) != null);
        assertEquals("disk-full", Analyses.of(build).getRoot().getId());
    }

    @Test
    void whatIsInterruptedBeginsAgain(JenkinsRule r) throws Exception {
        WorkflowJob job = job(r, "p", "echo 'write /x: no space left on device'; error 'no'");
        WorkflowRun build = r.buildAndAssertStatus(Result.FAILURE, job);
        Thread.currentThread().interrupt();
        assertFalse(new BuildAnalysis(build).run());
        assertTrue(Thread.interrupted());
        assertTrue(GoFailureAction.of(build).isPending());
        assertTrue(new BuildAnalysis(build).run());
        assertEquals("disk-full", GoFailureAction.of(build).getRoot().getId());
    }
}
