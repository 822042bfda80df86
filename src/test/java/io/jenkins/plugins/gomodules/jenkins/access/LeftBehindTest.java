package io.jenkins.plugins.gomodules.jenkins.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.FilePath;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.gomodules.testing.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class LeftBehindTest {
    @TempDir
    private Path dir;

    private static List<String> free() {
        return LeftBehind.get().free("").stream().map(entry -> entry.directory).toList();
    }

    /** A user who ends one build by force must not take the files of another build away, which he cannot see. */
    @Test
    void whatABuildNeedsIsNotFreeForThoseWhoCannotSeeTheBuild(JenkinsRule r) throws Exception {
        Path fifo = dir.resolve("fifo");
        Tools.run(dir, List.of(Tools.orSkip("mkfifo").toString(), fifo.toString()));
        WorkflowJob job = r.createProject(WorkflowJob.class, "p");
        job.setDefinition(new CpsFlowDefinition("node { sh 'cat " + fifo + "' }", true));
        r.jenkins.setSecurityRealm(r.createDummySecurityRealm());
        r.jenkins.setAuthorizationStrategy(
                new MockAuthorizationStrategy().grant(Jenkins.READ).everywhere().to("stranger"));
        WorkflowRun b = job.scheduleBuild2(0).waitForStart();
        FilePath workspace = r.jenkins.getRootPath().child("somewhere");
        AgentAccess access = AgentAccess.plan(b, workspace);
        LeftBehind.get().remember(access);
        try (ACLContext stranger = ACL.as(User.getById("stranger", true))) {
            assertTrue(stranger != null && r.jenkins.getItemByFullName("p", WorkflowJob.class) == null);
            assertEquals(List.of(), free());
        } finally {
            Files.writeString(fifo, "go on\n");
        }
        r.assertBuildStatusSuccess(r.waitForCompletion(b));
    }
}
