package io.jenkins.plugins.gomodules.sumdb;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text with signatures below it: the text, ending in a newline, an empty line, and for each signature a line of a dash (—),
 * the signer's name, and base64 of 4 bytes that say which key and of the signature itself.
 *
 * @see <a href="https://pkg.go.dev/golang.org/x/mod/sumdb/note#hdr-Signed_Note_Format">signed note format</a>
 */
final class SignedNote {
    private static final int MAX_SIGNATURES = 100;
    private static final String SIGNATURE = "— ";
    private static final int KEY_HASH_BYTES = 4;

    private SignedNote() {}

    /**
     * Returns the text of a note that somebody has signed. Signatures of others are passed over.
     *
     * @throws SumDbException when it is no note, or this key has not signed it
     */
    static String open(byte[] note, NoteKey key) throws SumDbException {
        String all = decode(note);
        int split = all.lastIndexOf("\n\n");
        if (split < 0 || !all.endsWith("\n") || split + 2 == all.length()) {
            throw malformed("it does not end in signatures");
        }
        String text = all.substring(0, split + 1);
        String[] lines = all.substring(split + 2, all.length() - 1).split("\n", MAX_SIGNATURES + 1);
        if (lines.length > MAX_SIGNATURES) {
            throw malformed("it has more than " + MAX_SIGNATURES + " signatures");
        }
        boolean signed = false;
        for (String line : lines) {
            signed |= isSignature(line, text, key, signed);
        }
        if (!signed) {
            throw new SumDbException("the head of the log is not signed by " + key);
        }
        return text;
    }

    /** Whether the line is a signature by the key; the first such counts. */
    private static boolean isSignature(String line, String text, NoteKey key, boolean known) throws SumDbException {
        int space = line.indexOf(' ', SIGNATURE.length());
        if (!line.startsWith(SIGNATURE) || space < 0) {
            throw malformed("a signature is not of the form \"— name base64\"");
        }
        String name = line.substring(SIGNATURE.length(), space);
        byte[] signature = Base64Text.decode(line.substring(space + 1));
        if (!NoteKey.isName(name) || signature == null || signature.length <= KEY_HASH_BYTES) {
            throw malformed("a signature is not of the form \"— name base64\"");
        }
        if (!name.equals(key.name()) || NoteKey.bigEndian(signature) != key.hash() || known) {
            return false;
        }
        byte[] bytes = Arrays.copyOfRange(signature, KEY_HASH_BYTES, signature.length);
        if (!key.hasSigned(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new SumDbException("the signature of the head of the log is not valid for the key " + key);
        }
        return true;
    }

    /** A text of the log is valid UTF-8 without control characters but line feeds. */
    static String decode(byte[] bytes) throws SumDbException {
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\n') {
                throw malformed("it holds control characters");
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("it is not UTF-8");
        }
    }

    private static SumDbException malformed(String why) {
        return new SumDbException("the answer is not a signed note: " + why);
    }
}
