package io.jenkins.plugins.gomodules.sumdb;

import io.jenkins.plugins.gomodules.module.GoText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The public key of somebody who signs notes: {@code name+hash+key}. The name is the signer's; the hash, 8 hexadecimal
 * digits, tells several keys of one signer apart and catches slips of the pen; the key is base64 of an algorithm, 1 for
 * Ed25519, and the 32 bytes of that.
 *
 * @see <a href="https://pkg.go.dev/golang.org/x/mod/sumdb/note#hdr-Verifying_Notes">verifier keys</a>
 */
final class NoteKey {
    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;

    /** What stands before the key itself where Java wants one, RFC 8410. */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final int hash;
    private final PublicKey key;

    private NoteKey(String name, int hash, PublicKey key) {
        this.name = name;
        this.hash = hash;
        this.key = key;
    }

    /** @throws InvalidSumDbException when this is not such a key, saying what about it is wrong */
    static NoteKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length < 3) {
            throw new InvalidSumDbException(
                    "it is neither the name of a database whose key is known here nor a key of the form name+hash+key");
        }
        byte[] encoded = Base64Text.decode(parts[2]);
        if (!isName(parts[0]) || parts[1].length() != 8 || encoded == null || encoded.length == 0) {
            throw new InvalidSumDbException("the key is not of the form name+hash+key; copy it anew");
        }
        int hash = hash(parts[0], encoded);
        if (!parts[1].equalsIgnoreCase(HexFormat.of().toHexDigits(hash))) {
            throw new InvalidSumDbException(
                    "the hash in the middle of the key is not that of its name and key; copy it anew");
        }
        if (encoded[0] != ED25519 || encoded.length != 1 + KEY_BYTES) {
            throw new InvalidSumDbException("the key is for another algorithm than Ed25519");
        }
        return new NoteKey(parts[0], hash, publicKey(encoded));
    }

    private static PublicKey publicKey(byte[] encoded) {
        byte[] x509 = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
        System.arraycopy(encoded, 1, x509, X509_PREFIX.length, KEY_BYTES);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
        } catch (GeneralSecurityException e) {
            throw new InvalidSumDbException("the key is not one of Ed25519; copy it anew");
        }
    }

    private static int hash(String name, byte[] encodedKey) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return bigEndian(digest.digest(encodedKey));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The number that four bytes are. */
    static int bigEndian(byte[] bytes) {
        return bytes[0] << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    }

    /** Whether somebody who signs notes can be called so. */
    static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '+' || GoText.isSpace(name.charAt(i))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** Whose key it is. */
    String name() {
        return name;
    }

    /** What tells it from other keys of the same name. */
    int hash() {
        return hash;
    }

    boolean hasSigned(byte[] text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // A signature of the wrong length is an exception, too.
            return false;
        }
    }

    /** The name and the hash. */
    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(hash);
    }
}
