package io.jenkins.plugins.gomodules.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A pair of SSH keys, made by the machine's ssh-keygen.
 *
 * @param privateKey the file's text, with its final newline
 * @param publicKey type, key and a comment, as in a .pub file; no newline
 * @param fingerprint SHA256:…
 */
public record SshKeys(String privateKey, String publicKey, String fingerprint) {

    /** How the private key is written. */
    public enum Format {
        /** BEGIN OPENSSH PRIVATE KEY. */
        OPENSSH,
        /** BEGIN RSA (or EC) PRIVATE KEY; not for ed25519. */
        PEM,
        /** BEGIN (ENCRYPTED) PRIVATE KEY; not for ed25519. */
        PKCS8
    }

    public static SshKeys ed25519() throws IOException, InterruptedException {
        return create("ed25519", Format.OPENSSH, "");
    }

    /**
     * Makes a pair; without ssh-keygen the test is skipped and says so.
     *
     * @param type ed25519, rsa or ecdsa
     * @param passphrase empty for none
     */
    public static SshKeys create(String type, Format format, String passphrase)
            throws IOException, InterruptedException {
        Path keygen = Tools.orSkip("ssh-keygen");
        Path dir = Files.createTempDirectory("gomodules-keys");
        try {
            Path file = dir.resolve("key");
            List<String> command = new ArrayList<>(List.of(keygen.toString(), "-q", "-t", type));
            if (format != Format.OPENSSH) {
                command.addAll(List.of("-m", format.name()));
            }
            command.addAll(List.of("-N", passphrase, "-C", "somebody@example.test", "-f", file.toString()));
            Tools.run(dir, command);
            Path publicFile = dir.resolve("key.pub");
            String listed = Tools.run(dir, List.of(keygen.toString(), "-l", "-f", publicFile.toString()));
            return new SshKeys(
                    Files.readString(file), Files.readString(publicFile).strip(), listed.split(" ")[1]);
        } finally {
            Trees.delete(dir);
        }
    }

    /** Type and key without the comment. */
    public String bareKey() {
        return publicKey.substring(0, publicKey.lastIndexOf(' '));
    }
}
