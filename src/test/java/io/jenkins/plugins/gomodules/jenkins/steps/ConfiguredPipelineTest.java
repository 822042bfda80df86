package io.jenkins.plugins.gomodules.jenkins.steps;

import static io.jenkins.plugins.gomodules.jenkins.steps.PrefetchPipeline.HELLO;
import static io.jenkins.plugins.gomodules.jenkins.steps.PrefetchPipeline.WORLD;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.ProxyConfiguration;
import hudson.model.Label;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesConfiguration;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesFolderProperty;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesJobProperty;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesNodeProperty;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesSettings;
import io.jenkins.plugins.gomodules.jenkins.config.GoProxy;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.LoopbackForwardProxy;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Steps that say nothing, where administrators have. */
@WithJenkins
class ConfiguredPipelineTest {
    private static final String PASSWORD = "pr0xy-pass+word";

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

    private static GoModulesSettings chain(String... urls) {
        GoModulesSettings settings = new GoModulesSettings();
        settings.setProxies(Arrays.stream(urls)
                .map(url -> {
                    GoProxy entry = new GoProxy(url);
                    entry.setNext(GoProxy.ANY_ERROR);
                    return entry;
                })
                .toList());
        return settings;
    }

    private WorkflowJob onAgent(JenkinsRule r, String statements) throws Exception {
        r.createOnlineSlave(Label.get("linux"));
        return PrefetchPipeline.bare("linux", cache).job(r, statements);
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString(("ci:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aBareStepUsesTheChainOfJenkinsOnAnAgent(JenkinsRule r) throws Exception {
        GoModulesSettings settings = chain("http://127.0.0.1:1", proxy.url());
        settings.setRetries(0);
        settings.setGoprivate("private.example");
        GoModulesConfiguration.get().setSettings(settings);
        WorkflowRun b = r.buildAndAssertSuccess(onAgent(r, "echo \"modules=${goModPrefetch().modules}\""));
        r.assertLogContains("modules=2", b);
        r.assertLogContains("http://127.0.0.1:1|" + proxy.url() + "  (global configuration)", b);
        r.assertLogContains("private.example  (global configuration)", b);
        r.assertLogContains("  retries      0  (global configuration)", b);
        r.assertLogContains(cache + "  (Pipeline)", b);
    }

    @Test
    void aFolderWinsOverJenkinsAndAJobOverItsFolder(JenkinsRule r) throws Exception {
        GoModulesSettings nowhere = chain("off");
        nowhere.setGonosumdb("of.jenkins");
        GoModulesConfiguration.get().setSettings(nowhere);
        GoModulesSettings ofFolder = chain(proxy.url());
        ofFolder.setGoprivate("of.folder");
        Folder team = r.createProject(Folder.class, "team");
        GoModulesFolderProperty property = new GoModulesFolderProperty();
        property.setSettings(ofFolder);
        team.addProperty(property);
        WorkflowJob job = team.createProject(WorkflowJob.class, "app");
        GoModulesJobProperty ofJob = new GoModulesJobProperty();
        ofJob.setGoprivate("of.job");
        job.addProperty(ofJob);
        PrefetchPipeline.bare("built-in", cache).define(job, "goModPrefetch()");
        WorkflowRun b = r.buildAndAssertSuccess(job);
        r.assertLogContains(proxy.url() + "  (folder team)", b);
        r.assertLogContains("of.job  (job team/app)", b);
        r.assertLogContains("of.jenkins  (global configuration)", b);
    }

    @Test
    void whatIsLockedIsRefusedInAStepAndIgnoredInAPipeline(JenkinsRule r) throws Exception {
        GoModulesConfiguration.get().setSettings(chain(proxy.url()));
        GoModulesConfiguration.get().setAllowedOverrides(List.of("retries"));
        WorkflowRun b = r.buildAndAssertStatus(Result.FAILURE, onAgent(r, """
                        withEnv(['GOPROXY=off']) { goModPrefetch() }
                        goModPrefetch(goproxy: 'off')
                        """));
        r.assertLogContains("WARNING: GOPROXY (Pipeline) is ignored", b);
        r.assertLogContains(proxy.url() + "  (global configuration)", b);
        r.assertLogContains("ERROR: goModPrefetch: goproxy: an administrator has locked this setting", b);
    }

    @Test
    void theModuleCacheOfTheAgentIsUsed(JenkinsRule r) throws Exception {
        GoModulesConfiguration.get().setSettings(chain(proxy.url()));
        DumbSlave agent = r.createOnlineSlave(Label.get("linux"));
        agent.getNodeProperties()
                .add(new GoModulesNodeProperty(cache.resolve("own").toString()));
        WorkflowJob job = r.createProject(WorkflowJob.class, "p");
        PrefetchPipeline.bare("linux", Path.of("")).define(job, "goModPrefetch(); goModVerify()");
        WorkflowRun b = r.buildAndAssertSuccess(job);
        r.assertLogContains(cache.resolve("own") + "  (agent " + agent.getNodeName() + ")", b);
        assertFalse(Files.exists(cache.resolve("cache")));
    }

    @Test
    void aBlockExportsWhatIsConfigured(JenkinsRule r) throws Exception {
        GoModulesSettings settings = chain(proxy.url());
        settings.setGoprivate("private.example");
        settings.setGovcs("*:git");
        GoModulesConfiguration.get().setSettings(settings);
        WorkflowRun b = r.buildAndAssertSuccess(onAgent(
                r,
                "withGoModules(gonosumdb: 'x.example') { sh 'echo \"got $GOPROXY $GOVCS $GONOSUMDB\"'"
                        + "; goModPrefetch() }"));
        r.assertLogContains("got " + proxy.url() + " *:git x.example", b);
        r.assertLogContains("x.example  (Pipeline)", b);
    }

    @Test
    void theLoginOfAProxyGoesThereAndShowsNowhere(JenkinsRule r) throws Exception {
        proxy.on("*").answer(Fault.unauthorizedUnless(basic()));
        PrivateHosts.add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "login", "", "ci", PASSWORD));
        GoModulesSettings settings = chain(proxy.url());
        settings.getProxies().get(0).setCredentialsId("login");
        GoModulesConfiguration.get().setSettings(settings);
        WorkflowRun b = r.buildAndAssertSuccess(onAgent(r, "goModPrefetch()"));
        r.assertLogNotContains(" over HTTPS with ", b);
        r.assertLogContains(proxy.hostPort() + " over https  (global configuration)", b);
        WithGoModulesStepTest.assertNowhere(r, b, List.of(PASSWORD, basic()));
    }

    @Test
    void aHostForEverybodyThatABuildMayNotUseIsLeftOut(JenkinsRule r) throws Exception {
        GoModulesSettings settings = chain(proxy.url());
        GoHost host = new GoHost("git.example");
        host.setCredentialsId("of-others");
        settings.setHosts(List.of(new GoHost("open.example"), host));
        GoModulesConfiguration.get().setSettings(settings);
        WorkflowJob job = onAgent(r, "goModPrefetch(); withGoModules { }; goModPrefetch(credentials: ['of-others'])");
        WorkflowRun b = r.buildAndAssertStatus(Result.FAILURE, job);
        r.assertLogContains("The host git.example (global configuration) is left out: There is no credential", b);
        r.assertLogContains("2 modules: 2 fetched", b);
        r.assertLogContains("ERROR: goModPrefetch: There is no credential \"of-others\"", b);
    }

    @Test
    void aHostForEverybodyThatTheAgentCannotHaveIsLeftOut(JenkinsRule r) throws Exception {
        GoModulesSettings settings = chain(proxy.url());
        PrivateHosts.add(PrivateHosts.key("k", "this is no key", null));
        GoHost host = new GoHost("ssh.example");
        host.setCredentialsId("k");
        settings.setHosts(List.of(host));
        GoModulesConfiguration.get().setSettings(settings);
        WorkflowRun b =
                r.buildAndAssertSuccess(onAgent(r, "goModPrefetch(); withGoModules { sh 'echo in the block' }"));
        r.assertLogContains("WARNING: Hosts that are not named by the step itself are left out", b);
        r.assertLogContains("2 modules: 2 fetched", b);
        r.assertLogContains("in the block", b);
    }

    @Test
    void theLoginOfTheHttpProxyOfJenkinsShowsNowhere(JenkinsRule r) throws Exception {
        try (LoopbackForwardProxy forward = LoopbackForwardProxy.startWithAuthorization(basic())) {
            forward.map("modules.example:80", proxy);
            r.jenkins.setProxy(new ProxyConfiguration("127.0.0.1", forward.port(), "ci", PASSWORD, "intra.example"));
            GoModulesSettings settings = chain("http://modules.example");
            settings.setHttpProxy(GoModulesSettings.HTTP_PROXY_OF_JENKINS);
            GoModulesConfiguration.get().setSettings(settings);
            WorkflowRun b = r.buildAndAssertSuccess(onAgent(
                    r, "goModPrefetch(); withGoModules { sh 'echo \"proxy $http_proxy, not for $no_proxy\"' }"));
            r.assertLogContains("@127.0.0.1:" + forward.port(), b);
            r.assertLogContains("not for intra.example", b);
            assertFalse(forward.requests().isEmpty());
            WithGoModulesStepTest.assertNowhere(r, b, List.of(PASSWORD, "pr0xy-pass%2Bword", basic()));
        }
    }
}
