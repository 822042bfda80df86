package io.jenkins.plugins.gomodules.failure;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.BitSet;

/**
 * Goes through a log once and shows the lines that contain a text searched for. The memory is one buffer: what lies far
 * behind is forgotten, and of a line without end a part around the text is shown.
 */
final class LogScanner {
    /** What is kept before a line that is shown, and what is read ahead of it, in bytes. */
    static final int SURROUNDINGS = 8 * 1024;
    /** The most that is shown of one line, in bytes. */
    static final int MAX_LINE = 8 * 1024;

    static final int BUFFER = 512 * 1024;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NEWLINES = 0x0a0a0a0a0a0a0a0aL;
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

    private final LiteralSearch search;
    private final byte[] buffer = new byte[BUFFER];
    private final BitSet found = new BitSet();
    private int begin;
    private int position;
    private int limit;
    private int counted;
    private long newlines;

    /** Receives the lines, in their order. */
    interface Sink {
        /** @param found which texts are in the line; valid during the call */
        void line(LogLine line, BitSet found);
    }

    LogScanner(LiteralSearch search) {
        this.search = search;
    }

    /**
     * Reads to the end of the stream, and does not close it.
     *
     * @throws InterruptedIOException if the thread is interrupted
     */
    void scan(InputStream log, Sink sink) throws IOException {
        boolean more = true;
        while (more) {
            makeRoom();
            int read = log.readNBytes(buffer, limit, BUFFER - limit);
            limit += read;
            more = limit == BUFFER;
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("the analysis of the log was interrupted");
            }
            scanTo(more ? safeEnd() : limit, sink);
        }
    }

    private void makeRoom() {
        int keep = Math.max(begin, position - SURROUNDINGS);
        countTo(keep);
        System.arraycopy(buffer, keep, buffer, 0, limit - keep);
        position -= keep;
        limit -= keep;
        begin = 0;
        // What was counted up to a line that was shown may lie behind what is kept.
        counted -= keep;
    }

    /** Behind the last line that has its surroundings in the buffer. */
    private int safeEnd() {
        int end = limit - SURROUNDINGS;
        for (int i = end; i > position && i > end - MAX_LINE; i--) {
            if (isLineEnd(buffer[i - 1])) {
                return i;
            }
        }
        return end;
    }

    private void scanTo(int end, Sink sink) {
        while (position < end) {
            int match = search.find(buffer, position, end);
            if (match < 0) {
                // A text may lie across the end, but only where a line does.
                position = isLineEnd(buffer[end - 1]) ? end : Math.max(position, end - search.longest());
                return;
            }
            int start = match;
            int least = Math.max(position, match - MAX_LINE / 2);
            while (start > least && !isLineEnd(buffer[start - 1])) {
                start--;
            }
            int stop = match;
            int most = Math.min(limit, start + MAX_LINE);
            while (stop < most && !isLineEnd(buffer[stop])) {
                stop++;
            }
            found.clear();
            for (int at = match; at >= 0; at = search.find(buffer, search.next(at), stop)) {
                search.collect(buffer, at, stop, found);
            }
            countTo(start);
            sink.line(new LogLine(buffer, start, stop, limit, newlines + 1), found);
            position = stop;
        }
    }

    /** Carriage returns end a line that is written over; they do not count. */
    static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    /** Lines are counted only when a number is needed, eight bytes at a time. */
    private void countTo(int end) {
        int i = counted;
        long count = 0;
        for (; i + 8 <= end; i += 8) {
            long x = (long) LONGS.get(buffer, i) ^ NEWLINES;
            count += Long.bitCount(~(((x & LOW_BITS) + LOW_BITS) | x | LOW_BITS));
        }
        for (; i < end; i++) {
            count += buffer[i] == '\n' ? 1 : 0;
        }
        newlines += count;
        counted = Math.max(counted, end);
    }
}
