package io.jenkins.plugins.gomodules.jenkins.failures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A log without the notes that Jenkins hides in it: links, markup and the like, each within a line. */
final class PlainLog extends InputStream {
    /** As in {@code hudson.console.ConsoleNote}: invisible on a terminal, then base64. */
    private static final byte[] BEGIN = "\u001B[8mha:".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] END = "\u001B[0m".getBytes(StandardCharsets.US_ASCII);
    private static final int SIZE = 64 * 1024;

    private final InputStream in;
    private final byte[] raw = new byte[SIZE];
    private final byte[] plain = new byte[SIZE + BEGIN.length];
    private int position;
    private int limit;
    private boolean ended;
    private boolean inNote;
    /** How much of BEGIN, or in a note of END, has just been read. */
    private int matched;

    /** @param in closed with this */
    PlainLog(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        while (position == limit) {
            if (ended) {
                return -1;
            }
            fill();
        }
        int count = Math.min(len, limit - position);
        System.arraycopy(plain, position, b, off, count);
        position += count;
        return count;
    }

    private void fill() throws IOException {
        int read = in.read(raw, 0, SIZE);
        position = 0;
        limit = 0;
        if (read < 0) {
            ended = true;
            giveBack();
            return;
        }
        for (int i = 0; i < read; i++) {
            byte c = raw[i];
            if (inNote) {
                note(c);
            } else if (matched == 0 && c != BEGIN[0]) {
                plain[limit++] = c;
            } else {
                outside(c);
            }
        }
    }

    private void outside(byte c) {
        if (c != BEGIN[matched]) {
            giveBack();
        }
        if (c == BEGIN[matched]) {
            matched++;
            if (matched == BEGIN.length) {
                matched = 0;
                inNote = true;
            }
        } else {
            plain[limit++] = c;
        }
    }

    /** What looked like the begin of a note was none. */
    private void giveBack() {
        if (!inNote) {
            System.arraycopy(BEGIN, 0, plain, limit, matched);
            limit += matched;
        }
        matched = 0;
    }

    private void note(byte c) {
        if (c == '\n') {
            // A note without an end hides no more than its line.
            inNote = false;
            matched = 0;
            plain[limit++] = c;
        } else if (c == END[matched]) {
            matched++;
            if (matched == END.length) {
                matched = 0;
                inNote = false;
            }
        } else {
            matched = c == END[0] ? 1 : 0;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
