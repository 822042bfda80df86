package io.jenkins.plugins.gomodules.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The machine's own git and ssh take it for a Git server, and it sees what they show. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class SshGitServerTest {

    @TempDir
    Path dir;

    private GitRepositories repositories;
    private SshKeys mine;
    private SshKeys other;

    @BeforeEach
    void setUp() throws Exception {
        Tools.orSkip("ssh");
        repositories = GitRepositories.inOrSkip(dir.resolve("repositories"));
        mine = SshKeys.ed25519();
        other = SshKeys.create("ecdsa", SshKeys.Format.OPENSSH, "");
    }

    private record Run(int exit, String text) {}

    private Run git(List<String> command, String knownHosts, SshKeys... keys) throws Exception {
        Path known = Files.writeString(dir.resolve("known_hosts"), knownHosts + "\n");
        StringBuilder ssh = new StringBuilder("ssh -F none -o BatchMode=yes -o IdentitiesOnly=yes -o IdentityAgent=none"
                + " -o GlobalKnownHostsFile=none -o StrictHostKeyChecking=yes -o UserKnownHostsFile=" + known);
        for (SshKeys key : keys) {
            Path file = dir.resolve(key.fingerprint().replaceAll("[^A-Za-z0-9]", ""));
            Files.writeString(file, key.privateKey());
            file.toFile().setReadable(false, false);
            file.toFile().setReadable(true, true);
            ssh.append(" -i ").append(file);
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(dir.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_SSH_COMMAND", ssh.toString());
        return run(builder);
    }

    private static Run run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), text);
    }

    @Test
    void servesWhoeverHasAnAuthorizedKeyAndTellsWhatWasShown() throws Exception {
        String commit = repositories.module("git.corp.example/team/lib.git", "v1.0.0", "go 1.20\n");
        try (SshGitServer server = SshGitServer.startOrSkip("127.0.0.2", repositories.root())) {
            server.authorize(mine);
            List<String> list = List.of("git", "ls-remote", server.sshUrl("team/lib.git"), "v1.0.0");
            Run good = git(list, server.knownHostsLine(), other, mine);
            assertEquals(new Run(0, commit + "\trefs/tags/v1.0.0\n"), good, server::toString);

            SshAttempt attempt = server.attempts().get(0);
            assertEquals(server.user(), attempt.user());
            assertEquals(List.of(other.fingerprint(), mine.fingerprint()), attempt.offered());
            assertEquals(Optional.of(mine.fingerprint()), attempt.accepted());

            server.authorize(other);
            Run denied = git(list, server.knownHostsLine(), mine);
            assertTrue(denied.text().contains("Permission denied (publickey)"), denied.text());
            assertEquals(List.of(mine.fingerprint()), server.attempts().get(1).offered());
            assertEquals(Optional.empty(), server.attempts().get(1).accepted());
            assertEquals(List.of(mine.fingerprint()), server.accepted());
        }
    }

    @Test
    void clonesAndServesNothingElse() throws Exception {
        repositories.module("git.corp.example/team/lib.git", "v1.0.0", "go 1.20\n");
        Files.createDirectories(dir.resolve("outside.git"));
        try (SshGitServer server = SshGitServer.startOrSkip("127.0.0.1", repositories.root())) {
            server.authorize(mine);
            List<String> clone = List.of("git", "clone", "--quiet", server.sshUrl("team/lib"), "copy");
            assertEquals(new Run(0, ""), git(clone, server.knownHostsLine(), mine));
            assertTrue(Files.exists(dir.resolve("copy/go.mod")));

            Map<String, String> refused = Map.of(
                    "../outside.git", "only git-upload-pack is served",
                    "team/none.git", "repository not found");
            for (Map.Entry<String, String> each : refused.entrySet()) {
                String text = git(
                                List.of("git", "ls-remote", server.sshUrl(each.getKey())),
                                server.knownHostsLine(),
                                mine)
                        .text();
                assertTrue(text.contains(each.getValue()), text);
            }
            String push = git(List.of("git", "-C", "copy", "push", "--quiet"), server.knownHostsLine(), mine)
                    .text();
            assertTrue(push.contains("only git-upload-pack is served"), push);
        }
    }

    @Test
    void aClientThatKnowsAnotherKeyOfTheHostShowsNothing() throws Exception {
        try (SshGitServer server = SshGitServer.startOrSkip("127.0.0.2", dir)) {
            String wrong = "[127.0.0.2]:" + server.port() + " " + other.bareKey();
            Run refused = git(List.of("git", "ls-remote", server.sshUrl("a.git")), wrong, mine);
            assertTrue(refused.text().contains("Host key verification failed"), refused.text());
            assertEquals(List.of(), server.offered());
            assertEquals("", server.attempts().get(0).user());
            assertTrue(server.fingerprint().startsWith("SHA256:"), server.fingerprint());
        }
    }

    @Test
    void theHostileOneRecordsKeysAndPasswordsAndLetsNobodyIn() throws Exception {
        try (SshGitServer server = SshGitServer.startHostile("127.0.0.3")) {
            Path answer = Files.writeString(dir.resolve("answer"), "#!/bin/sh\necho secret\n");
            assertTrue(answer.toFile().setExecutable(true));
            Path key = Files.writeString(dir.resolve("key"), mine.privateKey());
            assertTrue(key.toFile().setReadable(false, false) && key.toFile().setReadable(true, true));
            Path known = Files.writeString(dir.resolve("known"), server.knownHostsLine() + "\n");
            ProcessBuilder ssh = new ProcessBuilder(
                    List.of("ssh", "-F", "none", "-o", "UserKnownHostsFile=" + known, "-o", "NumberOfPasswordPrompts=1")
                            .toArray(String[]::new));
            ssh.command().addAll(List.of("-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-i", key.toString()));
            ssh.command().addAll(List.of("-p", "" + server.port(), "nobody-we-know@127.0.0.3", "true"));
            ssh.environment().putAll(Map.of("SSH_ASKPASS", answer.toString(), "SSH_ASKPASS_REQUIRE", "force"));
            assertFalse(run(ssh.redirectErrorStream(true)).exit() == 0);

            SshAttempt attempt = server.attempts().get(0);
            assertEquals("nobody-we-know", attempt.user());
            assertEquals(List.of("none", "publickey", "password"), attempt.methods());
            assertEquals(List.of(mine.fingerprint()), attempt.offered());
            assertEquals(Optional.empty(), attempt.accepted());
        }
    }
}
