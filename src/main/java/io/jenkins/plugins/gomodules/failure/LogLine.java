package io.jenkins.plugins.gomodules.failure;

import java.nio.charset.StandardCharsets;

/** A line of a log with what is around it. Valid only while it is being shown. */
final class LogLine {
    private final byte[] buffer;
    private final int start;
    private final int end;
    private final int limit;
    private final long number;
    private String text;

    LogLine(byte[] buffer, int start, int end, int limit, long number) {
        this.buffer = buffer;
        this.start = start;
        this.end = end;
        this.limit = limit;
        this.number = number;
    }

    /** Counted from 1. */
    long number() {
        return number;
    }

    /** A hash of the line without its digits: the same for a message that only comes at other times. */
    long shape() {
        long hash = 1;
        for (int i = start; i < end; i++) {
            byte b = buffer[i];
            hash = b >= '0' && b <= '9' ? hash : 31 * hash + b;
        }
        return hash;
    }

    /** The line without what wrappers add. */
    String text() {
        if (text == null) {
            text = clean(start, end);
        }
        return text;
    }

    /** The line after this one; empty if there is none. */
    String next() {
        int from = end;
        while (from < limit && from < end + 2 && LogScanner.isLineEnd(buffer[from])) {
            from++;
        }
        int to = from;
        while (to < limit && to < from + LogScanner.MAX_LINE && !LogScanner.isLineEnd(buffer[to])) {
            to++;
        }
        return clean(from, to);
    }

    /** Goes back from this line, one line at a time, as far as the buffer reaches. */
    Backwards backwards() {
        return new Backwards();
    }

    private String clean(int from, int to) {
        return LineText.clean(new String(buffer, from, to - from, StandardCharsets.UTF_8));
    }

    /** The lines before, the nearest first. */
    final class Backwards {
        private int from = start;

        /** The next line before; null if there is none. */
        String next() {
            int to = from;
            while (to > 0 && to > from - 2 && LogScanner.isLineEnd(buffer[to - 1])) {
                to--;
            }
            if (to <= 0) {
                return null;
            }
            int least = Math.max(0, start - LogScanner.SURROUNDINGS);
            int begin = to;
            while (begin > least && !LogScanner.isLineEnd(buffer[begin - 1])) {
                begin--;
            }
            if (begin >= from || begin <= least && begin > 0) {
                return null;
            }
            from = begin;
            return clean(begin, to);
        }
    }
}
