package io.jenkins.plugins.gomodules.jenkins.steps;

import static io.jenkins.plugins.gomodules.jenkins.steps.PrefetchPipeline.HELLO;
import static io.jenkins.plugins.gomodules.jenkins.steps.PrefetchPipeline.WORLD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Result;
import io.jenkins.plugins.gomodules.jenkins.failures.GoModulesRecord;
import io.jenkins.plugins.gomodules.jenkins.failures.RecordedFailure;
import io.jenkins.plugins.gomodules.jenkins.failures.StepRecord;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class RecordedStepsTest {
    @TempDir
    private Path cache;

    @Test
    void aBuildKnowsWhatItsStepsDid(JenkinsRule r) throws Exception {
        try (LoopbackProxy proxy = LoopbackProxy.start(HELLO, WORLD)) {
            PrefetchPipeline pipeline = PrefetchPipeline.on("built-in", proxy, cache);
            WorkflowRun good = r.buildAndAssertSuccess(pipeline.job(r, """
                            goModPrefetch(goprivate: 'corp.example/*')
                            goModVerify()
                            withGoModules(goprivate: 'git.example/team') { echo 'in the block' }
                            """));
            GoModulesRecord record = GoModulesRecord.of(good);
            List<StepRecord> steps = record.getSteps();
            assertEquals(
                    List.of("goModPrefetch", "goModVerify", "withGoModules"),
                    steps.stream().map(StepRecord::getStep).toList());
            assertEquals(2, steps.get(0).getNumbers().getDownloaded());
            assertEquals(proxy.url(), steps.get(0).getServedBy().get(0).getProxy());
            assertEquals(2, steps.get(1).getNumbers().getVerified());
            assertEquals("corp.example/*,git.example/team", record.getPrivateModules());
            assertFalse(steps.stream().anyMatch(StepRecord::isFailed));
        }
    }

    @Test
    void andWhatFailedInThem(JenkinsRule r) throws Exception {
        try (LoopbackProxy proxy = LoopbackProxy.start(HELLO, WORLD)) {
            proxy.on("*.zip").answer(Fault.status(403));
            WorkflowRun bad = r.buildAndAssertStatus(
                    Result.FAILURE,
                    PrefetchPipeline.on("built-in", proxy, cache).job(r, "goModPrefetch(retries: 0)"));
            StepRecord step = GoModulesRecord.of(bad).getSteps().get(0);
            assertTrue(step.isFailed());
            assertEquals(2, step.getFailureCount());
            RecordedFailure failure = step.getFailures().get(0);
            assertEquals("auth-denied", failure.getCause());
            assertEquals(403, failure.getStatus());
            assertTrue(failure.getModule().startsWith("example.test/"), failure.getModule());
        }
    }
}
