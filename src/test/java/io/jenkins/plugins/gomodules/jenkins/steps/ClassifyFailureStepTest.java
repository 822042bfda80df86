package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.model.Label;
import hudson.model.Result;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ClassifyFailureStepTest {
    private static WorkflowJob job(JenkinsRule r, String script) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class, "p");
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    @Test
    void findsTheCauseInAFileAndInAText(JenkinsRule r) throws Exception {
        r.createOnlineSlave(Label.get("agent"));
        WorkflowRun build = r.buildAndAssertSuccess(job(r, """
                        node('agent') {
                            writeFile file: 'sub/build.log', text: 'well\\nwrite /x: no space left on device\\n'
                            def file = classifyFailure(log: 'sub/build.log')
                            echo "file: ${file.size()} ${file[0].id} ${file[0].root} line ${file[0].evidence[0].line}"
                        }
                        def text = classifyFailure(text: 'go: example.com/x@v1.0.0: Get "https://proxy.example/x": dial tcp: lookup proxy.example: no such host')
                        echo "text: ${text[0].id} ${text[0].host}"
                        echo "nothing: ${classifyFailure(text: 'all is well').size()}"
                        """));
        r.assertLogContains("file: 1 disk-full true line 2", build);
        r.assertLogContains("text: dns-failure proxy.example", build);
        r.assertLogContains("nothing: 0", build);
    }

    @Test
    void readsFilesOfTheWorkspaceOnly(JenkinsRule r) throws Exception {
        WorkflowRun build = r.buildAndAssertStatus(Result.FAILURE, job(r, """
                        node {
                            for (String log : ['/etc/passwd', '../../x', 'none.log', '.']) {
                                try {
                                    classifyFailure(log: log)
                                    echo "read ${log}"
                                } catch (e) {
                                    echo "refused ${e.message}"
                                }
                            }
                        }
                        classifyFailure(log: 'x', text: 'y')
                        """));
        r.assertLogNotContains("read ", build);
        r.assertLogContains("\"/etc/passwd\" leads out of the workspace", build);
        r.assertLogContains("\"../../x\" leads out of the workspace", build);
        r.assertLogContains("there is no file none.log in ", build);
        r.assertLogContains("classifyFailure needs either log, a file in the workspace, or text.", build);
    }
}
