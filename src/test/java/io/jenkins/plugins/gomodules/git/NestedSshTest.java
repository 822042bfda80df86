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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Blocks within blocks over SSH: the outer one goes on, the inner one goes first. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class NestedSshTest {

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
        repositories.module("git.corp.example/other/lib.git", "v1.0.0", "go 1.20\n");
        one = SshKeys.ed25519();
        two = SshKeys.ed25519();
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
                new HostBinding(server.hostPort(), path, HostProtocol.SSH, "", server.knownHostsLine(), "key");
        return new BoundHost(binding, new SshKey(server.user(), List.of(key.privateKey()), ""));
    }

    private Shell block(String name, Shell around, BoundHost... hosts) throws Exception {
        LocalMachine machine = new LocalMachine(dir.resolve(name), around.environment());
        return around.within(GitAccess.prepare(List.of(hosts), machine, agents));
    }

    private static List<List<String>> offered(SshGitServer server) throws InterruptedException {
        return server.attempts().stream().map(SshAttempt::offered).toList();
    }

    @Test
    void bothHostsWorkInTheInnerBlockEachWithItsKey() throws Exception {
        Shell inner = block("in [1]", block("out'er [*] ü", shell, bind(first, "", one)), bind(second, "", two));
        assertEquals(commit, inner.lsRemote(first.sshUrl("team/lib.git"), "v1.0.0"));
        assertEquals(commit, inner.lsRemote(second.sshUrl("team/lib.git"), "v1.0.0"));
        assertEquals(List.of(List.of(one.fingerprint())), offered(first));
        assertEquals(List.of(List.of(two.fingerprint())), offered(second));
        assertTrue(inner.run("ssh-add", "-l").contains(two.fingerprint()));
    }

    @Test
    void theSamePlaceIsTheInnerBlocks() throws Exception {
        Shell outer = block("outer", shell, bind(first, "", one), bind(second, "team/", one));
        Shell inner = block("inner", outer, bind(first, "", two), bind(second, "team/", two));
        for (SshGitServer server : List.of(first, second)) {
            assertEquals(commit, inner.lsRemote(server.sshUrl("team/lib.git"), "v1.0.0"));
            assertEquals(List.of(List.of(two.fingerprint())), offered(server));
        }
        assertEquals(commit, outer.lsRemote(first.sshUrl("team/lib.git"), "v1.0.0"));
        assertEquals(List.of(one.fingerprint()), offered(first).get(1));
    }

    @Test
    void theLongestPathWinsWhicheverBlockHasIt() throws Exception {
        Shell outer = block("outer", shell, bind(first, "team/", one), bind(second, "", one));
        Shell inner = block("inner", outer, bind(first, "", two), bind(second, "team/lib", two));
        for (SshGitServer server : List.of(first, second)) {
            assertEquals(commit, inner.lsRemote(server.sshUrl("team/lib.git"), "v1.0.0"));
            assertTrue(inner.lsRemote(server.sshUrl("other/lib.git"), "v1.0.0").matches("[0-9a-f]{40}"));
        }
        assertEquals(List.of(List.of(one.fingerprint()), List.of(two.fingerprint())), offered(first));
        assertEquals(List.of(List.of(two.fingerprint()), List.of(one.fingerprint())), offered(second));
    }

    @Test
    void aHostThatNoBlockBindsSeesNoKeyOfAny() throws Exception {
        KeyAgent own = agents.start();
        SshKeys users = SshKeys.ed25519();
        own.add(users.privateKey(), null, "");
        Shell outer = block("outer", shell.with(own.environment()), bind(first, "", one));
        Shell inner = block("inner", outer, bind(second, "", two));
        try (SshGitServer hostile = SshGitServer.startHostile("127.0.0.4")) {
            String trusting = inner.environment().get("GIT_SSH_COMMAND")
                    + " -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null";
            inner.with(Map.of("GIT_SSH_COMMAND", trusting)).lsRemote(hostile.sshUrl("team/lib.git"), "v1.0.0");
            List<String> shown = hostile.offered();
            assertTrue(shown.contains(users.fingerprint()), shown::toString);
            assertTrue(!shown.contains(one.fingerprint()) && !shown.contains(two.fingerprint()), shown::toString);
        }
    }

    @Test
    void anInnerBlockOverHttpsTakesThePlaceFromAnOuterOneOverSsh() throws Exception {
        HostBinding ssh = new HostBinding(
                "git.corp.example", "", HostProtocol.SSH, first.sshUrl(""), first.knownHostsLine(), "key");
        Shell outer =
                block("outer", shell, new BoundHost(ssh, new SshKey(first.user(), List.of(one.privateKey()), "")));
        HostBinding https = new HostBinding("git.corp.example", "team/", HostProtocol.HTTPS, "", "", "login");
        Shell inner = block("inner", outer, new BoundHost(https, new Login("a", "b")));
        String url = "https://git.corp.example/team/lib.git";
        assertEquals(url, inner.rewritten(url));
        assertNotEquals(url, outer.rewritten(url));
        assertEquals(commit, outer.lsRemote(url, "v1.0.0"));
        assertTrue(inner.rewritten("https://git.corp.example/other/lib").startsWith("ssh://"));

        HostBinding whole = new HostBinding("git.corp.example", "", HostProtocol.HTTPS, "", "", "login");
        Shell all = block("all", outer, new BoundHost(whole, new Login("a", "b")));
        assertEquals(url, all.rewritten(url));
    }
}
