package io.jenkins.plugins.gomodules.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.HangUpServer;
import io.jenkins.plugins.gomodules.testing.SshGitServer;
import io.jenkins.plugins.gomodules.testing.SshKeys;
import io.jenkins.plugins.gomodules.testing.Tools;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an SSH server says, and whether its key is the one that is known. */
class SshProbeTest {
    private static TargetReport probe(String host, String knownHosts) throws InterruptedException {
        return new Probe(ProbeSettings.DEFAULT)
                .gitHost(GitHost.parse(host, "", true, knownHosts))
                .targets()
                .get(0);
    }

    @Test
    void keysAreCompared() throws Exception {
        Tools.orSkip("ssh-keyscan");
        try (SshGitServer server = SshGitServer.startOrSkip("127.0.0.1", Path.of("/nowhere"))) {
            TargetReport known = probe(server.hostPort(), server.knownHostsLine());
            assertTrue(known.succeeded(), known::toString);
            String introduction =
                    known.stage(Stage.SSH).orElseThrow().facts().get(0).value();
            assertTrue(introduction.startsWith("SSH-2.0-"), introduction);
            String key =
                    known.stage(Stage.HOST_KEY).orElseThrow().facts().get(0).value();
            assertEquals("ssh-ed25519 " + server.fingerprint(), key);

            StageReport unknown =
                    probe(server.hostPort(), "").stage(Stage.HOST_KEY).orElseThrow();
            assertEquals(Outcome.WARNING, unknown.outcome());
            StageReport other = probe(server.hostPort(), SshKeys.ed25519().publicKey())
                    .failure()
                    .orElseThrow();
            assertEquals("ssh-host-key", other.cause().id());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\n\r\n", "", "SSH", "\u0000\u0001\n"})
    void somethingElseListens(String words) throws Exception {
        try (HangUpServer server = HangUpServer.saying(words, 0)) {
            TargetReport report = probe("127.0.0.1:" + server.port(), "");
            assertEquals(Stage.SSH, report.failure().orElseThrow().stage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-oProxyCommand=x", "a b", "user@host", "host:0", "host:70000", "host:x", "h/x"})
    void whatIsNoHost(String host) {
        assertThrows(IllegalArgumentException.class, () -> GitHost.parse(host, "", true, ""));
    }
}
