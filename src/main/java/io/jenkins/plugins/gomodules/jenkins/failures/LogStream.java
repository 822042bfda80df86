package io.jenkins.plugins.gomodules.jenkins.failures;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;

/**
 * A log up to a size. Of one that is longer the first tenth of that size is read and the rest from its end, where the failure
 * is; what lies between is passed over on the disk. The two parts are a line end apart.
 */
final class LogStream extends InputStream {
    private final RandomAccessFile file;
    private final LogRanges ranges;
    private final long cutFrom;
    private final long cutTo;
    private boolean cutReached;
    private long at;
    private long rangePosition;
    private long rangeEnd;
    private long bytes;
    private long lines;

    private LogStream(RandomAccessFile file, LogRanges ranges, long cutFrom, long cutTo) {
        this.file = file;
        this.ranges = ranges;
        this.cutFrom = cutFrom;
        this.cutTo = cutTo;
    }

    /** @param limit the most bytes to read */
    static LogStream open(File file, LogRanges.Source source, long limit) throws IOException {
        long total = 0;
        try (LogRanges all = source.open()) {
            while (all.next()) {
                total += all.end() - all.start();
            }
        }
        long head = limit / 10;
        return total <= limit ? open(file, source, -1, -1) : open(file, source, head, total - (limit - head));
    }

    /**
     * One whose middle is left out.
     *
     * @param cutFrom where, in bytes of the log; -1 for nowhere
     * @param cutTo where it goes on
     */
    static LogStream open(File file, LogRanges.Source source, long cutFrom, long cutTo) throws IOException {
        RandomAccessFile opened = new RandomAccessFile(file, "r");
        boolean complete = false;
        try {
            LogStream stream = new LogStream(opened, source.open(), cutFrom, cutTo);
            complete = true;
            return stream;
        } finally {
            if (!complete) {
                opened.close();
            }
        }
    }

    /** Whether something is left out. */
    boolean isCut() {
        return cutFrom >= 0;
    }

    /** The last line whose number is right; those behind what is left out have none. */
    long lastNumberedLine() {
        return cutReached ? lines + 1 : Long.MAX_VALUE;
    }

    /** How many bytes were read. */
    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (len == 0) {
            return 0;
        }
        if (at == cutFrom && !cutReached) {
            cutReached = true;
            skipTo(cutTo);
            b[off] = '\n';
            return 1;
        }
        if (rangePosition == rangeEnd && !nextRange()) {
            return -1;
        }
        long most = rangeEnd - rangePosition;
        if (isCut() && !cutReached) {
            most = Math.min(most, cutFrom - at);
        }
        file.seek(rangePosition);
        int read = file.read(b, off, (int) Math.min(len, most));
        if (read < 0) {
            return -1; // somebody has cut the file short
        }
        if (isCut() && !cutReached) {
            for (int i = off; i < off + read; i++) {
                lines += b[i] == '\n' ? 1 : 0;
            }
        }
        at += read;
        rangePosition += read;
        bytes += read;
        return read;
    }

    private boolean nextRange() throws IOException {
        if (!ranges.next()) {
            return false;
        }
        rangePosition = ranges.start();
        rangeEnd = ranges.end();
        return true;
    }

    private void skipTo(long position) throws IOException {
        while (at < position) {
            if (rangePosition == rangeEnd && !nextRange()) {
                return;
            }
            long step = Math.min(position - at, rangeEnd - rangePosition);
            at += step;
            rangePosition += step;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            ranges.close();
        } finally {
            file.close();
        }
    }
}
