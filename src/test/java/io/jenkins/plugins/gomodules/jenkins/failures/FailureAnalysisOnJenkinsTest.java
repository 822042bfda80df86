package io.jenkins.plugins.gomodules.jenkins.failures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.gomodules.jenkins.config.FailureAnalysisSettings;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesConfiguration;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Which steps of real Pipelines are asked. */
@WithJenkins
class FailureAnalysisOnJenkinsTest {
    private static final String DISK = "sh 'echo \"write /x: no space left on device\"; exit 1'";
    private static final String DNS =
            "sh 'echo \"go: a.example/b@v1.0.0: Get \\\"https://p.example/\\\": dial tcp: lookup p.example: no such host\"; exit 1'";

    private JenkinsRule r;

    @BeforeEach
    void readAllBuilds(JenkinsRule rule) {
        r = rule;
        FailureAnalysisSettings settings = new FailureAnalysisSettings();
        settings.setBuilds(FailureAnalysisSettings.ALL);
        GoModulesConfiguration.get().setFailureAnalysis(settings);
    }

    private WorkflowRun build(Result result, String script) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return r.buildAndAssertStatus(result, job);
    }

    private static List<String> found(Run<?, ?> build) throws Exception {
        return Analyses.of(build).getCauses().stream()
                .map(cause -> cause.getId() + " " + cause.getStep() + " [" + cause.getBranch() + "]")
                .toList();
    }

    @Test
    void eachBranchHasItsOwnCause() throws Exception {
        WorkflowRun build = build(
                Result.FAILURE,
                "node { stage('Build') { parallel a: { stage('in') { sh 'echo well'; " + DISK + " } }, b: { " + DNS
                        + " }, c: { sh 'echo fine' } } }");
        List<String> found = found(build);
        assertEquals(2, found.size(), found::toString);
        assertTrue(found.contains("disk-full sh [Build › a › in]"), found::toString);
        assertTrue(found.contains("dns-failure sh [Build › b]"), found::toString);
        for (FoundCause cause : Analyses.of(build).getCauses()) {
            for (EvidenceLine line : cause.getEvidence()) {
                String console = build.getLog(10_000).get((int) line.getConsoleLine() - 1);
                assertTrue(console.contains(line.getText()), () -> console + " / " + line.getText());
            }
        }
    }

    @Test
    void whatWasCaughtAndReplaced() throws Exception {
        assertEquals(
                List.of("disk-full sh []"),
                found(build(
                        Result.FAILURE,
                        "node { if (sh(returnStatus: true, script: 'echo write /x: no space left on device; exit 1')"
                                + " != 0) { sh 'echo tidy'; error 'it failed' } }")));
        assertEquals(
                List.of("disk-full sh []"),
                found(build(Result.FAILURE, "node { try { " + DISK + " } catch (e) { error 'it failed' } }")));
        assertEquals(
                List.of("dns-failure sh []"),
                found(build(
                        Result.FAILURE,
                        "int n = 0; node { retry(2) { n++; if (n == 1) { " + DISK + " } else { " + DNS + " } } }")));
        assertEquals(
                List.of("disk-full sh []"),
                found(build(Result.FAILURE, "node { catchError { " + DISK + " }\n sh 'echo more' }")));
        assertEquals(
                List.of("disk-full sh []"), found(build(Result.UNSTABLE, "node { warnError('w') { " + DISK + " } }")));
        assertEquals(
                List.of("disk-full sh []"),
                found(build(
                        Result.FAILURE,
                        "node { try { " + DISK + " } catch (e) { currentBuild.result = 'FAILURE' } }")));
    }

    @Test
    void anAbortedBranchIsNoCause() throws Exception {
        assertEquals(
                List.of("disk-full sh [a]"),
                found(build(
                        Result.FAILURE,
                        "node { parallel failFast: true, a: { sleep 3; " + DISK
                                + " }, b: { sh 'echo \"dial tcp: lookup p.example: no such host\"; sleep 60' } }")));
    }

    @Test
    void inABlockOfThePluginTheStepInItIsAsked() throws Exception {
        WorkflowRun build = build(
                Result.FAILURE,
                "node { withGoModules(goprivate: 'git.example/*') { sh 'echo \"go:"
                        + " git.example/lib@v1.0.0: reading https://proxy.golang.org/git.example/lib/@v/v1.0.0.mod: 404 Not"
                        + " Found\"; exit 1' } }");
        assertEquals(List.of("auth-masked sh []"), found(build));
    }

    @Test
    void aStepsOwnKnowledgeIsOnItsNode() throws Exception {
        WorkflowRun build = build(
                Result.FAILURE,
                "node { writeFile file: 'go.mod', text: 'module m.example\\n\\ngo 1.21\\n\\nrequire l.example/l v1.0.0\\n'\n"
                        + "goModPrefetch(goproxy: 'http://127.0.0.1:1', retries: 0, modCache: \"${env.WORKSPACE_TMP}/c\") }");
        assertEquals(List.of("connection-refused goModPrefetch []"), found(build));
        FoundCause root = Analyses.of(build).getRoot();
        assertTrue(root.isFirstHand());
        WarningAction warning = build.getExecution().getNode(root.getNodeId()).getPersistentAction(WarningAction.class);
        assertEquals(root.getTitle(), warning.getMessage());
    }

    @Test
    void whatEndedWellOrWasAbortedShowsNothing() throws Exception {
        assertNull(GoFailureAction.of(build(Result.SUCCESS, "node { sh 'echo write /x: no space left on device' }")));
        assertNull(GoFailureAction.of(build(
                Result.ABORTED,
                "node { timeout(time: 3, unit: 'SECONDS') { sh 'echo no space left on device; sleep 60' } }")));
        WorkflowRun unknown = build(Result.FAILURE, "node { sh 'echo odd; exit 3' }");
        assertEquals(List.of(), found(unknown));
        assertFalse(GoFailureAction.of(unknown).isFound());
    }

    @Test
    void aBuildThatIsDeletedMeanwhileStaysDeleted() throws Exception {
        WorkflowRun build = build(Result.FAILURE, "node { " + DISK + " }");
        Analyses.of(build);
        build.delete();
        assertTrue(new BuildAnalysis(build).run());
        assertFalse(build.getRootDir().exists());
        FailureAnalysisQueue.get().analyse(build);
    }
}
