package io.jenkins.standin;

import hudson.model.Label;
import hudson.model.Result;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What a block step gives to its body reaches everything in there. */
class BlockTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private static WorkflowJob job(JenkinsRule r, String script) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class, "p");
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    @WithJenkins
    @ParameterizedTest
    @ValueSource(strings = {"built-in", "linux"})
    void theFilterSeesAllOutput(String node, JenkinsRule r) throws Exception {
        r.createOnlineSlave(Label.get("linux"));
        WorkflowRun b = r.buildAndAssertSuccess(job(
                r,
                "node('" + node
                        + "') { disguise('xyzzy') { echo 'xyzzy echo'\n sh 'echo $SECRET 1; printf \"$SECRET 2\"'\n"
                        + "catchError(buildResult: 'SUCCESS') { error 'xyzzy caught' } } \n echo 'xyzzy after' }"));
        for (String line : new String[] {"(hidden) echo", "(hidden) 1", "(hidden) 2", "ERROR: (hidden) caught"}) {
            r.assertLogContains(line + "\n", b);
        }
        r.assertLogContains("after the block, first session\n", b);
        r.assertLogContains("xyzzy after\n", b);
        r.assertLogNotContains("xyzzy 1", b);
    }

    @WithJenkins
    @ParameterizedTest
    @ValueSource(
            strings = {"error 'no xyzzy'", "throw new Exception('no xyzzy')", "disguise('plugh') { error 'no xyzzy' }"})
    void theFailureHandlerSeesAllFailures(String body, JenkinsRule r) throws Exception {
        WorkflowRun b = r.buildAndAssertStatus(Result.FAILURE, job(r, "disguise('xyzzy') { " + body + " }"));
        r.assertLogContains("no (hidden)", b);
        r.assertLogNotContains("xyzzy", b);
    }

    @Test
    void whatTheBlockGaveIsStillItsStepsAfterARestart() throws Throwable {
        sessions.then(r -> {
            WorkflowRun b = job(
                            r,
                            "disguise('xyzzy') { node { sh 'echo in $SESSION' }\n hold()\n node { sh 'echo in $SESSION $SECRET' } }")
                    .scheduleBuild2(0)
                    .waitForStart();
            r.waitForMessage("[Pipeline] hold", b);
        });
        sessions.then(r -> {
            WorkflowRun b = r.jenkins.getItemByFullName("p", WorkflowJob.class).getBuildByNumber(1);
            r.assertBuildStatusSuccess(r.waitForCompletion(b));
            r.assertLogContains("in first session\n", b);
            r.assertLogContains("in second session (hidden)\n", b);
            r.assertLogContains("after the block, second session\n", b);
        });
    }
}
