package io.jenkins.plugins.gomodules.jenkins.freestyle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.ProxyConfiguration;
import hudson.slaves.DumbSlave;
import hudson.util.StreamTaskListener;
import hudson.util.XStream2;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesConfiguration;
import io.jenkins.plugins.gomodules.jenkins.config.GoModulesSettings;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import io.jenkins.plugins.gomodules.jenkins.steps.GoModPrefetchStep;
import io.jenkins.plugins.gomodules.jenkins.steps.WithGoModulesStep;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.Gate;
import io.jenkins.plugins.gomodules.testing.GoProxyTree;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;
import jenkins.tasks.SimpleBuildWrapper;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The wrapper and the build step as Jenkins calls them; that it does, is for a real Jenkins to show. */
@WithJenkins
class FreestyleStepsTest {
    private static final ModuleFixture HELLO = ModuleFixture.module("example.test/hello", "v1.0.0")
            .file("hello.go", "package hello\n")
            .build();
    private static final String PASSWORD = "s3cret-w0rd";

    @TempDir
    private Path cache;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final StreamTaskListener listener = new StreamTaskListener(console, StandardCharsets.UTF_8);
    private LoopbackProxy proxy;
    private WorkflowRun build;
    private FilePath workspace;
    private Launcher launcher;
    private EnvVars env;

    @BeforeEach
    void start(JenkinsRule r) throws Exception {
        proxy = LoopbackProxy.start(HELLO);
        WorkflowJob job = r.createProject(WorkflowJob.class, "p");
        job.setDefinition(new CpsFlowDefinition("echo 'a build'", true));
        build = r.buildAndAssertSuccess(job);
        DumbSlave agent = r.createOnlineSlave();
        workspace = agent.getWorkspaceFor(job);
        workspace
                .child("go.mod")
                .write("module example.test/main\n\ngo 1.21\n\nrequire example.test/hello v1.0.0\n", "UTF-8");
        workspace.child("go.sum").write(GoProxyTree.goSum(List.of(HELLO)), "UTF-8");
        launcher = agent.createLauncher(listener);
        env = agent.toComputer().getEnvironment();
        env.put("GOENV", "off");
        env.put("GOPROXY", proxy.url());
        env.put("GOMODCACHE", cache.toString());
        env.put("GOFLAGS", "-modcacherw");
        env.put("WORKSPACE", workspace.getRemote());
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    private String console() {
        return console.toString(StandardCharsets.UTF_8);
    }

    private void prefetch() throws Exception {
        new GoModPrefetchBuilder(null).perform(build, workspace, env, launcher, listener);
    }

    @Test
    void fetchesAndSaysWhatTheBuildSets() throws Exception {
        prefetch();
        assertTrue(Files.exists(cache.resolve("example.test/hello@v1.0.0/hello.go")), this::console);
        assertTrue(console().contains(proxy.url() + "  (environment of the build)"), this::console);
    }

    @Test
    void aFailureIsOneSentence() {
        proxy.remove(HELLO.url("zip"));
        AbortException e = assertThrows(AbortException.class, this::prefetch);
        assertTrue(e.getMessage().startsWith("goModPrefetch: example.test/hello@v1.0.0"), e::getMessage);
    }

    @Test
    void aParameterWithoutMeaningIsNamed() {
        GoModPrefetchStep wrong = new GoModPrefetchStep();
        wrong.setEngine("fast");
        AbortException e = assertThrows(
                AbortException.class,
                () -> new GoModPrefetchBuilder(wrong).perform(build, workspace, env, launcher, listener));
        assertTrue(e.getMessage().startsWith("goModPrefetch: engine:"), e::getMessage);
    }

    @Test
    void anInterruptEndsItWhenTheAgentHasLetGo() throws Exception {
        Gate gate = new Gate();
        proxy.on(HELLO.url("zip")).answer(Fault.stallAfter(10, gate));
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread executor = new Thread(() -> end.complete(assertThrows(Throwable.class, this::prefetch)), "executor");
        executor.start();
        gate.awaitArrival();
        executor.interrupt();
        assertInstanceOf(InterruptedException.class, end.get(60, TimeUnit.SECONDS));
        gate.open();
        assertFalse(Files.exists(cache.resolve("example.test/hello@v1.0.0")));
    }

    private static GoHost host(String credential) throws Exception {
        CredentialsProvider.lookupStores(Jenkins.get())
                .iterator()
                .next()
                .addCredentials(
                        Domain.global(),
                        new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, credential, "", "ci", PASSWORD));
        GoHost host = new GoHost("git.example");
        host.setCredentialsId(credential);
        return host;
    }

    @Test
    void theWrapperSetsVariablesAndTakesItsFilesAway() throws Exception {
        GoModulesSettings everywhere = new GoModulesSettings();
        everywhere.setGovcs("*:git");
        everywhere.setHosts(List.of(host("login")));
        GoModulesConfiguration.get().setSettings(everywhere);
        WithGoModulesStep step = new WithGoModulesStep();
        step.setGoprivate("git.example");
        GoModulesBuildWrapper wrapper = new GoModulesBuildWrapper(step);
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        OutputStream masked = wrapper.createLoggerDecorator(build).decorateLogger(build, shown);
        SimpleBuildWrapper.Context context = new SimpleBuildWrapper.Context();
        wrapper.setUp(context, build, workspace, launcher, listener, env);

        Map<String, String> set = context.getEnv();
        assertEquals("git.example", set.get("GOPRIVATE"));
        assertEquals("*:git", set.get("GOVCS"));
        assertTrue(Files.exists(Path.of(set.get("NETRC"))));
        masked.write(("token " + PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
        assertEquals("token ****\n", shown.toString(StandardCharsets.UTF_8));

        context.getDisposer().tearDown(build, workspace, launcher, listener);
        assertFalse(Files.exists(Path.of(set.get("NETRC")).getParent()));
        assertFalse(console().contains(PASSWORD));
    }

    @Test
    void theWrapperOfABuildWithoutHostsTakesNothingAway() throws Exception {
        SimpleBuildWrapper.Context context = new SimpleBuildWrapper.Context();
        new GoModulesBuildWrapper(null).setUp(context, build, workspace, launcher, listener, env);
        assertEquals(Map.of(), context.getEnv());
        context.getDisposer().tearDown(build, null, null, listener);
    }

    /** A Pipeline would save it with the variables of the block. */
    @Test
    void theWrapperLeavesTheLoginOfTheHttpProxyOutOfAPipeline() throws Exception {
        Jenkins.get().setProxy(new ProxyConfiguration("127.0.0.1", 1, "ci", PASSWORD, ""));
        GoModulesSettings everywhere = new GoModulesSettings();
        everywhere.setHttpProxy(GoModulesSettings.HTTP_PROXY_OF_JENKINS);
        GoModulesConfiguration.get().setSettings(everywhere);
        SimpleBuildWrapper.Context context = new SimpleBuildWrapper.Context();
        new GoModulesBuildWrapper(null).setUp(context, build, workspace, launcher, listener, env);
        assertFalse(context.getEnv().toString().contains("ci:"));
        context.getDisposer().tearDown(build, null, null, listener);
    }

    @Test
    void loginsAreNotSavedWithAJob() {
        GoModPrefetchStep step = new GoModPrefetchStep();
        step.setGoproxy("https://bot:xyzzy@goproxy.example,direct");
        assertEquals(
                "https://goproxy.example,direct",
                new GoModPrefetchBuilder(step).getStep().getGoproxy());
    }

    @Test
    void whatAJobsFileLacksIsAsUsual() throws Exception {
        String name = GoModPrefetchBuilder.class.getName();
        GoModPrefetchStep step =
                ((GoModPrefetchBuilder) new XStream2().fromXML("<" + name + "><step/></" + name + ">")).getStep();
        assertEquals(new GoModPrefetchStep().getSshAgentTimeout(), step.getSshAgentTimeout());
        assertEquals(List.of(), step.getHosts());
        assertEquals(".", step.getDir());
        assertEquals(
                List.of(),
                ((GoModulesBuildWrapper) new XStream2().fromXML("<" + GoModulesBuildWrapper.class.getName() + "/>"))
                        .getStep()
                        .getCredentials());
    }

    @Test
    void theWrapperRefusesWhatIsLocked() {
        GoModulesConfiguration.get().setAllowedOverrides(List.of());
        WithGoModulesStep step = new WithGoModulesStep();
        step.setGoproxy("direct");
        AbortException e = assertThrows(
                AbortException.class,
                () -> new GoModulesBuildWrapper(step)
                        .setUp(new SimpleBuildWrapper.Context(), build, workspace, launcher, listener, env));
        assertTrue(e.getMessage().startsWith("withGoModules: goproxy: an administrator"), e::getMessage);
    }
}
