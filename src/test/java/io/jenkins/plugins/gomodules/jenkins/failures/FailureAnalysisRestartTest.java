package io.jenkins.plugins.gomodules.jenkins.failures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import hudson.model.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class FailureAnalysisRestartTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private static WaitingBuilds waiting(JenkinsRule r) {
        Path home = r.jenkins.getRootDir().toPath();
        return new WaitingBuilds(home.resolve(FailureAnalysisQueue.class.getPackageName() + ".waiting"));
    }

    /** What a controller leaves that ends before it comes to a build, or in the middle of one. */
    @Test
    void whatWaitedIsAnalysedByTheNextSession() throws Throwable {
        sessions.then(r -> {
            WorkflowJob job = r.createProject(WorkflowJob.class, "p");
            job.setDefinition(new CpsFlowDefinition("echo 'write /x: no space left on device'; error 'no'", true));
            WorkflowRun build = r.buildAndAssertStatus(Result.FAILURE, job);
            assertNull(GoFailureAction.of(build));
            waiting(r).add("build\n" + build.getExternalizableId());
            waiting(r).add("build\nnone#7");
            waiting(r).add("build\nno number");
            waiting(r).add("job\nnone");
            waiting(r).add("neither");
            // More than there is room for in memory, and one that cannot be read.
            for (int i = 0; i < 2 * FailureAnalysisQueue.MAX_IN_MEMORY + 100; i++) {
                waiting(r).add("build\nnone#" + i);
            }
            Files.createDirectory(r.jenkins
                    .getRootDir()
                    .toPath()
                    .resolve(FailureAnalysisQueue.class.getPackageName() + ".waiting")
                    .resolve("0bad"));
        });
        sessions.then(r -> {
            WorkflowRun build =
                    r.jenkins.getItemByFullName("p", WorkflowJob.class).getBuildByNumber(1);
            assertEquals("disk-full", Analyses.of(build).getRoot().getId());
            Analyses.until("all marks are gone", () -> waiting(r).names(10).equals(List.of("0bad")));
        });
    }
}
