package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.model.Label;
import hudson.model.Result;
import io.jenkins.plugins.gomodules.testing.Tools;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A verification is stopped, or its controller restarts, while it reads go.mod, which a pipe keeps it from ending. */
class GoModVerifyStepInterruptionTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @TempDir
    private Path cache;

    @BeforeEach
    void requirePipes() {
        Tools.orSkip("mkfifo");
    }

    /** Starts a build. Returns the other end of the pipe, once the engine has the one. */
    private OutputStream startBuild(JenkinsRule r) throws Exception {
        r.createOnlineSlave(Label.get("linux"));
        WorkflowJob job = r.createProject(WorkflowJob.class, "p");
        job.setDefinition(new CpsFlowDefinition("""
                node('linux') {
                    sh '[ -e go.mod ] || mkfifo go.mod; pwd > "%s"'
                    echo 'here is the pipe'
                    withEnv(['GOENV=off', 'GOMODCACHE=%s']) {
                        echo "modules=${goModVerify().modules}"
                    }
                }
                """.formatted(place(), cache), true));
        job.scheduleBuild2(0).waitForStart();
        WorkflowRun b = build(r);
        r.waitForMessage("here is the pipe", b);
        return new FileOutputStream(goMod().toFile());
    }

    private Path place() {
        return cache.resolve("place");
    }

    private Path goMod() throws Exception {
        return Path.of(Files.readString(place()).strip(), "go.mod");
    }

    private static WorkflowRun build(JenkinsRule r) {
        return r.jenkins.getItemByFullName("p", WorkflowJob.class).getBuildByNumber(1);
    }

    @Test
    void anAbortEndsIt() throws Throwable {
        sessions.then(r -> {
            OutputStream pipe = startBuild(r);
            build(r).doStop();
            r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build(r)));
            pipe.close();
        });
    }

    @Test
    void startsAgainAfterARestart() throws Throwable {
        OutputStream[] pipe = new OutputStream[1];
        sessions.then(r -> pipe[0] = startBuild(r));
        Files.delete(goMod());
        Files.writeString(goMod(), "module example.test/main\n\ngo 1.21\n");
        pipe[0].close();
        sessions.then(r -> {
            WorkflowRun b = r.assertBuildStatusSuccess(r.waitForCompletion(build(r)));
            r.assertLogContains("goModVerify starts again after the restart of Jenkins.", b);
            r.assertLogContains("modules=0", b);
        });
    }
}
