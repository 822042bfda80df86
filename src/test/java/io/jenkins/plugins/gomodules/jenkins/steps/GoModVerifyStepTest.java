package io.jenkins.plugins.gomodules.jenkins.steps;

import static io.jenkins.plugins.gomodules.jenkins.steps.PrefetchPipeline.HELLO;
import static io.jenkins.plugins.gomodules.jenkins.steps.PrefetchPipeline.WORLD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Label;
import hudson.model.Result;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class GoModVerifyStepTest {
    @TempDir
    private Path cache;

    private LoopbackProxy proxy;

    @BeforeEach
    void startProxy() throws Exception {
        proxy = LoopbackProxy.start(HELLO, WORLD);
    }

    @AfterEach
    void stopProxy() {
        proxy.close();
    }

    private PrefetchPipeline pipeline(String label) {
        return PrefetchPipeline.on(label, proxy, cache);
    }

    @Test
    void returnsWhatItChecked(JenkinsRule r) throws Exception {
        WorkflowRun b = r.buildAndAssertSuccess(pipeline("built-in").job(r, """
                        goModPrefetch()
                        def done = goModVerify(dir: '.')
                        echo "modules=${done.modules} verified=${done.verified} absent=${done.absent}"
                        echo "keys=${done.keySet().join(',')}"
                        """));
        r.assertLogContains("modules=2 verified=2 absent=0", b);
        r.assertLogContains("keys=modules,verified,database,recorded,absent,local,files,bytes,millis,modCache", b);
        r.assertLogContains("2 modules: 2 as go.sum lists them", b);
    }

    @Test
    void whatWasChangedOnTheAgentFailsByFile(JenkinsRule r) throws Exception {
        r.createOnlineSlave(Label.get("linux"));
        WorkflowRun b = r.buildAndAssertStatus(Result.FAILURE, pipeline("linux").job(r, """
                        goModPrefetch()
                        sh "chmod u+w '${env.GOMODCACHE}/example.test/hello@v1.0.0/hello.go'"
                        sh "echo '// more' >> '${env.GOMODCACHE}/example.test/hello@v1.0.0/hello.go'"
                        goModVerify()
                        """));
        r.assertLogContains("FAILED [cache-corrupt] example.test/hello@v1.0.0: the extracted files were changed", b);
        r.assertLogContains("  changed  \"hello.go\"", b);
        r.assertLogContains("ERROR: goModVerify: example.test/hello@v1.0.0: the extracted files were changed", b);
        r.assertLogNotContains("\tat ", b);
    }

    @Test
    void severalFailuresAreCountedAndNamed(JenkinsRule r) throws Exception {
        WorkflowRun b =
                r.buildAndAssertStatus(Result.FAILURE, pipeline("built-in").job(r, """
                        goModPrefetch()
                        sh "find '${env.GOMODCACHE}/cache' -name '*.zip' -exec truncate -s 50 {} +"
                        goModVerify(modCache: env.GOMODCACHE)
                        """));
        r.assertLogContains(
                "ERROR: goModVerify: 2 modules are not as they should be (example.test/hello@v1.0.0,"
                        + " example.test/world@v1.2.3).",
                b);
    }

    @Test
    void parameterWithoutMeaningIsNamed(JenkinsRule r) throws Exception {
        WorkflowRun b = r.buildAndAssertSuccess(pipeline("built-in").job(r, """
                        sh 'ln -s /etc link'
                        for (wrong in [[dir: 'a', dirs: ['b']], [dir: '..'], [dirs: ['.', 'link']]]) {
                            try { goModVerify(wrong) } catch (e) { echo "refused: ${e.message}" }
                        }
                        """));
        r.assertLogContains("refused: goModVerify: dir and dirs are both set", b);
        r.assertLogContains("refused: goModVerify: dir: \"..\" leads out of the workspace", b);
        r.assertLogContains("refused: goModVerify: dir: \"link\" leads out of the workspace", b);
    }

    @Test
    void argumentsComeBackAsTheyWent(JenkinsRule r) {
        DescribableModel<GoModVerifyStep> model = new DescribableModel<>(GoModVerifyStep.class);
        Map<String, Object> all = Map.of("dirs", List.of("api", "worker"), "modCache", "/var/cache/go", "sumdb", true);
        GoModVerifyStep step = model.instantiate(all);
        assertEquals(all, model.uninstantiate2(step).getArguments());
        assertEquals(
                "goModVerify dirs: ['api', 'worker'], modCache: '/var/cache/go', sumdb: true",
                Snippetizer.object2Groovy(step));
        assertEquals("goModVerify()", Snippetizer.object2Groovy(model.instantiate(Map.of("dir", " ", "modCache", ""))));
    }

    @Test
    void everyParameterHasAFieldAndHelp(JenkinsRule r) throws Exception {
        String form;
        try (InputStream in = GoModVerifyStep.class.getResourceAsStream("GoModVerifyStep/config.jelly")) {
            form = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertNotNull(GoModVerifyStep.class.getResource("GoModVerifyStep/help.html"));
        for (DescribableParameter p : new DescribableModel<>(GoModVerifyStep.class).getParameters()) {
            String help = "GoModVerifyStep/help-" + p.getName() + ".html";
            assertNotNull(GoModVerifyStep.class.getResource(help), help);
            assertTrue(form.contains("field=\"" + p.getName() + "\""), p.getName());
        }
    }
}
