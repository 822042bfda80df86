package io.jenkins.plugins.gomodules.jenkins.steps;

import static io.jenkins.plugins.gomodules.jenkins.steps.PrefetchPipeline.HELLO;
import static io.jenkins.plugins.gomodules.jenkins.steps.PrefetchPipeline.WORLD;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Label;
import hudson.model.Result;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

/** A proxy that wants a login, and a credential for it. */
@WithJenkins
class GoModPrefetchStepLoginTest {
    private static final String SECRET = "t0ken-with+odd/characters";

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

    private static String basic(String username) {
        byte[] login = (username + ":" + SECRET).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    private String boundTo(String credential) {
        return "goModPrefetch(hosts: [goHost(host: '" + proxy.hostPort() + "', credentialsId: '" + credential + "')])";
    }

    private WorkflowJob job(JenkinsRule r, String statements) throws Exception {
        r.createOnlineSlave(Label.get("linux"));
        return PrefetchPipeline.on("linux", proxy, cache).job(r, statements);
    }

    private static void addLogin(String password) throws Exception {
        PrivateHosts.add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "login", "", "ci", password));
    }

    @Test
    void aUserNameWithAPassword(JenkinsRule r) throws Exception {
        proxy.on("*").answer(Fault.unauthorizedUnless(basic("ci")));
        addLogin(SECRET);
        WorkflowRun b = r.buildAndAssertSuccess(job(r, boundTo("login")));
        WithGoModulesStepTest.assertNowhere(r, b, List.of(SECRET, basic("ci")));
    }

    @Test
    void aTokenWhereBearerIsAskedFor(JenkinsRule r) throws Exception {
        proxy.on("*").answer(Fault.unauthorizedUnless("Bearer " + SECRET, "Bearer"));
        PrivateHosts.add(PrivateHosts.token("token", SECRET));
        WorkflowRun b = r.buildAndAssertSuccess(job(r, boundTo("token")));
        WithGoModulesStepTest.assertNowhere(r, b, List.of(SECRET));
    }

    @Test
    void aTokenWhereBasicIsAskedFor(JenkinsRule r) throws Exception {
        proxy.on("*").answer(Fault.unauthorizedUnless(basic("x-access-token")));
        PrivateHosts.add(PrivateHosts.token("token", SECRET));
        r.buildAndAssertSuccess(job(r, boundTo("token")));
    }

    @Test
    void withoutACredentialTheHostIsNamed(JenkinsRule r) throws Exception {
        proxy.on("*").answer(Fault.unauthorizedUnless(basic("ci")));
        WorkflowRun b = r.buildAndAssertStatus(Result.FAILURE, job(r, "goModPrefetch(retries: 0)"));
        r.assertLogContains("[auth-required]", b);
        r.assertLogContains("goHost(host: '" + proxy.hostPort() + "', credentialsId: '…')", b);
    }

    @Test
    void aWrongPasswordIsSaidAndNotShown(JenkinsRule r) throws Exception {
        proxy.on("*").answer(Fault.unauthorizedUnless(basic("ci")));
        addLogin("wr0ng-" + SECRET);
        WorkflowRun b = r.buildAndAssertStatus(Result.FAILURE, job(r, boundTo("login")));
        r.assertLogContains("[auth-denied]", b);
        WithGoModulesStepTest.assertNowhere(r, b, List.of(SECRET));
    }
}
