package io.jenkins.plugins.gomodules.jenkins.steps;

import static io.jenkins.plugins.gomodules.jenkins.steps.PrivateHosts.APP;
import static io.jenkins.plugins.gomodules.jenkins.steps.PrivateHosts.LIB;
import static io.jenkins.plugins.gomodules.jenkins.steps.PrivateHosts.LOGIN;
import static io.jenkins.plugins.gomodules.jenkins.steps.PrivateHosts.STRANGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Label;
import hudson.model.Result;
import io.jenkins.plugins.gomodules.testing.GoTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A block with credentials, against a real Git, ssh and ssh-agent. */
@WithJenkins
class WithGoModulesStepTest {
    private static final String LS_BOTH =
            "sh 'git ls-remote https://" + LIB + "'\nsh 'git ls-remote https://" + APP + "'";

    /** For all tests: to start them takes longer than most tests do. */
    private static PrivateHosts hosts;

    @TempDir
    private Path home;

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

    private static long timesThatAKeyWasOffered() throws InterruptedException {
        return hosts.ssh.attempts().stream()
                .filter(attempt -> !attempt.offered().isEmpty())
                .count();
    }

    private WorkflowRun succeeds(JenkinsRule r, String statements) throws Exception {
        return r.buildAndAssertSuccess(hosts.job(r, home, "built-in", statements));
    }

    private String block(String statements) {
        return "withGoModules(" + hosts.hosts() + ") {\n" + statements + "\n}";
    }

    @Test
    void gitReachesBothHosts(JenkinsRule r) throws Exception {
        hosts.addCredentials();
        WorkflowRun b = succeeds(r, block(LS_BOTH));
        assertEquals(2, count(JenkinsRule.getLog(b), "refs/tags/v1.0.0"));
        assertEquals(List.of(hosts.key.fingerprint()), hosts.ssh.accepted());
    }

    @Test
    void theGoCommandGetsModulesOfBothHosts(JenkinsRule r) throws Exception {
        GoTool.orSkip(home);
        hosts.addCredentials();
        succeeds(r, """
                writeFile file: 'go.mod', text: '''module example.test/main

                go 1.21

                require %s v1.0.0
                '''
                """.formatted(APP) + block("sh 'go mod download -json all'"));
        assertTrue(Files.exists(PrivateHosts.modCache(home).resolve(LIB + "@v1.0.0/m.go")));
        assertTrue(Files.exists(PrivateHosts.modCache(home).resolve(APP + "@v1.0.0/m.go")));
    }

    @Test
    void aHostileHostIsOfferedNothing(JenkinsRule r) throws Exception {
        hosts.addCredentials();
        succeeds(
                r,
                block("sh 'git ls-remote https://" + STRANGER + " || true'\n"
                        + "sh 'GIT_SSH_COMMAND=\"$GIT_SSH_COMMAND -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null\" "
                        + "git ls-remote " + hosts.hostileSsh.sshUrl("any.git") + " || true'"));
        assertFalse(hosts.hostile.requests().isEmpty());
        assertEquals(List.of(), hosts.hostile.offered());
        assertFalse(hosts.hostileSsh.attempts().isEmpty());
        assertEquals(List.of(), hosts.hostileSsh.offered());
    }

    @Test
    void nothingIsLeftAfterTheBlock(JenkinsRule r) throws Exception {
        hosts.addCredentials();
        WorkflowRun b = succeeds(
                r,
                "sh 'env | grep -v HUDSON_COOKIE | sort > before'\n" // each process has its own
                        + block("sh 'echo \"agent $SSH_AGENT_PID $SSH_AUTH_SOCK\" > agent; cat \"$NETRC\" > /dev/null'")
                        + "\nsh '''env | grep -v HUDSON_COOKIE | sort > after; diff before after\n"
                        + "read -r _ pid socket < agent; test ! -e \"$socket\"; ! kill -0 \"$pid\"\n"
                        + "find \"$(pwd)@tmp\" -type f | grep -v durable | grep . && exit 1 || true'''");
        assertFalse(Files.exists(home.resolve(".gitconfig")));
        assertFalse(Files.exists(home.resolve(".ssh")));
        r.assertLogNotContains("SSH_AUTH_SOCK=", b);
    }

    @Test
    void secretsShowNowhereWhileTheBlockRuns(JenkinsRule r) throws Exception {
        hosts.addCredentials();
        WorkflowRun b = succeeds(r, block(LS_BOTH + "\nsh 'ps -eo args; env; find \"$(pwd)@tmp\"'"));
        assertNowhere(r, b, hosts.secrets());
    }

    @Test
    void whatPrintsASecretIsMasked(JenkinsRule r) throws Exception {
        hosts.addCredentials();
        WorkflowRun b = succeeds(
                r,
                block("sh '''printf 'protocol=https\\nhost=git.corp.example\\npath=team/app.git\\n\\n' "
                        + "| git credential fill\n" + "sed 1d \"$NETRC\"; cat \"$NETRC\" | base64 -w0 '''"));
        r.assertLogContains("password=****", b);
        assertNowhere(r, b, hosts.secrets());
    }

    @Test
    void aFailureThatShowsASecretIsMasked(JenkinsRule r) throws Exception {
        hosts.addCredentials();
        WorkflowRun b = r.buildAndAssertStatus(
                Result.FAILURE,
                hosts.job(
                        r,
                        home,
                        "built-in",
                        block("throw new Exception(sh(returnStdout: true, script: 'cat \"$NETRC\"'))")));
        assertNowhere(r, b, hosts.secrets());
    }

    @Test
    void nestedBlocksKeepTheHostsOfTheOuterOne(JenkinsRule r) throws Exception {
        hosts.addCredentials();
        succeeds(
                r,
                "withGoModules(hosts: [" + hosts.sshHost() + "]) {\nwithGoModules(hosts: [" + PrivateHosts.httpsHost()
                        + "]) {\n" + LS_BOTH + "\n}\nsh 'git ls-remote https://" + LIB
                        + "'\nsh '! git ls-remote https://" + APP + "'\n}");
    }

    @Test
    void parallelBlocksDoNotDisturbEachOther(JenkinsRule r) throws Exception {
        hosts.addCredentials();
        String first = block("sh 'git ls-remote https://" + LIB + "'");
        succeeds(r, "parallel a: {\n" + first + "\n}, b: {\n" + first + "\n" + first + "\n}");
    }

    @Test
    void worksOnAnAgent(JenkinsRule r) throws Exception {
        r.createOnlineSlave(Label.get("linux"));
        hosts.addCredentials();
        r.buildAndAssertSuccess(hosts.job(r, home, "linux", block(LS_BOTH)));
    }

    /** The files and the ssh-agent are on the agent of the block. */
    @Test
    void aNodeWithinTheBlockOnAnotherAgentIsNotLedToFilesThatItDoesNotHave(JenkinsRule r) throws Exception {
        r.createOnlineSlave(Label.get("linux"));
        hosts.addCredentials();
        String names = "sh 'env | cut -d= -f1 | grep -E \"^(GIT_SSH|NETRC|GOAUTH)\" && exit 1 || true'";
        r.buildAndAssertSuccess(hosts.job(
                r,
                home,
                "linux",
                "withGoModules(goproxy: 'direct', " + hosts.hosts() + ") {\nnode('built-in') {\n" + names
                        + "\nsh 'test \"$GOPROXY\" = direct'\n" + block(LS_BOTH) + "\n" + names
                        + "\n}\n" + LS_BOTH + "\n}"));
    }

    @Test
    void setsTheGoVariables(JenkinsRule r) throws Exception {
        WorkflowRun b = succeeds(
                r,
                "withGoModules(goproxy: 'https://u:p4ssw0rd@athens.corp.example', goprivate: 'a.example', gonoproxy: 'b.example', "
                        + "gonosumdb: 'c.example', gosumdb: 'off', modCache: '/nowhere') {\n"
                        + "sh 'test \"$GOPROXY:$GOPRIVATE:$GONOPROXY:$GONOSUMDB:$GOSUMDB:$GOMODCACHE\" = "
                        + "https://u:p4ssw0rd@athens.corp.example:a.example:b.example:c.example:off:/nowhere'\n}");
        r.assertLogContains("GOPRIVATE   a.example  (step parameter goprivate)", b);
        r.assertLogContains("(step parameter modCache)", b);
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    /** Neither in the log nor in any file of the build or of Jenkins, but where Jenkins keeps credentials, encrypted. */
    static void assertNowhere(JenkinsRule r, WorkflowRun b, List<String> secrets) throws Exception {
        assertEquals(List.of(), SecretSearch.in(r.jenkins.getRootDir().toPath(), secrets));
        String log = JenkinsRule.getLog(b);
        for (String secret : secrets) {
            assertFalse(log.contains(secret), log);
        }
    }

    private static String failing(String id) {
        return "goHost(host: 'git.corp.example', credentialsId: '" + id + "')";
    }

    private void fails(JenkinsRule r, String arguments, String... sentences) throws Exception {
        WorkflowJob job = hosts.job(r, home, "built-in", "withGoModules(" + arguments + ") { error 'not reached' }");
        WorkflowRun b = r.buildAndAssertStatus(Result.FAILURE, job);
        for (String sentence : sentences) {
            r.assertLogContains(sentence, b);
        }
        r.assertLogNotContains("not reached", b);
        r.assertLogNotContains("\tat ", b);
    }

    @Test
    void eachMistakeHasASentence(JenkinsRule r) throws Exception {
        hosts.addCredentials();
        PrivateHosts.add(PrivateHosts.key("public", hosts.key.publicKey(), null));
        fails(r, "credentials: ['" + LOGIN + "']", "withGoModules: credentials: no host is bound to \"git-login\"");
        fails(r, "hosts: [" + failing("nobody") + "]", "There is no credential \"nobody\" for host git.corp.example.");
        fails(r, "hosts: [" + failing(LOGIN) + ", " + failing(LOGIN) + "]", "is there twice for https");
        fails(
                r,
                "hosts: [goHost(host: 'https://git.corp.example', credentialsId: '" + LOGIN + "')]",
                "goHost(host: 'https://git.corp.example'): host: ");
        fails(
                r,
                "hosts: [goHost(host: 'git.corp.example', protocol: 'ssh', credentialsId: '" + LOGIN + "')]",
                "git-login");
        fails(r, "sshAgentTimeout: 61, " + hosts.hosts(), "sshAgentTimeout: 61 is out of range");
        fails(
                r,
                "hosts: [goHost(host: 'ssh.corp.example', credentialsId: 'public', knownHosts: '"
                        + hosts.ssh.knownHostsLine() + "', sshUrl: '" + hosts.ssh.sshUrl("") + "')]",
                "public");
    }

    @Test
    void anUnknownHostKeyIsShownAndNotTrusted(JenkinsRule r) throws Exception {
        hosts.addCredentials();
        long before = timesThatAKeyWasOffered();
        fails(r, "hosts: [" + hosts.sshHost("") + "]", hosts.ssh.fingerprint(), "put its line into knownHosts");
        assertEquals(before, timesThatAKeyWasOffered());
    }

    @Test
    void aWrongHostKeyEndsTheConnection(JenkinsRule r) throws Exception {
        hosts.addCredentials();
        long before = timesThatAKeyWasOffered();
        String line = hosts.hostileSsh.knownHostsLine();
        String other = hosts.ssh.hostPort().replaceFirst("(.*):(.*)", "[$1]:$2") + line.substring(line.indexOf(' '));
        WorkflowJob job = hosts.job(
                r,
                home,
                "built-in",
                "withGoModules(hosts: [" + hosts.sshHost(other) + "]) {\nsh 'git ls-remote https://" + LIB + "'\n}");
        WorkflowRun b = r.buildAndAssertStatus(Result.FAILURE, job);
        r.assertLogContains(hosts.ssh.fingerprint(), b);
        assertEquals(before, timesThatAKeyWasOffered());
    }

    @Test
    void aKeyWithoutItsLastNewlineWorks(JenkinsRule r) throws Exception {
        hosts.addCredentials();
        PrivateHosts.add(PrivateHosts.key("stripped", hosts.key.privateKey().strip(), null));
        succeeds(
                r,
                "withGoModules(hosts: [goHost(host: 'ssh.corp.example', credentialsId: 'stripped', sshUrl: '"
                        + hosts.ssh.sshUrl("") + "', knownHosts: '" + hosts.ssh.knownHostsLine()
                        + "')]) {\nsh 'git ls-remote https://" + LIB + "'\n}");
    }
}
