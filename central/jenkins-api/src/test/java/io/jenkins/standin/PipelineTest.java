package io.jenkins.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hudson.model.Label;
import hudson.model.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The runner plays Pipeline as Jenkins does. */
@WithJenkins
class PipelineTest {
    private static WorkflowRun run(JenkinsRule r, String script) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class, "p");
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job.scheduleBuild2(0).get();
    }

    private static String text(String file) throws IOException {
        try (InputStream in = PipelineTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * The consoles are those of Jenkins 2.528.2, but for who started the build and an internal step.
     */
    @ParameterizedTest
    @ValueSource(strings = {"scripted", "declarative", "parallel", "uncaught"})
    void consoleIsThatOfJenkins(String name, JenkinsRule r) throws Exception {
        WorkflowRun b = run(r, text(name + ".jenkinsfile"));
        String home = r.jenkins.getRootDir().getPath();
        assertEquals(text(name + ".console"), JenkinsRule.getLog(b).replace(home, "HOME"));
    }

    @Test
    void aTimeLimitEndsAShell(JenkinsRule r) throws Exception {
        WorkflowRun b = run(r, "timeout(time: 1, unit: 'SECONDS') { node { sh 'sleep 60' } }");
        r.assertBuildStatus(Result.ABORTED, b);
        r.assertLogContains("Timeout set to expire in 1 sec\n", b);
        r.assertLogContains("Cancelling nested steps due to timeout\n", b);
        r.assertLogContains("Timeout has been exceeded\nFinished: ABORTED\n", b);
    }

    @Test
    void branchesRunAtOnce(JenkinsRule r) throws Exception {
        WorkflowRun b = run(r, """
                parallel waits: {
                    timeout(time: 1, unit: 'MINUTES') {
                        node { sh 'until [ -e ../go ]; do sleep 0.05; done' }
                    }
                }, goes: {
                    node { sh 'touch ../go' }
                }
                """);
        r.assertBuildStatus(Result.SUCCESS, b);
    }

    @Test
    void failFastEndsTheOtherBranch(JenkinsRule r) throws Exception {
        WorkflowRun b = run(r, "parallel failFast: true, slow: { node { sh 'sleep 60' } }, bad: { error 'bad' }");
        r.assertBuildStatus(Result.FAILURE, b);
        r.assertLogContains("Failed in branch bad", b);
    }

    @Test
    void anAgentIsAnotherProcess(JenkinsRule r) throws Exception {
        r.createOnlineSlave(Label.get("linux"), new hudson.EnvVars("FLAVOUR", "sweet"));
        WorkflowRun b =
                run(r, "node('linux') { sh 'echo $FLAVOUR $NODE_NAME $PPID' }\nnode('built-in') { sh 'echo $PPID' }");
        r.assertBuildStatus(Result.SUCCESS, b);
        r.assertLogContains("sweet slave0 ", b);
        r.assertLogNotContains("sweet slave0 " + ProcessHandle.current().pid() + "\n", b);
    }

    @Test
    void anAbortEndsAShell(JenkinsRule r) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class, "p");
        job.setDefinition(new CpsFlowDefinition("node { sh 'echo begun; sleep 60' }", true));
        WorkflowRun b = job.scheduleBuild2(0).waitForStart();
        r.waitForMessage("begun", b);
        b.doStop();
        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(b));
        r.assertLogContains("Aborted by anonymous", b);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noSuchStep 1", "echo()", "sh 'true'", "goModPrefetch 'x'"})
    void aMistakeFailsTheBuild(String script, JenkinsRule r) throws Exception {
        r.assertBuildStatus(Result.FAILURE, run(r, script));
    }
}
