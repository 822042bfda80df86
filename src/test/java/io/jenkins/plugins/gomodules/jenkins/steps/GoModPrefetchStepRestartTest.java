package io.jenkins.plugins.gomodules.jenkins.steps;

import static io.jenkins.plugins.gomodules.jenkins.steps.PrefetchPipeline.HELLO;
import static io.jenkins.plugins.gomodules.jenkins.steps.PrefetchPipeline.WORLD;

import hudson.model.Label;
import hudson.model.Result;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.Gate;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** The controller restarts in the middle of a prefetch. */
class GoModPrefetchStepRestartTest {
    private static final String RESUMED = "goModPrefetch starts again after the restart of Jenkins.";

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @TempDir
    private Path cache;

    private LoopbackProxy proxy;
    private Gate gate;

    @BeforeEach
    void startProxyThatStalls() throws Exception {
        gate = new Gate();
        proxy = LoopbackProxy.start(HELLO, WORLD);
        proxy.on(WORLD.url("zip")).answer(Fault.stallAfter(10, gate));
    }

    @AfterEach
    void stopProxy() throws Exception {
        gate.open();
        proxy.close();
    }

    private void startBuild(JenkinsRule r, String label) throws Exception {
        PrefetchPipeline.on(label, proxy, cache)
                .job(r, "def done = goModPrefetch(retries: 3)\necho \"modules=${done.modules}\"")
                .scheduleBuild2(0)
                .waitForStart();
        gate.awaitArrival();
    }

    private static WorkflowRun build(JenkinsRule r) {
        return r.jenkins.getItemByFullName("p", WorkflowJob.class).getBuildByNumber(1);
    }

    @Test
    void startsAgainOnTheController() throws Throwable {
        sessions.then(r -> startBuild(r, "built-in"));
        sessions.then(r -> {
            gate.open();
            WorkflowRun b = r.assertBuildStatusSuccess(r.waitForCompletion(build(r)));
            r.assertLogContains(RESUMED, b);
            r.assertLogContains("modules=2", b);
        });
    }

    @Test
    void startsAgainOnAnAgentThatComesBack() throws Throwable {
        sessions.then(r -> {
            r.createOnlineSlave(Label.get("linux"));
            startBuild(r, "linux");
        });
        proxy.heal();
        sessions.then(r -> {
            WorkflowRun b = r.assertBuildStatusSuccess(r.waitForCompletion(build(r)));
            r.assertLogContains(RESUMED, b);
            r.assertLogContains("modules=2", b);
        });
    }

    @Test
    void canBeAbortedAfterwards() throws Throwable {
        sessions.then(r -> startBuild(r, "built-in"));
        sessions.then(r -> {
            WorkflowRun b = r.waitForMessage(RESUMED, build(r));
            b.doStop();
            r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(b));
        });
    }
}
