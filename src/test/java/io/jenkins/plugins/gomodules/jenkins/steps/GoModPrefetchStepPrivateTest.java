package io.jenkins.plugins.gomodules.jenkins.steps;

import static io.jenkins.plugins.gomodules.jenkins.steps.PrivateHosts.APP;
import static io.jenkins.plugins.gomodules.jenkins.steps.PrivateHosts.LIB;
import static io.jenkins.plugins.gomodules.jenkins.steps.PrivateHosts.STRANGER;
import static io.jenkins.plugins.gomodules.jenkins.steps.PrivateHosts.SUB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Label;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.gomodules.testing.GoTool;
import io.jenkins.plugins.gomodules.testing.Tools;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** {@code goModPrefetch} with credentials: modules that only version control has, with the go command. */
@WithJenkins
class GoModPrefetchStepPrivateTest {
    @TempDir
    private Path home;

    /** For all tests: to start them takes longer than most tests do. */
    private static PrivateHosts hosts;

    @BeforeAll
    static void startHosts(@TempDir Path dir) throws Exception {
        hosts = PrivateHosts.startOrSkip(dir);
    }

    @AfterAll
    static void stopHosts() {
        if (hosts != null) {
            hosts.close();
        }
    }

    @BeforeEach
    void needsGo() throws Exception {
        GoTool.orSkip(home);
    }

    private static String project(String module) {
        return """
                writeFile file: 'go.mod', text: '''module example.test/main

                go 1.21

                require %s v1.0.0

                require %s v1.0.0 // indirect
                '''
                """.formatted(module, LIB);
    }

    private String prefetch(String more) {
        return "goModPrefetch(verify: 'go', " + hosts.hosts() + more + ")";
    }

    @Test
    void fetchesFromBothHosts(JenkinsRule r) throws Exception {
        hosts.addCredentials();
        r.createOnlineSlave(Label.get("linux"));
        WorkflowRun b = r.buildAndAssertSuccess(hosts.job(
                r,
                home,
                "linux",
                project(APP) + "echo \"modules=${" + prefetch("") + ".modules}\"\n"
                        + "sh 'find \"$(pwd)@tmp\" -type f | grep -v durable | grep . && exit 1 || true'"));
        assertTrue(Files.exists(PrivateHosts.modCache(home).resolve(APP + "@v1.0.0/m.go")));
        assertTrue(Files.exists(PrivateHosts.modCache(home).resolve(LIB + "@v1.0.0/m.go")));
        WithGoModulesStepTest.assertNowhere(r, b, hosts.secrets());
    }

    @Test
    void fetchesAModuleThatMovedIntoADirectory(JenkinsRule r) throws Exception {
        hosts.addCredentials();
        String goMod = project(APP).replace(APP + " v1.0.0", SUB + " v1.1.0");
        r.buildAndAssertSuccess(hosts.job(r, home, "built-in", goMod + prefetch("")));
        assertTrue(Files.exists(PrivateHosts.modCache(home).resolve(SUB + "@v1.1.0/sub.go")));
    }

    @Test
    void aForgottenCredentialIsSaidWithItsHost(JenkinsRule r) throws Exception {
        String only = project(APP).replaceAll("(?m)^.*// indirect\n", "");
        WorkflowRun b = r.buildAndAssertStatus(
                Result.FAILURE, hosts.job(r, home, "built-in", only + "goModPrefetch(verify: 'go')"));
        r.assertLogContains("[auth-required] " + APP + "@v1.0.0: ", b);
        r.assertLogContains("goHost(host: 'git.corp.example', credentialsId: '…')", b);
        r.assertLogNotContains(APP + "@v1.0.0: " + APP, b);
    }

    @Test
    void aHostileHostIsOfferedNothing(JenkinsRule r) throws Exception {
        hosts.addCredentials();
        WorkflowRun b = r.buildAndAssertStatus(
                Result.FAILURE, hosts.job(r, home, "built-in", project(STRANGER) + prefetch("")));
        r.assertLogContains(STRANGER, b);
        assertTrue(!hosts.hostile.requests().isEmpty());
        assertEquals(List.of(), hosts.hostile.offered());
    }

    @Test
    void mistakesInCredentialsAreSaidBeforeAnythingIsFetched(JenkinsRule r) throws Exception {
        WorkflowRun b =
                r.buildAndAssertStatus(Result.FAILURE, hosts.job(r, home, "built-in", project(APP) + prefetch("")));
        r.assertLogContains("goModPrefetch: There is no credential \"deploy-key\"", b);
        r.assertLogNotContains("\tat ", b);
    }

    @Test
    void aFailureThatShowsASecretIsMasked(JenkinsRule r) throws Exception {
        hosts.addCredentials();
        WorkflowRun b = r.buildAndAssertStatus(
                Result.FAILURE, hosts.job(r, home, "built-in", prefetch(", dir: '../" + PrivateHosts.PASSWORD + "'")));
        r.assertLogContains("../****", b);
        r.assertLogNotContains(PrivateHosts.PASSWORD, b);
    }

    /** In the middle of the first Git that runs there. */
    @Test
    void anAgentThatIsLostDuringTheSetUpIsWaitedFor(JenkinsRule r) throws Exception {
        hosts.addCredentials();
        DumbSlave agent = r.createOnlineSlave(Label.get("linux"));
        String mkfifo = Tools.orSkip("mkfifo").toString();
        Path arrived = home.resolve("arrived");
        Path gate = home.resolve("gate");
        Tools.run(home, List.of(mkfifo, arrived.toString(), gate.toString()));
        Path programs = Files.createDirectory(home.resolve("programs"));
        Path git = Files.writeString(
                programs.resolve("git"), """
                #!/bin/sh
                if mkdir '%s' 2>/dev/null; then echo > '%s'; cat '%s'; exit; fi
                exec '%s' "$@"
                """.formatted(home.resolve("first"), arrived, gate, Tools.orSkip("git")));
        assertTrue(git.toFile().setExecutable(true));
        WorkflowRun b = hosts.job(
                        r,
                        home,
                        "linux",
                        "withEnv(['PATH+OWN=" + programs + "']) {\n" + project(APP) + prefetch("") + "\n}")
                .scheduleBuild2(0)
                .waitForStart();
        Files.readString(arrived);
        r.disconnectSlave(agent);
        try (RandomAccessFile open = new RandomAccessFile(gate.toFile(), "rw")) {
            r.waitForMessage("goModPrefetch starts again when it is back", b);
            assertTrue(open.getFD().valid());
        }
        agent.toComputer().connect(true);
        r.assertBuildStatusSuccess(r.waitForCompletion(b));
        assertTrue(Files.exists(PrivateHosts.modCache(home).resolve(APP + "@v1.0.0/m.go")));
        r.assertLogNotContains("There is no git", b);
    }
}
