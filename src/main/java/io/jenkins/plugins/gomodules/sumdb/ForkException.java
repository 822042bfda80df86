package io.jenkins.plugins.gomodules.sumdb;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The database has signed two heads of which neither continues the other: it shows, or has shown, somebody a wrong log. The
 * message has both signed heads in full and, where that takes more than the two, the proof that they contradict each other.
 */
public final class ForkException extends SumDbException {
    private static final long serialVersionUID = 1L;

    ForkException(String message) {
        super(message);
    }

    /**
     * @param name the database
     * @param older the note with the head of fewer records
     * @param newer the note with the other
     * @param size how many records the older head has
     * @param hash the hash that the tree of the newer head has over as many
     * @param proof the proof that the newer head's tree begins with the tree of that hash
     */
    static ForkException of(String name, byte[] older, byte[] newer, long size, Hash hash, List<Hash> proof) {
        StringBuilder message = new StringBuilder("the checksum database ")
                .append(name)
                .append(" has signed two heads that contradict each other: [")
                .append(inOneLine(older))
                .append("] and [")
                .append(inOneLine(newer))
                .append("]. The tree of the second has over its first ")
                .append(size)
                .append(" records the hash ")
                .append(hash);
        if (!proof.isEmpty()) {
            message.append(" (proof:");
            proof.forEach(step -> message.append(' ').append(step));
            message.append(')');
        }
        return new ForkException(
                message.append(", which is not that of the first").toString());
    }

    /** A note holds no control characters but line feeds, and its signature has been verified. */
    private static String inOneLine(byte[] note) {
        return new String(note, StandardCharsets.UTF_8)
                .strip()
                .replace("\n\n", "\n")
                .replace("\n", " / ");
    }
}
