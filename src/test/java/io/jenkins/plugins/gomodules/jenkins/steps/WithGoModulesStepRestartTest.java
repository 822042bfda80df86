package io.jenkins.plugins.gomodules.jenkins.steps;

import static io.jenkins.plugins.gomodules.jenkins.steps.PrivateHosts.APP;
import static io.jenkins.plugins.gomodules.jenkins.steps.PrivateHosts.LIB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.FilePath;
import hudson.model.Label;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.Gate;
import io.jenkins.plugins.gomodules.testing.GoProxyTree;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** The controller restarts, the agent goes away, a person aborts: in the middle of a block with credentials. */
class WithGoModulesStepRestartTest {
    private static final ModuleFixture SLOW = ModuleFixture.module("example.test/slow", "v1.0.0")
            .file("slow.go", "package slow\n")
            .build();

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @TempDir
    private Path dir;

    @TempDir
    private Path home;

    private PrivateHosts hosts;
    private LoopbackProxy proxy;
    private Gate gate;

    @BeforeEach
    void startHosts() throws Exception {
        hosts = PrivateHosts.startOrSkip(dir);
        gate = new Gate();
        proxy = LoopbackProxy.start(SLOW);
        proxy.on(SLOW.url("zip")).answer(Fault.stallAfter(10, gate));
    }

    @AfterEach
    void stopHosts() {
        if (hosts != null) { // else the test is skipped
            gate.open();
            proxy.close();
            hosts.close();
        }
    }

    /** Starts a build that waits in the middle of a block for the gate, and uses both hosts afterwards. */
    private WorkflowRun startBuild(JenkinsRule r, String label) throws Exception {
        hosts.addCredentials();
        WorkflowJob job = hosts.job(
                r, home, label, """
                writeFile file: 'go.mod', text: '''module example.test/main

                go 1.21

                require example.test/slow v1.0.0
                '''
                writeFile file: 'go.sum', text: '''%s'''
                withGoModules(%s) {
                    sh 'echo "$SSH_AGENT_PID" > agent; cp agent first-agent; dirname "$NETRC" > place'
                    goModPrefetch(goproxy: '%s', goprivate: 'x.example', gosumdb: 'off')
                    sh 'git ls-remote https://%s'
                    sh 'git ls-remote https://%s'
                    sh 'echo "$SSH_AGENT_PID" > agent'
                }
                """.formatted(GoProxyTree.goSum(List.of(SLOW)), hosts.hosts(), proxy.url(), LIB, APP));
        WorkflowRun b = job.scheduleBuild2(0).waitForStart();
        gate.awaitArrival();
        return b;
    }

    private static WorkflowRun build(JenkinsRule r) {
        return r.jenkins.getItemByFullName("p0", WorkflowJob.class).getBuildByNumber(1);
    }

    private Path workspaceFile(Path root, String name) throws Exception {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().equals(name)
                            && file.getParent()
                                    .getParent()
                                    .getFileName()
                                    .toString()
                                    .equals("workspace"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private long agentOf(JenkinsRule r, String name) throws Exception {
        return Long.parseLong(
                Files.readString(workspaceFile(r.jenkins.getRootDir().toPath(), name))
                        .strip());
    }

    private Path placeOf(JenkinsRule r) throws Exception {
        return Path.of(Files.readString(workspaceFile(r.jenkins.getRootDir().toPath(), "place"))
                .strip());
    }

    /** It has been told to end; it may take its time. */
    private static void awaitEnd(long pid) throws Exception {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(30, TimeUnit.SECONDS);
        }
    }

    private void finishes(JenkinsRule r) throws Exception {
        gate.open();
        WorkflowRun b = r.assertBuildStatusSuccess(r.waitForCompletion(build(r)));
        awaitEnd(agentOf(r, "agent"));
        assertFalse(Files.exists(placeOf(r)));
        WithGoModulesStepTest.assertNowhere(r, b, hosts.secrets());
    }

    @Test
    void theBlockGoesOnAfterARestart() throws Throwable {
        sessions.then(r -> startBuild(r, "built-in"));
        sessions.then(r -> {
            assertEquals(
                    List.of(), SecretSearch.in(r.jenkins.getRootDir().toPath().resolve("jobs"), hosts.secrets()));
            finishes(r);
            assertEquals(agentOf(r, "first-agent"), agentOf(r, "agent"));
        });
    }

    @Test
    void aDeadAgentIsStartedAnewAfterARestart() throws Throwable {
        sessions.then(r -> {
            startBuild(r, "built-in");
            ProcessHandle agent = ProcessHandle.of(agentOf(r, "agent")).orElseThrow();
            agent.destroyForcibly();
            agent.onExit().join();
        });
        sessions.then(r -> {
            finishes(r);
            r.assertLogContains("they are made again", build(r));
            assertTrue(agentOf(r, "first-agent") != agentOf(r, "agent"));
        });
    }

    @Test
    void anAbortAfterARestartLeavesNothing() throws Throwable {
        sessions.then(r -> startBuild(r, "built-in"));
        sessions.then(r -> {
            WorkflowRun b = build(r);
            // The gate was reached before the restart already; an abort before the build goes on is lost.
            r.waitForMessage("goModPrefetch starts again after the restart", b);
            b.doStop();
            r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(b));
            awaitEnd(agentOf(r, "agent"));
            assertFalse(Files.exists(placeOf(r)));
        });
    }

    @Test
    void filesAreMadeAgainThatWereLostWithTheAgent() throws Throwable {
        sessions.then(r -> {
            r.createOnlineSlave(Label.get("linux"));
            startBuild(r, "linux");
            new FilePath(placeOf(r).toFile()).deleteRecursive();
        });
        sessions.then(this::finishes);
    }

    @Test
    @Timeout(120)
    void whatIsLeftOnALostAgentIsTakenAwayWhenItIsBack() throws Throwable {
        sessions.then(r -> {
            DumbSlave agent = r.createOnlineSlave(Label.get("linux"));
            WorkflowRun b = startBuild(r, "linux");
            Path place = placeOf(r);
            long keyAgent = agentOf(r, "agent");
            r.disconnectSlave(agent);
            b.doStop();
            r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(b));
            assertTrue(Files.exists(place));

            agent.toComputer().connect(true);
            r.waitOnline(agent);
            awaitEnd(keyAgent);
            while (Files.exists(place)) {
                Thread.onSpinWait();
            }
            WithGoModulesStepTest.assertNowhere(r, b, hosts.secrets());
        });
    }
}
