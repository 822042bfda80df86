package io.jenkins.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.Proc;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.remoting.RequestAbortedException;
import hudson.slaves.DumbSlave;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import jenkins.security.MasterToSlaveCallable;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Who is told what when builds end and agents come and go. */
@WithJenkins
class ListenersTest {
    @BeforeEach
    void forget() {
        Witness.EVENTS.clear();
    }

    private static final class Halt extends MasterToSlaveCallable<Void, RuntimeException> {
        private static final long serialVersionUID = 1L;

        @Override
        public Void call() {
            Runtime.getRuntime().halt(1);
            return null;
        }
    }

    @Test
    void aBuild(JenkinsRule r) throws Exception {
        Witness.EVENTS.clear();
        WorkflowJob job = r.createProject(WorkflowJob.class, "watched");
        job.setDefinition(new CpsFlowDefinition("echo 'hello'", true));
        WorkflowRun b = r.buildAndAssertSuccess(job);
        assertEquals(
                List.of("watched #1 started", "watched #1 completed SUCCESS false", "watched #1 finalized false"),
                Witness.EVENTS);
        r.assertLogContains("[Pipeline] End of Pipeline\nlooked at\nFinished: SUCCESS\n", b);
        assertEquals(b, Run.fromExternalizableId(b.getExternalizableId()));
        assertNull(Run.fromExternalizableId("watched#2"));
        assertNull(Run.fromExternalizableId("q#1"));
        assertThrows(IllegalArgumentException.class, () -> Run.fromExternalizableId("p"));
    }

    @Test
    void anAgentThatIsKilled(JenkinsRule r) throws Exception {
        DumbSlave agent = r.createOnlineSlave();
        Proc sleep = agent.createLauncher(TaskListener.NULL)
                .launch()
                .cmds("sleep", "30")
                .start();
        CompletableFuture<Integer> end = CompletableFuture.supplyAsync(() -> {
            try {
                return sleep.join();
            } catch (IOException x) {
                throw new UncheckedIOException(x);
            } catch (InterruptedException x) {
                throw new IllegalStateException(x);
            }
        });
        assertThrows(RequestAbortedException.class, () -> agent.getChannel().call(new Halt()));
        ExecutionException x = assertThrows(ExecutionException.class, () -> end.get(60, TimeUnit.SECONDS));
        // unchecked if the call was under way, checked if the channel was closed before it
        assertTrue(
                x.getCause() instanceof RequestAbortedException || x.getCause() instanceof UncheckedIOException,
                x.toString());
        while (!Witness.EVENTS.contains("slave0 offline")) {
            Thread.onSpinWait();
        }
        List<String> events = new CopyOnWriteArrayList<>(Witness.EVENTS);
        events.removeIf(event -> event.startsWith(" "));
        assertEquals(List.of("slave0 connects", "slave0 online", "slave0 offline"), events);
    }

    @Test
    void stepsUnderWay(JenkinsRule r) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class, "p");
        job.setDefinition(new CpsFlowDefinition("disguise('x') { hold() }", true));
        WorkflowRun b = job.scheduleBuild2(0).waitForStart();
        r.waitForMessage("[Pipeline] hold", b);
        List<StepExecution> blocks = new CopyOnWriteArrayList<>();
        while (blocks.isEmpty()) {
            StepExecution.acceptAll(DisguiseStep.Execution.class, blocks::add).get();
        }
        assertEquals(1, blocks.size());
        b.doStop();
        r.waitForCompletion(b);
        blocks.clear();
        StepExecution.acceptAll(blocks::add).get();
        assertEquals(List.of(), blocks);
    }
}
