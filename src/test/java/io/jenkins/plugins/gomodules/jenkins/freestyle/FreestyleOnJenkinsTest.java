package io.jenkins.plugins.gomodules.jenkins.freestyle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.FilePath;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Label;
import hudson.model.Result;
import hudson.tasks.Shell;
import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import io.jenkins.plugins.gomodules.jenkins.steps.GoModPrefetchStep;
import io.jenkins.plugins.gomodules.jenkins.steps.WithGoModulesStep;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.Gate;
import io.jenkins.plugins.gomodules.testing.GoProxyTree;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.CreateFileBuilder;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Builds that are no Pipelines, their forms, and the options of a Declarative one. */
@WithJenkins
class FreestyleOnJenkinsTest {
    private static final ModuleFixture HELLO = ModuleFixture.module("example.test/hello", "v1.0.0")
            .file("hello.go", "package hello\n")
            .build();
    private static final String GO_MOD = "module example.test/main\n\ngo 1.21\n\nrequire example.test/hello v1.0.0\n";

    @TempDir
    private Path cache;

    private LoopbackProxy proxy;

    @BeforeEach
    void start() throws Exception {
        proxy = LoopbackProxy.start(HELLO);
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    private FreeStyleProject project(JenkinsRule r, GoModPrefetchStep prefetch) throws Exception {
        FreeStyleProject project = r.createFreeStyleProject();
        WithGoModulesStep environment = new WithGoModulesStep();
        environment.setGoproxy(proxy.url());
        environment.setModCache(cache.toString());
        project.getBuildWrappersList().add(new GoModulesBuildWrapper(environment));
        project.getBuildersList().add(new CreateFileBuilder("go.mod", GO_MOD));
        project.getBuildersList().add(new CreateFileBuilder("go.sum", GoProxyTree.goSum(List.of(HELLO))));
        project.getBuildersList().add(new GoModPrefetchBuilder(prefetch));
        project.getBuildersList().add(new Shell("echo \"then GOPROXY=$GOPROXY\"; chmod -R u+w '" + cache + "'"));
        return project;
    }

    @Test
    void fetchesOnAnAgent(JenkinsRule r) throws Exception {
        FreeStyleProject project = project(r, null);
        project.setAssignedLabel(Label.get("linux"));
        r.createOnlineSlave(Label.get("linux"));
        FreeStyleBuild b = r.buildAndAssertSuccess(project);
        r.assertLogContains(proxy.url() + "  (environment of the build)", b);
        r.assertLogContains("then GOPROXY=" + proxy.url(), b);
        assertTrue(Files.exists(cache.resolve("example.test/hello@v1.0.0/hello.go")));
    }

    @Test
    void anAbortedBuildLeavesNothingBehind(JenkinsRule r) throws Exception {
        Gate gate = new Gate();
        proxy.on(HELLO.url("zip")).answer(Fault.stallAfter(10, gate));
        FreeStyleBuild b = project(r, null).scheduleBuild2(0).waitForStart();
        gate.awaitArrival();
        b.getExecutor().interrupt();
        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(b));
        gate.open();
        FilePath temporary = b.getWorkspace().sibling(b.getWorkspace().getName() + "@tmp");
        assertTrue(!temporary.exists() || temporary.list().isEmpty());
    }

    @Test
    void aFailureEndsTheBuildWithASentence(JenkinsRule r) throws Exception {
        proxy.remove(HELLO.url("zip"));
        FreeStyleBuild b = r.buildAndAssertStatus(Result.FAILURE, project(r, null));
        r.assertLogContains("ERROR: goModPrefetch: example.test/hello@v1.0.0", b);
        r.assertLogNotContains("then GOPROXY", b);
    }

    @Test
    void theFormKeepsWhatIsSet(JenkinsRule r) throws Exception {
        GoModPrefetchStep step = new GoModPrefetchStep();
        step.setRetries(2);
        step.setHttpProxy("none");
        step.setGovcs("*:git");
        GoHost host = new GoHost("git.example");
        host.setPath("team/");
        step.setHosts(List.of(host));
        FreeStyleProject project = project(r, step);
        project.getBuildersList().removeAll(CreateFileBuilder.class); // which have no form
        project = r.configRoundtrip(project);
        GoModPrefetchStep kept =
                project.getBuildersList().get(GoModPrefetchBuilder.class).getStep();
        assertEquals(2, kept.getRetries());
        assertNull(kept.getTimeout());
        assertEquals("none", kept.getHttpProxy());
        assertEquals("*:git", kept.getGovcs());
        assertEquals("git.example", kept.getHosts().get(0).getHost());
        assertEquals("team/", kept.getHosts().get(0).getPath());
        WithGoModulesStep around =
                project.getBuildWrappersList().get(GoModulesBuildWrapper.class).getStep();
        assertEquals(proxy.url(), around.getGoproxy());
        assertNull(around.getHttpProxy());
    }

    @Test
    void theOptionsOfADeclarativePipelineAreThoseOfItsJob(JenkinsRule r) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class, "declarative");
        job.setDefinition(new CpsFlowDefinition(
                """
                        pipeline {
                            agent any
                            options {
                                goModules(
                                    proxies: [goProxy(url: '%s', next: 'anyError'), goProxy('off')],
                                    goprivate: 'a.example',
                                    retries: 2,
                                    hosts: [goHost(host: 'git.example')])
                            }
                            environment {
                                GOMODCACHE = '%s'
                                GOFLAGS = '-modcacherw'
                            }
                            stages {
                                stage('fetch') {
                                    steps {
                                        writeFile file: 'go.mod', text: '''%s'''
                                        writeFile file: 'go.sum', text: '''%s'''
                                        goModPrefetch()
                                    }
                                }
                            }
                        }
                        """.formatted(proxy.url(), cache, GO_MOD, GoProxyTree.goSum(List.of(HELLO))), true));
        WorkflowRun b = r.buildAndAssertSuccess(job);
        r.assertLogContains(proxy.url() + "|off  (job declarative)", b);
        r.assertLogContains("a.example  (job declarative)", b);
        r.assertLogContains("git.example over https  (job declarative)", b);
    }
}
