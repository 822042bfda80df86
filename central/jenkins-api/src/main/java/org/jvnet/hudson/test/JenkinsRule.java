package org.jvnet.hudson.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import hudson.EnvVars;
import hudson.model.Job;
import hudson.model.Label;
import hudson.model.Node;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.Slave;
import hudson.model.TopLevelItem;
import hudson.security.SecurityRealm;
import hudson.slaves.DumbSlave;
import io.jenkins.standin.AgentLauncher;
import io.jenkins.standin.Build;
import io.jenkins.standin.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;

/** A Jenkins for a test. Nothing waits longer than three minutes, as in Jenkins' own harness. */
public class JenkinsRule {
    private static final long PATIENCE_MILLIS = 180_000;

    public Jenkins jenkins;
    private final boolean ownHome;
    private Home home;

    public JenkinsRule() {
        ownHome = true;
    }

    /** A session on a home that outlives it. */
    public JenkinsRule(Home home) {
        ownHome = false;
        this.home = home;
    }

    public void before() throws Throwable {
        if (ownHome) {
            home = new Home(createTmpDir());
        }
        jenkins = home.start();
    }

    public void after() throws Exception {
        // as Jenkins' harness does, before anything else: what runs on an agent loses it while Jenkins is still up
        for (Node agent : jenkins.getNodes()) {
            agent.toComputer().disconnect(null);
        }
        home.stop();
        if (ownHome) {
            home.delete();
        }
    }

    /** Whoever is named exists. */
    public static class DummySecurityRealm extends SecurityRealm {}

    public DummySecurityRealm createDummySecurityRealm() {
        return new DummySecurityRealm();
    }

    public File createTmpDir() throws IOException {
        return Files.createTempDirectory("jenkins-home").toRealPath().toFile();
    }

    public <T extends TopLevelItem> T createProject(Class<T> type, String name) throws IOException {
        return jenkins.createProject(type, name);
    }

    public DumbSlave createOnlineSlave() throws Exception {
        return createOnlineSlave(null);
    }

    public DumbSlave createOnlineSlave(Label l) throws Exception {
        return createOnlineSlave(l, null);
    }

    public DumbSlave createOnlineSlave(Label l, EnvVars env) throws Exception {
        DumbSlave agent = createSlave(l, env);
        waitOnline(agent);
        return agent;
    }

    public DumbSlave createSlave(Label l, EnvVars env) throws Exception {
        return createSlave("slave" + jenkins.getNodes().size(), l == null ? null : l.getName(), env);
    }

    public DumbSlave createSlave(String nodeName, String labels, EnvVars env) throws Exception {
        DumbSlave agent = new DumbSlave(
                nodeName,
                new File(jenkins.getRootDir(), "agent-work-dirs/" + nodeName).getPath(),
                new AgentLauncher(env == null ? new EnvVars() : env));
        agent.setLabelString(labels == null ? "" : labels);
        home.addAgent(agent);
        agent.toComputer().connect(false);
        return agent;
    }

    public void waitOnline(Slave s) throws Exception {
        s.toComputer().connect(false).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    public void disconnectSlave(DumbSlave s) throws Exception {
        s.toComputer().disconnect(null).get();
    }

    public <J extends Job<J, R>, R extends Run<J, R>> R buildAndAssertSuccess(J job) throws Exception {
        return buildAndAssertStatus(Result.SUCCESS, job);
    }

    @SuppressWarnings("unchecked")
    public <J extends Job<J, R>, R extends Run<J, R>> R buildAndAssertStatus(Result status, J job) throws Exception {
        return (R) assertBuildStatus(status, ((WorkflowJob) (Object) job).scheduleBuild2(0));
    }

    public <R extends Run<?, ?>> R assertBuildStatus(Result status, Future<? extends R> r) throws Exception {
        R run = r.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        return assertBuildStatus(status, run);
    }

    public <R extends Run<?, ?>> R assertBuildStatus(Result status, R r) throws Exception {
        assertEquals(
                status,
                r.getResult(),
                () -> "unexpected build status; build log was:\n------\n" + log(r) + "\n------\n");
        return r;
    }

    public <R extends Run<?, ?>> R assertBuildStatusSuccess(R r) throws Exception {
        return assertBuildStatus(Result.SUCCESS, r);
    }

    public <R extends Run<?, ?>> R assertBuildStatusSuccess(Future<? extends R> r) throws Exception {
        return assertBuildStatus(Result.SUCCESS, r);
    }

    public static String getLog(Run<?, ?> run) throws IOException {
        return run.getLog();
    }

    private static String log(Run<?, ?> run) {
        try {
            return getLog(run);
        } catch (IOException x) {
            return x.toString();
        }
    }

    public void assertLogContains(String substring, Run run) throws IOException {
        String log = run.getLog();
        assertTrue(log.contains(substring), () -> "expected: " + substring + "\nin the log:\n" + log);
    }

    public void assertLogNotContains(String substring, Run run) throws IOException {
        String log = run.getLog();
        assertFalse(log.contains(substring), () -> "not expected: " + substring + "\nin the log:\n" + log);
    }

    private Build build(Run<?, ?> r) {
        return home.job(r.getParent().getFullName()).builds().get(r.getNumber() - 1);
    }

    public <R extends Run<?, ?>> R waitForCompletion(R r) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        Build build = build(r);
        while (build.isUnfinished()) {
            if (System.nanoTime() > end) {
                fail("still running:\n" + log(r));
            }
            Thread.sleep(10);
        }
        return r;
    }

    public <R extends Run<?, ?>> R waitForMessage(String message, R r) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        Build build = build(r);
        while (!getLog(r).contains(message)) {
            if (!build.isUnfinished() || System.nanoTime() > end) {
                assertLogContains(message, r);
                return r;
            }
            Thread.sleep(10);
        }
        return r;
    }
}
