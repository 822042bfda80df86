package io.jenkins.plugins.gomodules.sumdb;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A SHA-256 hash of a record of the log, or of a part of its tree. Leaves and inner nodes are hashed with a different first
 * byte, so that none can be passed off as the other.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962, Merkle hash trees</a>
 */
final class Hash {
    /** Bytes of a hash. */
    static final int SIZE = 32;

    /** The hash of the tree without records. */
    static final Hash OF_EMPTY_TREE = new Hash(sha256().digest());

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of a record with this text. */
    static Hash ofRecord(byte[] text) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return new Hash(digest.digest(text));
    }

    /** The hash of the node above these two. */
    static Hash ofNode(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /**
     * The hash of the node above all hashes that lie side by side in an array.
     *
     * @param count how many; a power of 2
     */
    static Hash above(byte[] hashes, int first, int count) {
        if (count == 1) {
            return new Hash(Arrays.copyOfRange(hashes, first * SIZE, (first + 1) * SIZE));
        }
        int half = count / 2;
        return ofNode(above(hashes, first, half), above(hashes, first + half, half));
    }

    /** Reads the base64 form, or gives null if this is none. */
    static Hash parse(String base64) {
        byte[] bytes = Base64Text.decode(base64);
        return bytes == null || bytes.length != SIZE ? null : new Hash(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash && Arrays.equals(bytes, ((Hash) other).bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The base64 form. */
    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
