package io.jenkins.plugins.gomodules.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.SshKeys;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys as ssh-keygen writes them, and as people paste them. */
class PrivateKeyTextTest {
    @ParameterizedTest
    @CsvSource({
        "ed25519, OPENSSH, '', false, true",
        "ed25519, OPENSSH, sesame, true, true",
        "ecdsa, OPENSSH, '', false, true",
        "rsa, OPENSSH, sesame, true, true",
        "rsa, PEM, '', false, false",
        "rsa, PEM, sesame, true, false",
        "ecdsa, PEM, sesame, true, false",
        "ecdsa, PKCS8, '', false, false",
        "ecdsa, PKCS8, sesame, true, false",
    })
    void tellsWhatTheFormatTells(
            String type, SshKeys.Format format, String passphrase, boolean encrypted, boolean showsPublicKey)
            throws Exception {
        SshKeys keys = SshKeys.create(type, format, passphrase);
        PrivateKeyText key = PrivateKeyText.parse(keys.privateKey());
        assertEquals(keys.privateKey(), key.text());
        assertEquals(encrypted, key.encrypted());
        assertEquals(showsPublicKey, key.publicKey().isPresent());
        key.publicKey().ifPresent(shown -> {
            assertEquals(keys.bareKey(), shown.text());
            assertTrue(shown.fingerprint().endsWith(" " + keys.fingerprint()), shown.fingerprint());
        });
        assertFalse(key.toString().contains(keys.privateKey().substring(50, 70)));
    }

    @Test
    void repairsLineEndsAndWhatIsAround() throws Exception {
        String good = SshKeys.ed25519().privateKey();
        for (String pasted : new String[] {
            good.strip(), good.replace("\n", "\r\n"), "\n\n  " + good + "\n\n", good.replace("\n", "\r")
        }) {
            assertEquals(good, PrivateKeyText.parse(pasted).text());
        }
    }

    @Test
    void saysWhatIsWrongAndShowsNothingOfIt() throws Exception {
        SshKeys keys = SshKeys.ed25519();
        String good = keys.privateKey();
        String body = good.substring(good.indexOf('\n') + 1, good.indexOf("\n-----END"));
        String begin = "-----BEGIN OPENSSH PRIVATE KEY-----\n";
        String end = "\n-----END OPENSSH PRIVATE KEY-----";
        byte[] bytes = Base64.getMimeDecoder().decode(body);
        bytes[15] = (byte) 0xff; // the length of what follows
        Map<String, String> wrong = new TreeMap<>();
        wrong.put(" \n", "holds no key; paste");
        wrong.put("PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n", "in PuTTY's format (.ppk)");
        wrong.put(keys.publicKey(), "holds a public key; paste the private one");
        wrong.put("---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n---- END SSH2 PUBLIC KEY ----", "holds a public key");
        wrong.put("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "holds a public key");
        wrong.put("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "holds no SSH private key");
        wrong.put("hunter2", "holds no SSH private key");
        wrong.put(good.replace("\n", " "), "whose line breaks are lost");
        wrong.put(good.substring(0, good.length() - 40), "is cut off, or has something after it");
        wrong.put(good + "hunter2", "is cut off, or has something after it");
        wrong.put(good + good.replace("OPENSSH", "RSA"), "is cut off, or has something after it");
        wrong.put(begin + body.substring(0, 100) + end, "is damaged between its first and last line");
        wrong.put(begin + "AAAA" + end, "is damaged");
        wrong.put(begin + "####" + end, "is damaged");
        wrong.put(begin + Base64.getEncoder().encodeToString(bytes) + end, "is damaged");
        wrong.put("x".repeat(65537), "has more than 65536 characters");
        wrong.forEach((text, because) -> {
            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> PrivateKeyText.parse(text), because);
            assertTrue(refusal.getMessage().contains(because), refusal.getMessage());
            assertFalse(refusal.getMessage().contains("hunter2"), refusal.getMessage());
            assertFalse(refusal.getMessage().contains(body.substring(0, 10)), refusal.getMessage());
            assertEquals(null, refusal.getCause());
        });
    }
}
