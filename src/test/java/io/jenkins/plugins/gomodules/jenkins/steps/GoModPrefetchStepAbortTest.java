package io.jenkins.plugins.gomodules.jenkins.steps;

import static io.jenkins.plugins.gomodules.jenkins.steps.PrefetchPipeline.HELLO;
import static io.jenkins.plugins.gomodules.jenkins.steps.PrefetchPipeline.WORLD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Label;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.Gate;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What stops a prefetch in its middle: a person, a time limit, a lost agent. */
@WithJenkins
class GoModPrefetchStepAbortTest {
    /** The engine ends within two seconds; the rest is what a slow machine may take on top. */
    private static final Duration AT_ONCE = Duration.ofSeconds(8);

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

    private WorkflowJob job(JenkinsRule r, String label, String statements) throws Exception {
        return PrefetchPipeline.on(label, proxy, cache).job(r, statements);
    }

    @Test
    void abortedBuildEndsAtOnceAndLeavesNoThread(JenkinsRule r) throws Exception {
        WorkflowRun b = job(r, "built-in", "goModPrefetch()").scheduleBuild2(0).waitForStart();
        gate.awaitArrival();
        long start = System.nanoTime();
        b.doStop();
        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(b));
        assertTrue(System.nanoTime() - start < AT_ONCE.toNanos());
        assertEquals(List.of(), threadsOfTheEngine());
    }

    @Test
    void theNextBuildSucceeds(JenkinsRule r) throws Exception {
        r.createOnlineSlave(Label.get("linux"));
        WorkflowJob job = job(r, "linux", "echo \"modules=${goModPrefetch().modules}\"");
        WorkflowRun aborted = job.scheduleBuild2(0).waitForStart();
        gate.awaitArrival();
        aborted.doStop();
        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(aborted));

        proxy.heal();
        WorkflowRun b = r.buildAndAssertSuccess(job);
        r.assertLogContains("modules=2", b);
    }

    @Test
    void timeLimitOfThePipelineHolds(JenkinsRule r) throws Exception {
        WorkflowRun b = r.buildAndAssertStatus(
                Result.ABORTED, job(r, "built-in", "timeout(time: 1, unit: 'SECONDS') { goModPrefetch() }"));
        r.assertLogContains("Cancelling nested steps due to timeout", b);
        assertEquals(List.of(), threadsOfTheEngine());
    }

    @Test
    void timeLimitOfTheStepHolds(JenkinsRule r) throws Exception {
        WorkflowRun b = r.buildAndAssertStatus(Result.FAILURE, job(r, "built-in", "goModPrefetch(timeout: 1)"));
        r.assertLogContains("ERROR: goModPrefetch: ", b);
        assertEquals(List.of(), threadsOfTheEngine());
    }

    @Test
    void aLostAgentThatStaysAwayFailsTheStep(JenkinsRule r) throws Exception {
        System.setProperty(GoModPrefetchStepExecution.RECONNECT_SECONDS, "1");
        try {
            DumbSlave agent = r.createOnlineSlave(Label.get("linux"));
            WorkflowRun b = job(r, "linux", "goModPrefetch()").scheduleBuild2(0).waitForStart();
            gate.awaitArrival();
            r.disconnectSlave(agent);
            r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(b));
            r.assertLogContains("The connection to agent " + agent.getNodeName() + " was lost.", b);
            r.assertLogContains("ERROR: goModPrefetch: the agent was not back within 1 seconds.", b);
            r.assertLogNotContains("\tat ", b);
        } finally {
            System.clearProperty(GoModPrefetchStepExecution.RECONNECT_SECONDS);
        }
    }

    @Test
    void aLostAgentThatComesBackGoesOn(JenkinsRule r) throws Exception {
        DumbSlave agent = r.createOnlineSlave(Label.get("linux"));
        WorkflowRun b = job(r, "linux", "echo \"modules=${goModPrefetch().modules}\"")
                .scheduleBuild2(0)
                .waitForStart();
        gate.awaitArrival();
        r.disconnectSlave(agent);
        r.waitForMessage("goModPrefetch starts again when it is back", b);
        proxy.heal();
        agent.toComputer().connect(true);
        r.assertBuildStatusSuccess(r.waitForCompletion(b));
        r.assertLogContains("modules=2", b);
    }

    @Test
    void waitingForALostAgentCanBeAborted(JenkinsRule r) throws Exception {
        DumbSlave agent = r.createOnlineSlave(Label.get("linux"));
        WorkflowRun b = job(r, "linux", "goModPrefetch()").scheduleBuild2(0).waitForStart();
        gate.awaitArrival();
        r.disconnectSlave(agent);
        r.waitForMessage("goModPrefetch starts again when it is back", b);
        b.doStop();
        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(b));
    }

    private static List<String> threadsOfTheEngine() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> Stream.of(entry.getValue())
                        .anyMatch(
                                frame -> frame.getClassName().matches(".*\\.gomodules\\.(prefetch|goproxy|http)\\..*")))
                .map(Map.Entry::getKey)
                .map(Thread::getName)
                .toList();
    }
}
