package io.jenkins.plugins.gomodules.jenkins.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.jenkins.failures.FoundCauses;
import io.jenkins.plugins.gomodules.jenkins.failures.GoFailureAction;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class JobFailuresTest {
    private static WorkflowJob job(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "app");
        job.setDefinition(new CpsFlowDefinition("echo 'x'", true));
        return job;
    }

    private static WorkflowRun build(WorkflowJob job) throws Exception {
        return job.scheduleBuild2(0).get();
    }

    @Test
    void onlyTheLastBuildsAreLookedAt(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = job(jenkins);
        build(job).addAction(FoundCauses.analysis(FoundCauses.root("disk-full", "No space", "7")));
        for (int i = 0; i < JobFailures.MAX_BUILDS; i++) {
            build(job);
        }
        assertNull(new JobFailures(job).getIconFileName());
        assertTrue(new JobFailures(job).getTrend().isEmpty());
        job.getLastBuild().addAction(FoundCauses.analysis(FoundCauses.root("dns-failure", "No such host", "7")));
        JobFailures failures = new JobFailures(job);
        assertNotNull(failures.getIconFileName());
        assertEquals(JobFailures.MAX_BUILDS, failures.getTrend().getBuilds().size());
        assertEquals(
                List.of("#31 No such host"),
                failures.getFailed().stream()
                        .map(failed -> failed.getBuild().getDisplayName() + " "
                                + failed.getPage().getRoot().getTitle())
                        .toList());
        assertEquals(0, failures.getPending());
    }

    @Test
    void theCauseOfTheLastBuildIsInListsAndAmongDetails(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = job(jenkins);
        FailureColumn column = new FailureColumn();
        assertNull(column.causeOf(job));
        WorkflowRun build = build(job);
        assertNull(column.causeOf(job));
        assertEquals(List.of(), new FailureDetail.Factory().createFor(build));
        assertNull(new ConsoleEvidence().newInstance(build));
        build.addAction(new GoFailureAction());
        assertNull(column.causeOf(job));
        assertNull(new ConsoleEvidence().newInstance(build));
        assertEquals(1, new JobFailures(job).getPending());

        WorkflowRun second = build(job);
        second.addAction(FoundCauses.analysis(FoundCauses.root("dns-failure", "No such host", "7", "a line")));
        assertEquals("No such host", column.causeOf(job).getTitle());
        assertEquals("2/goFailureAnalysis/#cause-1", column.causeOf(job).getUrl());
        assertEquals(
                "No such host",
                new FailureDetail.Factory().createFor(second).get(0).getDisplayName());
        assertNotNull(new ConsoleEvidence().newInstance(second));
        assertNull(new ConsoleEvidence().newInstance("the console of an agent"));
    }
}
