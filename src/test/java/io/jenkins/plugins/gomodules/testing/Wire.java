package io.jenkins.plugins.gomodules.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a connection carries instead of an answer: anything, for as long as the client stands it. */
@FunctionalInterface
public interface Wire {

    /**
     * Sends it. A client that has had enough closes the connection, which ends this with an exception.
     *
     * @param answer the bytes of the answer that was due, head and body
     */
    void send(byte[] answer, OutputStream out) throws IOException, InterruptedException;

    /** The first bytes of the answer, so that it may end within its head. */
    static Wire first(int bytes) {
        return (answer, out) -> out.write(answer, 0, Math.min(bytes, answer.length));
    }

    /** The whole answer, but its first bytes one at a time, each on its own way through the network. */
    static Wire dripping(int bytes) {
        return (answer, out) -> {
            int dripped = Math.min(bytes, answer.length);
            for (int i = 0; i < dripped; i++) {
                out.write(answer[i]);
                out.flush();
            }
            out.write(answer, dripped, answer.length - dripped);
        };
    }

    /** Something of another protocol. */
    static Wire bytes(byte[] bytes) {
        return (answer, out) -> out.write(bytes);
    }

    /** A head, and then the same bytes over and over. */
    static Wire endless(String head, byte[] unit) {
        return (answer, out) -> {
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                out.write(unit);
            }
        };
    }

    /** Header fields without end. */
    static Wire endlessHeaders() {
        return endless("HTTP/1.1 200 OK\r\n", "X-More: and more\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    /** One header line without end. */
    static Wire endlessHeaderLine() {
        return endless("HTTP/1.1 200 OK\r\nX-Long: ", "longer and ".getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Interim answers without end. */
    static Wire endlessInterimAnswers() {
        return endless("", "HTTP/1.1 102 Processing\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A body without length and without end. */
    static Wire endlessBody() {
        return endless(
                "HTTP/1.1 200 OK\r\n\r\n", "PK\3\4 and so on\n".repeat(500).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A body in chunks without end. */
    static Wire endlessChunks() {
        String chunk = "2000\r\n" + "x".repeat(0x2000) + "\r\n";
        return endless(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", chunk.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** SETTINGS and GOAWAY (RFC 9113 sections 6.5 and 6.8), from a server that takes everybody for an HTTP/2 client. */
    static Wire goAway() {
        byte[] settings = {0, 0, 0, 4, 0, 0, 0, 0, 0};
        byte[] goAway = {0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 11};
        return (answer, out) -> {
            out.write(settings);
            out.write(goAway);
            out.write(0);
        };
    }
}
