package io.jenkins.plugins.gomodules.git;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/**
 * A public key as OpenSSH writes it.
 *
 * @param type such as {@code ssh-ed25519}
 * @param base64 the key's bytes, which begin with the type
 */
record PublicKey(String type, String base64) {
    private static final int MAX_BASE64 = 16 * 1024;

    /** Whether the word can be the type of a key. */
    static boolean isType(String word) {
        return word.startsWith("ssh-") || word.startsWith("ecdsa-sha2-") || word.startsWith("sk-");
    }

    /** @throws IllegalArgumentException with the end of a sentence that begins with "line 2" */
    static PublicKey parse(String type, String base64) {
        if (!isType(type) || type.length() > 64 || base64.length() > MAX_BASE64) {
            throw new IllegalArgumentException("has no key type that ssh knows, such as ssh-ed25519, before the key");
        }
        byte[] blob;
        try {
            blob = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("has a key that is not base64; copy it again, all on one line", e);
        }
        if (!type.equals(typeOf(blob))) {
            throw new IllegalArgumentException("has a key that is cut off, or not of the type that stands before it;"
                    + " copy it again, all on one line");
        }
        return new PublicKey(type, base64);
    }

    /** Type and key, as in a {@code .pub} file without comment. */
    String text() {
        return type + " " + base64;
    }

    /** Type and hash, as in {@code ED25519 SHA256:…}. */
    String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(base64));
            return shortType() + " SHA256:"
                    + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    private String shortType() {
        String name = type.startsWith("sk-") ? type.substring(3) : type;
        name = name.startsWith("ecdsa-") ? "ecdsa" : name.startsWith("ssh-") ? name.substring(4) : name;
        return name.toUpperCase(Locale.ROOT);
    }

    private static String typeOf(byte[] blob) {
        if (blob.length < 8) {
            return "";
        }
        ByteBuffer buffer = ByteBuffer.wrap(blob);
        int length = buffer.getInt();
        if (length < 0 || length >= buffer.remaining()) {
            return "";
        }
        return new String(blob, 4, length, StandardCharsets.US_ASCII);
    }
}
