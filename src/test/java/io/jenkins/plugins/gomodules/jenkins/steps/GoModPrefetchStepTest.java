package io.jenkins.plugins.gomodules.jenkins.steps;

import static io.jenkins.plugins.gomodules.jenkins.steps.PrefetchPipeline.HELLO;
import static io.jenkins.plugins.gomodules.jenkins.steps.PrefetchPipeline.WORLD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.FilePath;
import hudson.model.Result;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class GoModPrefetchStepTest {
    @TempDir
    private Path cache;

    private LoopbackProxy proxy;

    @BeforeEach
    void startProxy() throws Exception {
        proxy = LoopbackProxy.start(HELLO, WORLD);
    }

    @AfterEach
    void stopProxy() throws Exception {
        proxy.close();
    }

    private PrefetchPipeline pipeline() {
        return PrefetchPipeline.on("built-in", proxy, cache);
    }

    @Test
    void fillsTheCacheAndReturnsWhatItDid(JenkinsRule r) throws Exception {
        WorkflowRun b = r.buildAndAssertSuccess(pipeline().job(r, """
                        def done = goModPrefetch(dir: '.', engine: 'native')
                        echo "modules=${done.modules} downloaded=${done.downloaded} verified=${done.verified}"
                        echo "keys=${done.keySet().join(',')}"
                        """));
        r.assertLogContains("modules=2 downloaded=2 verified=2", b);
        r.assertLogContains(
                "keys=modules,downloaded,cached,bytes,millis,requests,verified,skipped,verifiedBy,goproxy,offlineProxy",
                b);
        assertTrue(Files.isRegularFile(cache.resolve("cache/download/example.test/hello/@v/v1.0.0.zip")));
        assertTrue(Files.isRegularFile(cache.resolve("example.test/world@v1.2.3/world.go")));
    }

    @Test
    void secondRunFindsEverythingInTheCache(JenkinsRule r) throws Exception {
        WorkflowRun b = r.buildAndAssertSuccess(
                pipeline().job(r, "goModPrefetch(); echo \"cached=${goModPrefetch().cached}\""));
        r.assertLogContains("cached=2", b);
        assertEquals(1, proxy.count(HELLO.url("zip")));
    }

    @Test
    void stepParametersOverrideTheEnvironment(JenkinsRule r) throws Exception {
        WorkflowRun b = r.buildAndAssertSuccess(PrefetchPipeline.offline(cache.resolve("unused"))
                .job(r, "goModPrefetch(goproxy: '" + proxy.url() + "', modCache: '" + cache + "', extract: false)"));
        r.assertLogContains("step parameter", b);
        assertTrue(Files.isRegularFile(cache.resolve("cache/download/example.test/hello/@v/v1.0.0.zip")));
        assertFalse(Files.exists(cache.resolve("example.test/hello@v1.0.0")));
        assertFalse(Files.exists(cache.resolve("unused")));
    }

    @Test
    void severalDirectoriesShareOneRun(JenkinsRule r) throws Exception {
        WorkflowRun b = r.buildAndAssertSuccess(pipeline().job(r, """
                        writeFile file: 'tool/go.mod', text: 'module example.test/tool\\n\\ngo 1.21\\n'
                        echo "modules=${goModPrefetch(dirs: ['.', 'tool']).modules}"
                        """));
        r.assertLogContains("modules=2", b);
    }

    @Test
    void laysOutAnOfflineProxyInTheWorkspace(JenkinsRule r) throws Exception {
        WorkflowJob job = pipeline().job(r, "goModPrefetch(offlineProxy: 'deps')");
        r.buildAndAssertSuccess(job);
        FilePath deps = r.jenkins.getWorkspaceFor(job).child("deps");
        assertTrue(deps.child("example.test/hello/@v/v1.0.0.zip").exists());
    }

    @Test
    void failureIsOneSentenceThatNamesTheModule(JenkinsRule r) throws Exception {
        proxy.remove(WORLD.url("zip")).remove(WORLD.url("mod")).remove(WORLD.url("info"));
        WorkflowRun b = r.buildAndAssertStatus(Result.FAILURE, pipeline().job(r, "goModPrefetch()"));
        r.assertLogContains("ERROR: goModPrefetch: ", b);
        r.assertLogContains("example.test/world@v1.2.3", b);
        r.assertLogNotContains("\tat ", b);
    }

    @Test
    void severalFailuresAreCountedAndNamed(JenkinsRule r) throws Exception {
        proxy.on("*.zip").answer(Fault.status(403));
        WorkflowRun b = r.buildAndAssertStatus(Result.FAILURE, pipeline().job(r, "goModPrefetch(retries: 0)"));
        r.assertLogContains("ERROR: goModPrefetch: 2 modules could not be had", b);
    }

    @Test
    void whatDiffersFromGoSumFailsAndLeavesNothing(JenkinsRule r) throws Exception {
        String tampered = HELLO.goSumLines().replaceAll("(v1.0.0 h1:)....", "$1AAAA") + WORLD.goSumLines();
        WorkflowRun b = r.buildAndAssertStatus(
                Result.FAILURE, pipeline().goSum(tampered).job(r, "goModPrefetch(verify: 'off')"));
        r.assertLogContains("FAILED [checksum-mismatch] example.test/hello@v1.0.0", b);
        assertFalse(Files.exists(cache.resolve("example.test/hello@v1.0.0")));
        assertFalse(Files.exists(cache.resolve("cache/download/example.test/hello/@v/v1.0.0.zip")));
    }

    @Test
    void failureCanBeCaughtByTheScript(JenkinsRule r) throws Exception {
        WorkflowRun b = r.buildAndAssertSuccess(PrefetchPipeline.offline(cache)
                .job(r, "try { goModPrefetch() } catch (e) { echo \"caught ${e.class.simpleName}\" }"));
        r.assertLogContains("caught AbortException", b);
    }

    @Test
    void parameterWithoutMeaningIsNamed(JenkinsRule r) throws Exception {
        WorkflowRun b = r.buildAndAssertSuccess(pipeline().job(r, """
                        for (wrong in [[engine: 'fast'], [verify: 'maybe'], [parallelism: -1], [retries: 99],
                                       [timeout: -5], [dir: 'a', dirs: ['b']]]) {
                            try { goModPrefetch(wrong) } catch (e) { echo "refused: ${e.message}" }
                        }
                        """));
        r.assertLogContains("refused: goModPrefetch: engine: \"fast\" is not one of auto, native, go", b);
        r.assertLogContains("refused: goModPrefetch: verify: \"maybe\" is not one of strict, go, off", b);
        r.assertLogContains("refused: goModPrefetch: parallelism: -1 is out of range", b);
        r.assertLogContains("refused: goModPrefetch: retries: 99 is out of range", b);
        r.assertLogContains("refused: goModPrefetch: timeout: -5 is out of range", b);
        r.assertLogContains("refused: goModPrefetch: dir and dirs are both set", b);
        assertEquals(0, proxy.requests().size());
    }

    @Test
    void pathsStayInTheWorkspace(JenkinsRule r) throws Exception {
        WorkflowRun b = r.buildAndAssertSuccess(pipeline().job(r, """
                        sh 'ln -s /etc link; mkdir sub'
                        for (out in [[dir: '..'], [dir: '/etc'], [dirs: ['.', 'link']], [offlineProxy: '../deps'],
                                     [offlineProxy: 'link/deps']]) {
                            try { goModPrefetch(out) } catch (e) { echo "refused: ${e.message}" }
                        }
                        dir('sub') { goModPrefetch(dir: '..', offlineProxy: '../deps') }
                        """));
        r.assertLogContains("refused: goModPrefetch: dir: \"..\" leads out of the workspace", b);
        r.assertLogContains("refused: goModPrefetch: dir: \"/etc\" leads out of the workspace", b);
        r.assertLogContains("refused: goModPrefetch: dir: \"link\" leads out of the workspace", b);
        r.assertLogContains("refused: goModPrefetch: offlineProxy: \"../deps\" leads out of the workspace", b);
        r.assertLogContains("refused: goModPrefetch: offlineProxy: \"link/deps\" leads out of the workspace", b);
    }

    @Test
    void missingProjectIsSaidClearly(JenkinsRule r) throws Exception {
        WorkflowRun b = r.buildAndAssertStatus(Result.FAILURE, pipeline().job(r, "goModPrefetch(dir: 'nowhere')"));
        r.assertLogContains("FAILED [", b);
        r.assertLogNotContains("\tat ", b);
    }
}
