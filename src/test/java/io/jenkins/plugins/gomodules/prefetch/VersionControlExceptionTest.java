package io.jenkins.plugins.gomodules.prefetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionControlExceptionTest {
    private static final ModuleVersion MODULE = new ModuleVersion("git.example/team/lib", "v1.0.0");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "exec: git: executable file not found in $PATH; vcs-missing",
                "fatal: could not read Username for 'https://git.example': terminal prompts disabled; auth-required",
                "git@git.example: Permission denied (publickey).; auth-denied",
                "Host key verification failed.; ssh-host-key",
                "dial tcp: lookup git.example on 10.0.0.1:53: no such host; dns-failure",
                "ssh: connect to host git.example port 22: Connection refused; connection-refused",
                "dial tcp 192.0.2.1:443: i/o timeout; network-timeout",
                "invalid version: unknown revision v9.9.9; version-not-found",
                "x509: certificate signed by unknown authority; tls-untrusted",
                "something new; vcs-failure"
            })
    void theCauseIsFoundInTheWordsOfGitAndGo(String message, String cause) {
        assertEquals(cause, new VersionControlException(MODULE, message).causeId());
    }

    @Test
    void theModuleIsNotNamedTwice() {
        assertEquals(
                "no luck | at all", new VersionControlException(MODULE, MODULE + ": no luck\r\n\tat all").getMessage());
    }

    @Test
    void whatWantsALoginComesWithTheWayToGiveIt() {
        String message = new VersionControlException(MODULE, "terminal prompts disabled").getMessage();
        assertTrue(message.contains("goHost(host: 'git.example', credentialsId: '…')"), message);
    }
}
