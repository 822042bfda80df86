package io.jenkins.plugins.gomodules.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Buffered bytes from a socket, with bounded lines. Used by one thread at a time. */
final class SocketInput {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final InputStream in;
    private final long patienceNanos;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;

    /** Waits for each byte as long as the socket does, and twice as long for what is read in lines. */
    SocketInput(Socket socket) throws IOException {
        this.in = socket.getInputStream();
        this.patienceNanos = socket.getSoTimeout() == 0 ? Long.MAX_VALUE / 2 : socket.getSoTimeout() * 2_000_000L;
    }

    /** When lines that begin to be read now must be there: a server must not hold us up byte by byte. */
    long deadline() {
        return System.nanoTime() + patienceNanos;
    }

    /** Whether bytes came that nobody has read: on an idle connection, a server that talks out of turn. */
    boolean hasBuffered() {
        return position < limit;
    }

    /** Reads up to {@code length} bytes; large reads bypass the buffer. Returns -1 at the end. */
    int read(byte[] target, int offset, int length) throws IOException {
        if (position == limit) {
            if (length >= BUFFER_BYTES) {
                return in.read(target, offset, length);
            }
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    /**
     * Reads a line that ends in CRLF or LF, without its end.
     *
     * @throws HttpProtocolException when it is longer than {@code max} bytes
     * @throws EOFException when the connection ends before any byte of it or within it
     */
    String readLine(int max) throws IOException {
        return readLine(max, deadline());
    }

    /**
     * As {@link #readLine(int)}, but several lines together may have a deadline.
     *
     * @throws SocketTimeoutException when it comes to an end too late
     */
    String readLine(int max, long deadline) throws IOException {
        StringBuilder line = null;
        while (true) {
            if (System.nanoTime() - deadline > 0) {
                throw new SocketTimeoutException("the head of an answer arrived too slowly");
            }
            if (position == limit && !fill()) {
                throw new EOFException("the server closed the connection before its answer was complete");
            }
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            String part = new String(buffer, position, end - position, StandardCharsets.ISO_8859_1);
            boolean complete = end < limit;
            position = complete ? end + 1 : end;
            if ((line == null ? 0 : line.length()) + part.length() > max) {
                throw new HttpProtocolException("the server sent a header line of more than " + max + " bytes");
            }
            if (complete && line == null) {
                return withoutReturn(part);
            }
            line = (line == null ? new StringBuilder() : line).append(part);
            if (complete) {
                return withoutReturn(line.toString());
            }
        }
    }

    private static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }
}
