package io.jenkins.plugins.gomodules.http;

import java.io.Closeable;
import java.io.IOException;

/** An answer whose body is still to be read. Closing it gives the connection back, or ends it when bytes are left. */
public final class HttpResponse implements Closeable {
    private final HttpTransport transport;
    private final HttpConnection connection;
    private final ResponseHead head;
    private final BodyFraming body;
    private boolean closed;

    HttpResponse(HttpTransport transport, HttpConnection connection, ResponseHead head) throws IOException {
        this.transport = transport;
        this.connection = connection;
        this.head = head;
        this.body = connection.body(head);
    }

    /** The status code, 100 to 999. */
    public int status() {
        return head.status();
    }

    /** What the server says beside the status code; may be empty. */
    public String reason() {
        return head.reason();
    }

    public HttpHeaders headers() {
        return head.headers();
    }

    /** The declared length of the body in bytes, or -1 where none is declared. */
    public long contentLength() throws IOException {
        return head.contentLength();
    }

    /**
     * Reads body bytes, -1 at the end.
     *
     * @throws java.io.EOFException when the body ends before its declared length or its last chunk
     * @throws java.net.SocketTimeoutException when nothing arrives for the read timeout
     */
    public int read(byte[] target, int offset, int length) throws IOException {
        return body.read(target, offset, length);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (body.complete() && head.keepsAlive() && connection.idle()) {
            transport.release(connection);
        } else {
            transport.discard(connection);
        }
    }
}
