package io.jenkins.plugins.gomodules.jenkins.steps;

import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the snippet generator writes is what a Pipeline reads. */
@WithJenkins
class StepSnippetsOnJenkinsTest {
    private static GoHost host() {
        GoHost host = new GoHost("git.example");
        host.setCredentialsId("login");
        return host;
    }

    @Test
    void goModPrefetch(JenkinsRule r) throws Exception {
        SnippetizerTester tester = new SnippetizerTester(r);
        GoModPrefetchStep step = new GoModPrefetchStep();
        tester.assertRoundTrip(step, "goModPrefetch()");
        step.setEngine("native");
        step.setRetries(0);
        step.setConnectTimeout(5);
        step.setReadTimeout(60);
        step.setTimeout(0);
        step.setParallelism(8);
        step.setGoinsecure("intra.example");
        step.setGovcs("*:git");
        step.setHttpProxy("none");
        step.setHosts(List.of(host()));
        tester.assertRoundTrip(
                step,
                "goModPrefetch connectTimeout: 5, engine: 'native', goinsecure: 'intra.example', govcs: '*:git',"
                        + " hosts: [goHost(credentialsId: 'login', host: 'git.example')], httpProxy: 'none',"
                        + " parallelism: 8, readTimeout: 60, retries: 0, timeout: 0");
    }

    @Test
    void withGoModules(JenkinsRule r) throws Exception {
        SnippetizerTester tester = new SnippetizerTester(r);
        WithGoModulesStep step = new WithGoModulesStep();
        tester.assertRoundTrip(step, "withGoModules {\n    // some block\n}");
        step.setGoproxy("https://proxy.example,direct");
        step.setHttpProxy("jenkins");
        step.setCredentials(List.of("login"));
        step.setHosts(List.of(host()));
        tester.assertRoundTrip(
                step,
                "withGoModules(credentials: ['login'], goproxy: 'https://proxy.example,direct',"
                        + " hosts: [goHost(credentialsId: 'login', host: 'git.example')], httpProxy: 'jenkins') {\n"
                        + "    // some block\n}");
    }

    @Test
    void goModVerify(JenkinsRule r) throws Exception {
        SnippetizerTester tester = new SnippetizerTester(r);
        GoModVerifyStep step = new GoModVerifyStep();
        tester.assertRoundTrip(step, "goModVerify()");
        step.setSumdb(true);
        step.setDirs(List.of("api", "worker"));
        tester.assertRoundTrip(step, "goModVerify dirs: ['api', 'worker'], sumdb: true");
    }
}
