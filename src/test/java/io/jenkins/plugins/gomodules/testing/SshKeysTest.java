package io.jenkins.plugins.gomodules.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SshKeysTest {

    @ParameterizedTest
    @CsvSource({
        "ed25519, OPENSSH, '', OPENSSH PRIVATE KEY, ssh-ed25519",
        "ed25519, OPENSSH, open sesame, OPENSSH PRIVATE KEY, ssh-ed25519",
        "ecdsa, PEM, '', EC PRIVATE KEY, ecdsa-sha2-nistp256",
        "rsa, PEM, open sesame, RSA PRIVATE KEY, ssh-rsa",
        "rsa, PKCS8, open sesame, ENCRYPTED PRIVATE KEY, ssh-rsa",
    })
    void areWrittenAsAsked(String type, SshKeys.Format format, String passphrase, String header, String publicType)
            throws Exception {
        SshKeys keys = SshKeys.create(type, format, passphrase);
        assertTrue(keys.privateKey().startsWith("-----BEGIN " + header + "-----\n"), keys.privateKey());
        assertTrue(keys.privateKey().endsWith("-----END " + header + "-----\n"), keys.privateKey());
        assertTrue(keys.bareKey().matches(publicType + " [A-Za-z0-9+/=]+"), keys.bareKey());
        assertTrue(keys.fingerprint().matches("SHA256:[A-Za-z0-9+/]{43}"), keys.fingerprint());
    }
}
