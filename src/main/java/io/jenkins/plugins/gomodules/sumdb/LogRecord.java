package io.jenkins.plugins.gomodules.sumdb;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A record of the log as a lookup gives it: its number on a line, its text, which are lines of a go.sum file, an empty line,
 * and the signed head of a tree that has it.
 */
final class LogRecord {
    private final long id;
    private final byte[] text;
    private final byte[] head;

    private LogRecord(long id, byte[] text, byte[] head) {
        this.id = id;
        this.text = text;
        this.head = head;
    }

    /** @throws SumDbException when the answer is not of that form; nothing is proved by that it is */
    static LogRecord parse(byte[] answer) throws SumDbException {
        // Neither a byte of a longer character nor half a line can be taken for a line feed.
        int firstEnd = indexOf(answer, "\n", 0);
        int textEnd = firstEnd < 0 ? -1 : indexOf(answer, "\n\n", firstEnd + 1);
        if (textEnd < 0) {
            throw malformed();
        }
        byte[] text = Arrays.copyOfRange(answer, firstEnd + 1, textEnd + 1);
        SignedNote.decode(text);
        return new LogRecord(id(answer, firstEnd), text, Arrays.copyOfRange(answer, textEnd + 2, answer.length));
    }

    private static long id(byte[] answer, int end) throws SumDbException {
        try {
            long id = Long.parseLong(new String(answer, 0, end, StandardCharsets.ISO_8859_1));
            if (id >= 0) {
                return id;
            }
        } catch (NumberFormatException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static int indexOf(byte[] bytes, String ascii, int from) {
        for (int i = from; i <= bytes.length - ascii.length(); i++) {
            int matched = 0;
            while (matched < ascii.length() && bytes[i + matched] == ascii.charAt(matched)) {
                matched++;
            }
            if (matched == ascii.length()) {
                return i;
            }
        }
        return -1;
    }

    /** Its number; the first record of the log has 0. */
    long id() {
        return id;
    }

    /** The hash that the log must have at its number. */
    Hash hash() {
        return Hash.ofRecord(text);
    }

    /** The signed note with the head. */
    byte[] head() {
        return head.clone();
    }

    /** What the text says of a module; another module's lines in the same record do not count. */
    ModuleSums sums(ModuleVersion module) {
        List<String> zips = new ArrayList<>();
        List<String> goMods = new ArrayList<>();
        String ofZip = module.path() + " " + module.version() + " ";
        String ofGoMod = module.path() + " " + module.version() + "/go.mod ";
        for (String line : new String(text, StandardCharsets.UTF_8).split("\n")) {
            if (line.startsWith(ofZip)) {
                zips.add(line.substring(ofZip.length()));
            } else if (line.startsWith(ofGoMod)) {
                goMods.add(line.substring(ofGoMod.length()));
            }
        }
        return new ModuleSums(zips, goMods);
    }

    private static SumDbException malformed() {
        return new SumDbException("the answer is not a record of the log with a signed head");
    }
}
