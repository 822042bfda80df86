package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.model.Descriptor;
import io.jenkins.plugins.gomodules.testing.GoProxyTree;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jvnet.hudson.test.JenkinsRule;

/** A Pipeline that writes a project into its workspace and runs the step on it, with settings that are the test's own. */
final class PrefetchPipeline {
    static final ModuleFixture HELLO = ModuleFixture.module("example.test/hello", "v1.0.0")
            .file("hello.go", "package hello\n")
            .build();
    static final ModuleFixture WORLD = ModuleFixture.module("example.test/world", "v1.2.3")
            .file("world.go", "package world\n")
            .build();

    private final String label;
    private final String goproxy;
    private final Path cache;
    private String goSum = GoProxyTree.goSum(List.of(HELLO, WORLD));

    private PrefetchPipeline(String label, String goproxy, Path cache) {
        this.label = label;
        this.goproxy = goproxy;
        this.cache = cache;
    }

    static PrefetchPipeline on(String label, LoopbackProxy proxy, Path cache) {
        return new PrefetchPipeline(label, proxy.url(), cache);
    }

    /** One that leaves it to configuration where modules come from. */
    static PrefetchPipeline bare(String label, Path cache) {
        return new PrefetchPipeline(label, "", cache);
    }

    static PrefetchPipeline offline(Path cache) {
        return new PrefetchPipeline("built-in", "off", cache);
    }

    PrefetchPipeline goSum(String text) {
        goSum = text;
        return this;
    }

    /** A job that runs these statements where the project is. */
    WorkflowJob job(JenkinsRule r, String statements) throws Descriptor.FormException, IOException {
        WorkflowJob job = r.createProject(WorkflowJob.class, "p");
        define(job, statements);
        return job;
    }

    /** Makes a job run these statements where the project is. */
    void define(WorkflowJob job, String statements) throws Descriptor.FormException {
        job.setDefinition(new CpsFlowDefinition(script(statements), true));
    }

    private String script(String statements) {
        return """
                node('%s') {
                    writeFile file: 'go.mod', text: '''module example.test/main

                go 1.21

                require (
                    example.test/hello v1.0.0
                    example.test/world v1.2.3
                )
                '''
                    writeFile file: 'go.sum', text: '''%s'''
                    withEnv(['GOENV=off', 'GOFLAGS=-modcacherw', 'GOPROXY=%s', 'GOMODCACHE=%s']) {
                        %s
                    }
                }
                """.formatted(label, goSum, goproxy, cache, statements);
    }
}
