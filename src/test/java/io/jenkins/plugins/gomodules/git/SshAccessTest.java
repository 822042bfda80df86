package io.jenkins.plugins.gomodules.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.GitRepositories;
import io.jenkins.plugins.gomodules.testing.SshAttempt;
import io.jenkins.plugins.gomodules.testing.SshGitServer;
import io.jenkins.plugins.gomodules.testing.SshKeys;
import io.jenkins.plugins.gomodules.testing.Tools;
import io.jenkins.plugins.gomodules.testing.Trees;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Real git, ssh and ssh-agent against real SSH servers, which tell which keys they were shown. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class SshAccessTest {

    @TempDir
    Path dir;

    private LocalAgents agents;
    private SshGitServer first;
    private SshGitServer second;
    private SshKeys one;
    private SshKeys two;
    private Shell shell;
    private String commit;

    @BeforeEach
    void setUp() throws Exception {
        Tools.orSkip("ssh");
        agents = LocalAgents.orSkip(dir);
        GitRepositories repositories = GitRepositories.inOrSkip(dir.resolve("repositories"));
        commit = repositories.module("git.corp.example/team/lib.git", "v1.0.0", "go 1.20\n");
        repositories.module("git.corp.example/team/library.git", "v1.0.0", "go 1.20\n");
        repositories.module("git.corp.example/other/lib.git", "v1.0.0", "go 1.20\n");
        one = SshKeys.ed25519();
        two = SshKeys.create("ecdsa", SshKeys.Format.OPENSSH, "");
        first = SshGitServer.startOrSkip("127.0.0.2", repositories.root()).authorize(one, two);
        second = SshGitServer.startOrSkip("127.0.0.3", repositories.root()).authorize(one, two);
        shell = Shell.in(dir.resolve("home"));
    }

    @AfterEach
    void tearDown() throws Exception {
        // A set-up that was skipped has not started them all.
        if (agents != null) {
            agents.close();
        }
        if (first != null) {
            first.close();
        }
        if (second != null) {
            second.close();
        }
        Trees.makeDeletable(dir);
    }

    private static BoundHost bind(SshGitServer server, String path, SshKeys key) {
        HostBinding binding =
                new HostBinding(server.hostPort(), path, HostProtocol.SSH, "", server.knownHostsLine(), "key-" + path);
        return new BoundHost(binding, new SshKey(server.user(), List.of(key.privateKey()), ""));
    }

    private GitVariables prepare(BoundHost... hosts) throws Exception {
        LocalMachine machine = new LocalMachine(dir.resolve("tmp dir"), shell.environment());
        return GitAccess.prepare(List.of(hosts), machine, agents);
    }

    @Test
    void eachHostIsShownItsOwnKeyAlone() throws Exception {
        GitVariables block = prepare(bind(first, "", one), bind(second, "", two));
        Shell inside = shell.within(block);

        assertEquals(commit, inside.lsRemote(first.sshUrl("team/lib.git"), "v1.0.0"));
        assertEquals(commit, inside.lsRemote("https://127.0.0.3/team/lib.git", "v1.0.0"));
        assertEquals(
                commit, inside.lsRemote("git+ssh://" + second.sshUrl("team/lib").substring(6), "v1.0.0"));

        assertEquals(List.of(one.fingerprint()), first.offered(), first::toString);
        assertEquals(List.of(two.fingerprint()), second.offered(), second::toString);
        assertEquals(List.of("none", "publickey"), first.attempts().get(0).methods());
        assertEquals(1, agents.started());
        String listed = inside.run("ssh-add", "-l");
        assertTrue(listed.contains(one.fingerprint()) && listed.contains(two.fingerprint()), listed);
        assertEquals(
                List.of(
                        first.hostPort() + " over SSH with 'key-' (ED25519 " + one.fingerprint() + ")",
                        second.hostPort() + " over SSH with 'key-' (ECDSA " + two.fingerprint() + ")"),
                block.notices().stream().sorted().toList());
    }

    @Test
    void theLongestPathDecidesByWholeComponents() throws Exception {
        SshKeys three = SshKeys.ed25519();
        first.authorize(one, two, three);
        Shell inside =
                shell.within(prepare(bind(first, "team/lib", three), bind(first, "team/", two), bind(first, "", one)));
        String[] paths = {"team/lib.git", "team/lib", "team/library.git", "other/lib.git"};
        for (String path : paths) {
            String denied = inside.lsRemote(first.sshUrl(path), "v1.0.0");
            assertTrue(denied.matches("[0-9a-f]{40}"), denied);
        }
        assertEquals(
                List.of(
                        List.of(three.fingerprint()),
                        List.of(three.fingerprint()),
                        List.of(two.fingerprint()),
                        List.of(one.fingerprint())),
                first.attempts().stream().map(SshAttempt::offered).toList());
    }

    @Test
    void aBoundHostThatIsHostileGetsItsKeyOnlyAndNothingIsTypedIn() throws Exception {
        try (SshGitServer hostile = SshGitServer.startHostile("127.0.0.4")) {
            Shell inside = shell.within(prepare(bind(first, "", one), bind(hostile, "", two)));
            String denied = inside.lsRemote(hostile.sshUrl("team/lib.git"), "v1.0.0");
            assertTrue(denied.contains("Permission denied"), denied);
            assertEquals(List.of(two.fingerprint()), hostile.offered());
            assertEquals(List.of("none", "publickey"), hostile.attempts().get(0).methods());
        }
    }

    @Test
    void hostsThatAreNotBoundSeeWhatTheyWouldSeeWithoutTheBlock() throws Exception {
        SshKeys own = SshKeys.ed25519();
        KeyAgent ownAgent = agents.start();
        ownAgent.add(own.privateKey(), null, "");
        try (SshGitServer hostile = SshGitServer.startHostile("127.0.0.4")) {
            for (Map<String, String> around : List.of(Map.<String, String>of(), ownAgent.environment())) {
                shell = Shell.in(dir.resolve("home")).with(around);
                Shell inside = shell.within(prepare(bind(first, "", one)));
                // As a user would who trusts everybody.
                String trusting = inside.environment().get("GIT_SSH_COMMAND")
                        + " -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null";
                inside.with(Map.of("GIT_SSH_COMMAND", trusting)).lsRemote(hostile.sshUrl("team/lib.git"), "v1.0.0");
                assertEquals(commit, inside.lsRemote(first.sshUrl("team/lib.git"), "v1.0.0"));
            }
            List<SshAttempt> attempts = hostile.attempts();
            assertEquals(2, attempts.size());
            assertTrue(
                    attempts.stream().noneMatch(each -> each.offered().contains(one.fingerprint())),
                    attempts::toString);
            assertTrue(attempts.get(1).offered().contains(own.fingerprint()), attempts::toString);
            assertEquals(List.of(one.fingerprint()), first.offered());
        }
    }

    @Test
    void anotherHostKeyThanTheBoundOneEndsItBeforeAnyKeyIsShown() throws Exception {
        HostBinding binding = new HostBinding(first.hostPort(), "", HostProtocol.SSH, "", one.bareKey(), "deploy-key");
        BoundHost bound = new BoundHost(binding, new SshKey(first.user(), List.of(one.privateKey()), ""));
        String failed = shell.within(prepare(bound)).lsRemote(first.sshUrl("team/lib.git"), "v1.0.0");
        assertTrue(failed.contains("Host key verification failed"), failed);
        assertEquals(List.of(), first.offered());
    }

    @Test
    void anSshUrlOfItsOwnTakesThePlaceOfTheHttpsOne() throws Exception {
        HostBinding binding = new HostBinding(
                "git.corp.example",
                "scm/team/",
                HostProtocol.SSH,
                first.sshUrl("team"),
                first.knownHostsLine(),
                "deploy-key");
        BoundHost bound = new BoundHost(binding, new SshKey("ignored", List.of(one.privateKey()), ""));
        Shell inside = shell.within(prepare(bound));
        assertEquals(commit, inside.lsRemote("https://git.corp.example/scm/team/lib.git", "v1.0.0"));
        assertEquals(commit, inside.lsRemote(first.sshUrl("team/lib.git"), "v1.0.0"));
        assertEquals(
                "https://git.corp.example/scm/teamwork", inside.rewritten("https://git.corp.example/scm/teamwork"));
    }

    @Test
    void theGoCommandFetchesOverSsh() throws Exception {
        Tools.orSkip("go");
        HostBinding binding = new HostBinding(
                "git.corp.example", "team/", HostProtocol.SSH, first.sshUrl("team"), first.knownHostsLine(), "key");
        BoundHost bound = new BoundHost(binding, new SshKey("", List.of(two.privateKey()), ""));
        Shell inside = shell.with(Map.of("GOPROXY", "direct")).within(prepare(bound));
        assertEquals(List.of(), inside.goModDownload("git.corp.example/team/lib.git@v1.0.0"));
        assertEquals(List.of(two.fingerprint()), first.offered());
        assertEquals(List.of(two.fingerprint()), first.accepted());
    }

    @Test
    void keysOfEveryFormatAndSeveralInOneCredential() throws Exception {
        SshKeys pem = SshKeys.create("rsa", SshKeys.Format.PEM, "open sesame");
        SshKeys pkcs8 = SshKeys.create("ecdsa", SshKeys.Format.PKCS8, "open sesame");
        SshKeys locked = SshKeys.create("ed25519", SshKeys.Format.OPENSSH, "open sesame");
        first.authorize(locked);
        second.authorize(pem);
        List<String> keys = List.of(
                pkcs8.privateKey().replace("\n", "\r\n"), pem.privateKey().strip(), locked.privateKey());
        SshKey secret = new SshKey(first.user(), keys, "open sesame");
        HostBinding here = new HostBinding(first.hostPort(), "", HostProtocol.SSH, "", first.knownHostsLine(), "keys");
        HostBinding there =
                new HostBinding(second.hostPort(), "", HostProtocol.SSH, "", second.knownHostsLine(), "keys");
        Shell inside = shell.within(prepare(new BoundHost(here, secret), new BoundHost(there, secret)));
        assertEquals(commit, inside.lsRemote(first.sshUrl("team/lib.git"), "v1.0.0"));
        assertEquals(commit, inside.lsRemote(second.sshUrl("team/lib.git"), "v1.0.0"));
        assertEquals(
                List.of(pkcs8.fingerprint(), pem.fingerprint(), locked.fingerprint()),
                first.attempts().get(0).offered());
        assertEquals(Optional.of(pem.fingerprint()), second.attempts().get(0).accepted());
        assertEquals(3, inside.run("ssh-add", "-l").lines().count());
    }

    @Test
    void theBlockOfADeadAgentIsPreparedAgain() throws Exception {
        LocalMachine machine = new LocalMachine(dir.resolve("tmp"), shell.environment());
        List<BoundHost> hosts = List.of(bind(first, "", one));
        GitVariables before = GitAccess.prepare(hosts, machine, agents);
        assertTrue(GitAccess.isAlive(machine, before));
        agents.killLast();
        assertEquals(false, GitAccess.isAlive(machine, before));

        GitVariables after = GitAccess.prepare(hosts, machine, agents);
        assertTrue(GitAccess.isAlive(machine, after));
        assertNotEquals(before.agentEnvironment(), after.agentEnvironment());
        assertEquals(commit, shell.within(after).lsRemote(first.sshUrl("team/lib.git"), "v1.0.0"));
        machine.deleteFiles();
        assertEquals(false, GitAccess.isAlive(machine, after));
    }
}
