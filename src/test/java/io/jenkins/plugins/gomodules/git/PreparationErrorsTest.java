package io.jenkins.plugins.gomodules.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.SshGitServer;
import io.jenkins.plugins.gomodules.testing.SshKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can be wrong has its own sentence, with what to do. */
@Timeout(120)
class PreparationErrorsTest {
    private static SshKeys key;
    private static SshKeys locked;

    @BeforeAll
    static void makeKeys() throws Exception {
        key = SshKeys.ed25519();
        locked = SshKeys.create("ed25519", SshKeys.Format.OPENSSH, "open sesame");
    }

    private static BoundHost ssh(String host, String knownHosts, String privateKey, String passphrase) {
        HostBinding binding = new HostBinding(host, "", HostProtocol.SSH, "", knownHosts, "deploy-key");
        return new BoundHost(binding, new SshKey("", List.of(privateKey), passphrase));
    }

    private static BoundHost ssh(String privateKey, String passphrase) {
        return ssh("git.corp", HostBindingTest.KEY, privateKey, passphrase);
    }

    private static BoundHost https(String path) {
        HostBinding binding = new HostBinding("git.corp", path, HostProtocol.HTTPS, "", "", "token");
        return new BoundHost(binding, new Login("robot", "sesame"));
    }

    /** Takes all keys, or refuses each with a message. */
    private static KeyAgentStarter agent(String refusal, List<String> added) {
        return () -> new KeyAgent() {
            @Override
            public Map<String, String> environment() {
                return Map.of("SSH_AUTH_SOCK", "/agent");
            }

            @Override
            public void add(String privateKey, String passphrase, String comment) throws IOException {
                if (!refusal.isEmpty()) {
                    throw new IOException(refusal);
                }
                added.add(privateKey + passphrase + comment);
            }
        };
    }

    private static GitAccessException failure(Machine machine, KeyAgentStarter starter, BoundHost... hosts) {
        GitAccessException e =
                assertThrows(GitAccessException.class, () -> GitAccess.prepare(List.of(hosts), machine, starter));
        assertFalse(e.getMessage().contains("sesame"), e.getMessage());
        return e;
    }

    private static void check(GitAccessException e, String cause, String start, String remedy) {
        assertEquals(cause, e.cause(), e.getMessage());
        assertTrue(e.getMessage().startsWith(start), e.getMessage());
        assertTrue(e.getMessage().contains(remedy), e.getMessage());
    }

    private static GitAccessException failure(ScriptedMachine machine, BoundHost... hosts) {
        return failure(machine, agent("", new ArrayList<>()), hosts);
    }

    @Test
    void programsThatAreNotThere() {
        BoundHost bound = ssh(key.privateKey(), "");
        check(
                failure(ScriptedMachine.linux().without("git"), bound),
                "vcs-missing",
                "There is no git on the machine where the build runs",
                "install Git 2.31 or later");
        check(
                failure(ScriptedMachine.linux().answers("git --version", 127, "sh: git: not found"), bound),
                "vcs-missing",
                "There is no git on the machine",
                "in its image");
        check(
                failure(ScriptedMachine.linux().answers("git --version", 0, "I am\u001b[31m hub\n"), bound),
                "vcs-missing",
                "git --version does not say which Git it is (I am?[31m hub)",
                "install Git 2.31");
        check(
                failure(ScriptedMachine.linux().answers("git --version", -1, ""), bound),
                "vcs-missing",
                "git --version did not come to an end within 30 seconds",
                "install Git 2.31");
        check(
                failure(ScriptedMachine.linux().without("ssh"), bound),
                "vcs-missing",
                "There is no ssh on the machine",
                "install OpenSSH's client");
        check(
                failure(ScriptedMachine.linux().without("ssh-add"), bound),
                "vcs-missing",
                "There is no ssh-add on the machine",
                "install OpenSSH's client");
        KeyAgentStarter fails = () -> {
            throw new IOException("Could not start:\nno time left");
        };
        check(
                failure(ScriptedMachine.linux().without("ssh-agent"), fails, bound),
                "vcs-missing",
                "There is no ssh-agent on the machine",
                "install OpenSSH's client");
        check(
                failure(ScriptedMachine.linux(), fails, bound),
                "auth-denied",
                "The ssh-agent could not be started: no time left",
                "give it more time");
    }

    @Test
    void anOldGit() {
        for (String version : List.of("2.25.1", "2.30.9", "1.8.3.1", "2.30.2.windows.1")) {
            ScriptedMachine machine = ScriptedMachine.linux().answers("git --version", 0, "git version " + version);
            check(
                    failure(machine, https("")),
                    "vcs-missing",
                    "Git " + version + " on the machine where the build runs is too old",
                    "install Git 2.31 or later");
        }
    }

    @Test
    void gitsThatAreNewEnough() throws Exception {
        for (String version : List.of("2.31.0", "2.39.3 (Apple Git-146)", "2.45.1.windows.1", "3.0.0-rc1")) {
            ScriptedMachine machine = ScriptedMachine.linux().answers("git --version", 0, "git version " + version);
            assertEquals(
                    List.of("git.corp over HTTPS with 'token'"),
                    GitAccess.prepare(List.of(https("")), machine, agent("", List.of()))
                            .notices());
        }
    }

    @Test
    void withoutGitTheGoCommandStillGetsLogins() throws Exception {
        ScriptedMachine machine = ScriptedMachine.linux().without("git");
        GitVariables block = GitAccess.prepare(List.of(https("")), machine, agent("", List.of()));
        assertEquals(
                "There is no git on the machine where the build runs: only the go command itself gets the logins",
                block.notices().get(0));
        assertTrue(machine.files.containsValue("machine git.corp login robot password sesame\n"));
    }

    @Test
    void keysThatAreNone() {
        check(
                failure(ScriptedMachine.linux(), ssh(locked.privateKey(), "")),
                "auth-denied",
                "The credential 'deploy-key' holds a key that is encrypted, but no passphrase",
                "write the passphrase into the credential");
        check(
                failure(ScriptedMachine.linux(), ssh("PuTTY-User-Key-File-2: ssh-rsa\nsesame", "")),
                "auth-denied",
                "The credential 'deploy-key' holds a key in PuTTY's format",
                "Export OpenSSH key");
        check(
                failure(ScriptedMachine.linux(), ssh(key.publicKey(), "")),
                "auth-denied",
                "The credential 'deploy-key' holds a public key",
                "paste the private one");
        check(
                failure(ScriptedMachine.linux(), ssh("sesame", "")),
                "auth-denied",
                "The credential 'deploy-key' holds no SSH private key",
                "paste the whole file");
        HostBinding binding = new HostBinding("git.corp", "", HostProtocol.SSH, "", HostBindingTest.KEY, "deploy-key");
        check(
                failure(ScriptedMachine.linux(), new BoundHost(binding, new SshKey("", List.of(), ""))),
                "auth-denied",
                "The credential 'deploy-key' holds no key",
                "paste the private key");
    }

    @Test
    void whatSshAddRefuses() {
        check(
                failure(
                        ScriptedMachine.linux(),
                        agent("Failed to run ssh-add\nBad passphrase, sesame!", List.of()),
                        ssh(locked.privateKey(), "sesame")),
                "auth-denied",
                "The credential 'deploy-key' holds an encrypted key that ssh-add cannot open (Bad passphrase, ****!)",
                "most likely the passphrase is wrong");
        check(
                failure(ScriptedMachine.linux(), agent("error in libcrypto", List.of()), ssh(key.privateKey(), "")),
                "auth-denied",
                "The key of the credential 'deploy-key' is not taken by ssh-add (error in libcrypto)",
                "ssh-keygen -y -f");
        check(
                failure(
                        ScriptedMachine.linux().answers("ssh-add -L", 2, "Could not open a connection"),
                        ssh(key.privateKey(), "")),
                "auth-denied",
                "The ssh-agent that was started does not answer ssh-add -L (Could not open a connection)",
                "its socket");
    }

    @Test
    void anAgentThatDoesNotAnswerOrHasNoSocket() {
        BoundHost bound = ssh(key.privateKey(), "");
        check(
                failure(ScriptedMachine.linux().answers("ssh-add -L", -1, ""), bound),
                "auth-denied",
                "The ssh-agent that was started does not answer ssh-add -L; see",
                "its socket");
        KeyAgentStarter mute = () -> new KeyAgent() {
            @Override
            public Map<String, String> environment() {
                return Map.of("SSH_AGENT_PID", "7");
            }

            @Override
            public void add(String privateKey, String passphrase, String comment) {
                throw new AssertionError("it cannot be reached");
            }
        };
        check(
                failure(ScriptedMachine.linux(), mute, bound),
                "auth-denied",
                "The ssh-agent that was started did not say where its socket is",
                "try 'ssh-agent'");
    }

    @Test
    void aDirectoryThatGoAuthCannotHold() throws Exception {
        GitVariables block =
                GitAccess.prepare(List.of(https("team/")), ScriptedMachine.linux("/a;b/"), agent("", List.of()));
        assertFalse(block.over(name -> null).containsKey("GOAUTH"));
        assertTrue(block.notices().get(1).contains("has a name that GOAUTH cannot hold"), block.notices()::toString);
    }

    @Test
    void aKeyWhoseFormatHidesItMustShowUpInTheAgent() throws Exception {
        SshKeys pem = SshKeys.create("rsa", SshKeys.Format.PEM, "");
        check(
                failure(ScriptedMachine.linux(), ssh(pem.privateKey(), "")),
                "auth-denied",
                "The key of the credential 'deploy-key' was taken by ssh-add, but the agent shows no new key",
                "bind that one to both hosts");
    }

    @Test
    void aWrongPassphraseForTheRealSshAdd(@TempDir Path dir) throws Exception {
        try (LocalAgents agents = LocalAgents.orSkip(dir)) {
            LocalMachine machine = new LocalMachine(dir.resolve("tmp"), System.getenv());
            check(
                    failure(machine, agents, ssh(locked.privateKey(), "open barley")),
                    "auth-denied",
                    "The credential 'deploy-key' holds an encrypted key that ssh-add cannot open",
                    "the passphrase is wrong");
            for (SshKeys.Format format : List.of(SshKeys.Format.PEM, SshKeys.Format.PKCS8)) {
                String pem = SshKeys.create("ecdsa", format, "open sesame").privateKey();
                check(
                        failure(machine, agents, ssh(pem, "open barley")),
                        "auth-denied",
                        "The credential 'deploy-key' holds an encrypted key",
                        "the passphrase is wrong");
                check(
                        failure(
                                machine,
                                agents,
                                ssh(pem.replaceAll("(?m)^([A-Za-z0-9+/]{10})", "AAAA"), "open sesame")),
                        "auth-denied",
                        "The credential 'deploy-key' holds an encrypted key",
                        "cannot open");
            }
        }
    }

    @Test
    void aPlaceThatIsBoundTwice() {
        GitAccessException e = failure(ScriptedMachine.linux(), https("team/"), https(""), https("team/"));
        check(e, "auth-denied", "git.corp/team/ is bound twice with protocol 'https'", "leave one of the two");
    }

    @Test
    void aHostKeyThatIsNotKnownIsShownAndNotTrusted(@TempDir Path dir) throws Exception {
        try (SshGitServer server = SshGitServer.startOrSkip("127.0.0.2", dir)) {
            LocalMachine machine = new LocalMachine(dir.resolve("tmp"), System.getenv());
            GitAccessException e =
                    failure(machine, agent("", List.of()), ssh(server.hostPort(), "", key.privateKey(), ""));
            String name = "[127.0.0.2]:" + server.port();
            check(
                    e,
                    "ssh-host-key",
                    "No host key is known for " + name + ", to which " + server.hostPort() + " is bound over SSH.",
                    "Compare them with what the host's administrator publishes");
            assertTrue(e.getMessage().contains("ED25519 " + server.fingerprint()), e.getMessage());
            String line = server.knownHostsLine();
            assertTrue(e.getMessage().endsWith("\n  " + line.substring(line.indexOf(' ') + 1)), e.getMessage());
            assertEquals(Map.of(), machine.files());

            check(
                    failure(
                            machine,
                            agent("", List.of()),
                            ssh(server.hostPort(), "other.corp " + HostBindingTest.KEY, key.privateKey(), "")),
                    "ssh-host-key",
                    "The knownHosts of the binding for " + server.hostPort() + " have no line for " + name,
                    server.fingerprint());
        }
    }

    @Test
    void aHostThatDoesNotAnswerForItsKey() {
        BoundHost bound = ssh("git.corp", "", key.privateKey(), "");
        check(
                failure(ScriptedMachine.linux(), bound),
                "ssh-host-key",
                "No host key is known for git.corp, to which git.corp is bound over SSH. There is no ssh-keyscan",
                "ask its administrator");
        Map<String, String> answers = Map.of(
                "getaddrinfo git.corp: Name or service not known\n",
                "It could not be asked for its keys: getaddrinfo git.corp: Name or service not known.",
                "# git.corp:22 SSH-2.0-x\n",
                "It could not be asked for its keys: it did not answer within 8 seconds.",
                "# git.corp:22 SSH-2.0-x\ngit.corp ssh-ed25519 AAAA\ngit.corp <script> x\u001b[2J\n",
                "It could not be asked for its keys: git.corp <script> x?[2J.");
        answers.forEach((text, sentence) -> check(
                failure(ScriptedMachine.linux().answers("ssh-keyscan", 1, text), bound),
                "ssh-host-key",
                "No host key is known for git.corp",
                sentence));
    }

    @Test
    void aDirectoryThatSshCannotWrite() {
        for (String dir : List.of("C:\\a%20b\\", "C:\\a$b\\", "C:\\\u0001\\")) {
            check(
                    failure(ScriptedMachine.windows(dir), ssh(key.privateKey(), "")),
                    "cache-permission",
                    "The directory for temporary files, 'C:/",
                    "use a workspace whose path has none of");
        }
    }
}
