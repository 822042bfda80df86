package io.jenkins.plugins.gomodules.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What secrets are made of, and that they do not show it. */
class SecretsTest {
    @ParameterizedTest
    @CsvSource({
        "github.com, '', x-access-token",
        "GitLab.corp.example, '', oauth2",
        "bitbucket.org, '', x-token-auth",
        "gitea.example, '', x-access-token",
        "dev.azure.com, '', x-access-token",
        "gitlab.com, deploy, deploy",
    })
    void tokensGetTheUsualUserName(String host, String username, String expected) {
        Login login = Login.ofToken(host, username, "t0ken");
        assertEquals(expected, login.username());
        assertEquals("t0ken", login.password());
        assertTrue(login.isToken());
        assertFalse(new Login("me", "pw").isToken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ses\nxyzzy", "xyzzy\r", "ses\0xyzzy"})
    void lineBreaksAreRefusedWithoutTheValue(String hostile) {
        for (org.junit.jupiter.api.function.Executable making : List.<org.junit.jupiter.api.function.Executable>of(
                () -> new Login("me", hostile),
                () -> new Login(hostile, "pw"),
                () -> Login.ofToken("h", "", hostile))) {
            String message =
                    assertThrows(IllegalArgumentException.class, making).getMessage();
            assertTrue(message.contains("holds a line break or a NUL"), message);
            assertFalse(message.contains("xyzzy"), message);
        }
        assertThrows(IllegalArgumentException.class, () -> new Login("a:b", "pw"));
        assertThrows(IllegalArgumentException.class, () -> new SshKey("-oProxyCommand", List.of(), ""));
        assertThrows(IllegalArgumentException.class, () -> new SshKey(hostile, List.of(), ""));
    }

    @Test
    void nothingSecretIsShown() {
        HostBinding https = new HostBinding("git.corp", "", HostProtocol.HTTPS, "", "", "id");
        HostBinding ssh = new HostBinding("git.corp", "", HostProtocol.SSH, "", "", "id");
        for (Object each : List.of(
                new Login("sesame", "sesame"),
                Login.ofToken("h", "sesame", "sesame"),
                new SshKey("sesame", List.of("sesame"), "sesame"),
                new BoundHost(https, new Login("sesame", "sesame")),
                new BoundHost(ssh, new SshKey("", List.of("sesame"), "sesame")))) {
            assertFalse(each.toString().contains("sesame"), each::toString);
        }
    }

    @Test
    void theKindHasToFitTheProtocol() {
        HostBinding https = new HostBinding("git.corp", "team/", HostProtocol.HTTPS, "", "", "deploy-key");
        HostBinding ssh = new HostBinding("git.corp", "", HostProtocol.SSH, "", "", "token");
        assertEquals(
                "credentialsId: 'deploy-key' is of the kind 'SSH private key', but git.corp/team/ is reached over HTTPS,"
                        + " which needs the kind 'user name with password' or 'secret text'; bind another credential,"
                        + " or set protocol to 'ssh'",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new BoundHost(https, new SshKey("", List.of("x"), "")))
                        .getMessage());
        assertEquals(
                "credentialsId: 'token' is of the kind 'secret text', but git.corp is reached over SSH, which needs the"
                        + " kind 'SSH private key'; bind another credential, or set protocol to 'https'",
                assertThrows(IllegalArgumentException.class, () -> new BoundHost(ssh, Login.ofToken("h", "", "t")))
                        .getMessage());
        assertEquals(Optional.empty(), new BoundHost(ssh, Optional.empty()).secret());
    }
}
