package io.jenkins.plugins.gomodules.http;

import java.io.EOFException;
import java.io.IOException;

/** Where a body ends: by its length, by its last chunk or with the connection. RFC 9112 section 6. */
abstract class BodyFraming {
    private static final int MAX_CHUNK_LINE_BYTES = 4 * 1024;
    private static final int MAX_TRAILERS = 64;

    /** Reads body bytes; -1 once the body has ended as announced. */
    abstract int read(byte[] target, int offset, int length) throws IOException;

    /** Whether the body has ended as announced, so that the connection is at the start of the next answer. */
    abstract boolean complete();

    static BodyFraming of(ResponseHead head, SocketInput in) throws IOException {
        if (!head.hasBody()) {
            return new Sized(in, 0);
        }
        if (head.chunked()) {
            return new Chunked(in);
        }
        long length = head.contentLength();
        return length >= 0 ? new Sized(in, length) : new UntilClose(in);
    }

    private static final class Sized extends BodyFraming {
        private final SocketInput in;
        private final long declared;
        private long left;

        Sized(SocketInput in, long declared) {
            this.in = in;
            this.declared = declared;
            this.left = declared;
        }

        @Override
        int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = in.read(target, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new EOFException(
                        "the body was cut off after " + (declared - left) + " of " + declared + " bytes");
            }
            left -= count;
            return count;
        }

        @Override
        boolean complete() {
            return left == 0;
        }
    }

    private static final class Chunked extends BodyFraming {
        private final SocketInput in;
        private long left;
        private boolean first = true;
        private boolean ended;

        Chunked(SocketInput in) {
            this.in = in;
        }

        @Override
        int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0 && !ended) {
                nextChunk();
            }
            if (ended) {
                return -1;
            }
            int count = in.read(target, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new EOFException("the body was cut off within a chunk");
            }
            left -= count;
            return count;
        }

        private void nextChunk() throws IOException {
            if (!first && !in.readLine(MAX_CHUNK_LINE_BYTES).isEmpty()) {
                throw new HttpProtocolException("the server sent a malformed chunk");
            }
            first = false;
            left = chunkSize(in.readLine(MAX_CHUNK_LINE_BYTES));
            if (left == 0) {
                int trailers = 0;
                while (!in.readLine(MAX_CHUNK_LINE_BYTES).isEmpty()) {
                    if (++trailers > MAX_TRAILERS) {
                        throw new HttpProtocolException("the server sent trailers without end");
                    }
                }
                ended = true;
            }
        }

        private static long chunkSize(String line) throws HttpProtocolException {
            int extension = line.indexOf(';');
            String hex = (extension < 0 ? line : line.substring(0, extension)).strip();
            long size = 0;
            for (int i = 0; i < hex.length(); i++) {
                int digit = Character.digit(hex.charAt(i), 16);
                if (digit < 0 || i >= 12) {
                    throw new HttpProtocolException("the server sent a malformed chunk size");
                }
                size = size * 16 + digit;
            }
            if (hex.isEmpty()) {
                throw new HttpProtocolException("the server sent a malformed chunk size");
            }
            return size;
        }

        @Override
        boolean complete() {
            return ended;
        }
    }

    private static final class UntilClose extends BodyFraming {
        private final SocketInput in;

        UntilClose(SocketInput in) {
            this.in = in;
        }

        @Override
        int read(byte[] target, int offset, int length) throws IOException {
            return in.read(target, offset, length);
        }

        @Override
        boolean complete() {
            return false;
        }
    }
}
