package io.jenkins.plugins.gomodules.git;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A private key as people paste it, repaired where that is safe: line breaks of Windows, a missing final one, blank lines
 * around.
 *
 * @param text as ssh-add reads it
 * @param encrypted whether it needs a passphrase
 * @param publicKey empty if the format does not tell without the passphrase
 */
record PrivateKeyText(String text, boolean encrypted, Optional<PublicKey> publicKey) {
    private static final int MAX_CHARS = 64 * 1024;
    private static final String BEGIN = "-----BEGIN ";
    private static final String PRIVATE = "PRIVATE KEY-----";

    /** "openssh-key-v1" and a NUL, in PROTOCOL.key of OpenSSH. */
    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);

    /** @throws IllegalArgumentException with the end of a sentence that begins with "the credential 'x'"; nothing of the key */
    static PrivateKeyText parse(String pasted) {
        String text = pasted.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("holds no key; paste the private key into it");
        }
        if (text.length() > MAX_CHARS) {
            throw new IllegalArgumentException("has more than " + MAX_CHARS + " characters, so it is no SSH key");
        }
        if (text.startsWith("PuTTY-User-Key-File")) {
            throw new IllegalArgumentException("holds a key in PuTTY's format (.ppk), which ssh-add cannot read; in"
                    + " PuTTYgen choose 'Export OpenSSH key' under Conversions, and paste that file");
        }
        int lineEnd = text.indexOf('\n');
        String first = lineEnd < 0 ? text : text.substring(0, lineEnd).strip();
        checkFirstLine(text, first);
        if (lineEnd < 0) {
            throw new IllegalArgumentException(
                    "holds a key whose line breaks are lost; paste the file again as it is," + " with its lines");
        }
        String end = first.replace(BEGIN, "-----END ");
        if (!text.endsWith(end)) {
            throw new IllegalArgumentException("holds a key that is cut off, or has something after it: the last line"
                    + " has to be '" + end + "'; paste the whole file again");
        }
        String body = text.substring(lineEnd + 1, text.length() - end.length());
        String whole = text + "\n";
        if (first.contains("OPENSSH")) {
            return parseOpenSsh(whole, body);
        }
        boolean encrypted = first.contains("ENCRYPTED") || body.startsWith("Proc-Type: 4,ENCRYPTED");
        return new PrivateKeyText(whole, encrypted, Optional.empty());
    }

    @Override
    public String toString() {
        return "PrivateKeyText[encrypted=" + encrypted + "]";
    }

    private static void checkFirstLine(String text, String first) {
        if (text.startsWith(BEGIN) && first.contains(PRIVATE)) {
            return;
        }
        boolean publicKey = PublicKey.isType(first) || first.contains("PUBLIC KEY");
        throw new IllegalArgumentException(
                publicKey
                        ? "holds a public key; paste the private one, the file without .pub"
                        : "holds no SSH private key: it does not begin with '-----BEGIN … PRIVATE KEY-----'; paste the"
                                + " whole file, as ssh-keygen wrote it");
    }

    /** Cipher and public key stand before what is encrypted. */
    private static PrivateKeyText parseOpenSsh(String whole, String body) {
        try {
            ByteBuffer key = ByteBuffer.wrap(Base64.getMimeDecoder().decode(body));
            byte[] magic = new byte[MAGIC.length];
            key.get(magic);
            if (!Arrays.equals(magic, MAGIC)) {
                throw damaged();
            }
            boolean encrypted = !new String(bytes(key), StandardCharsets.US_ASCII).equals("none");
            bytes(key);
            bytes(key);
            if (key.getInt() != 1) {
                throw damaged();
            }
            byte[] blob = bytes(key);
            String type = new String(bytes(ByteBuffer.wrap(blob)), StandardCharsets.US_ASCII);
            PublicKey publicKey = PublicKey.parse(type, Base64.getEncoder().encodeToString(blob));
            return new PrivateKeyText(whole, encrypted, Optional.of(publicKey));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            // Not passed on: whatever it says, it says about what is in the key.
            throw damaged();
        }
    }

    private static byte[] bytes(ByteBuffer from) {
        int length = from.getInt();
        if (length < 0 || length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("holds a key that is damaged between its first and last line; paste the"
                + " whole file again, as ssh-keygen wrote it");
    }
}
