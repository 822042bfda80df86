package io.jenkins.plugins.gomodules.modzip;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A zip file seen through one window of fixed size: a small zip is read by a single system call, a large one piece by
 * piece in the order in which it is asked for.
 *
 * <p>Read through java.io, which a JVM that has just started gets through a third faster than through a FileChannel.
 */
final class ZipBytes implements Closeable {

    private final String subject;
    private final RandomAccessFile file;
    private final long size;
    private final byte[] window;
    private long start;
    private int filled;

    private ZipBytes(String subject, RandomAccessFile file, byte[] window) throws IOException {
        this.subject = subject;
        this.file = file;
        this.size = file.length();
        this.window = window;
    }

    /**
     * @param subject how messages call the zip
     * @param window buffer of at least 66 KiB, this object's own until it is closed
     */
    static ZipBytes open(Path path, String subject, byte[] window) throws IOException {
        RandomAccessFile file;
        try {
            file = new RandomAccessFile(path.toFile(), "r");
        } catch (IOException e) {
            Files.newByteChannel(path).close(); // says in which way it cannot be opened
            throw e;
        }
        boolean done = false;
        try {
            ZipBytes bytes = new ZipBytes(subject, file, window);
            done = true;
            return bytes;
        } finally {
            if (!done) {
                file.close();
            }
        }
    }

    /** Size of the file in bytes. */
    long size() {
        return size;
    }

    /** How messages call the zip. */
    String subject() {
        return subject;
    }

    /** The buffer that the offsets of {@link #at} are offsets into. */
    byte[] window() {
        return window;
    }

    /**
     * Brings bytes into the window.
     *
     * @param position offset in the file
     * @param length number of bytes, at most the window's length
     * @return where in the window they start; good until the next call
     * @throws InvalidModuleZipException if the file ends before them
     */
    int at(long position, int length) throws IOException {
        if (position < 0 || position > size - length) {
            throw invalid("is cut short: bytes " + position + " to " + (position + length) + " are missing");
        }
        if (position < start || position + length > start + filled) {
            fill(position);
        }
        return (int) (position - start);
    }

    /** How many bytes of the file the window holds from a position that {@link #at} has just been asked for. */
    int available(long position) {
        return (int) (start + filled - position);
    }

    /** Copies bytes of the file, more than fit the window if need be. */
    void copy(long position, byte[] to) throws IOException {
        int done = 0;
        while (done < to.length) {
            int at = at(position + done, 1);
            int n = Math.min(available(position + done), to.length - done);
            System.arraycopy(window, at, to, done, n);
            done += n;
        }
    }

    private void fill(long position) throws IOException {
        // The whole of a small file, whatever part of it is asked for first.
        long from = size <= window.length ? 0 : position;
        if (from != start + filled) {
            file.seek(from);
        }
        start = from;
        filled = 0;
        int wanted = (int) Math.min(window.length, size - start);
        while (filled < wanted) {
            int n = file.read(window, filled, wanted - filled);
            if (n < 0) {
                throw invalid("became shorter while it was read");
            }
            filled += n;
        }
    }

    InvalidModuleZipException invalid(String problem) {
        return new InvalidModuleZipException(subject.concat(" ").concat(problem));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
