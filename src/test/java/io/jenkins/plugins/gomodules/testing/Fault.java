package io.jenkins.plugins.gomodules.testing;

import java.nio.charset.StandardCharsets;

/**
 * Something that goes wrong with an answer of a {@link LoopbackProxy}. Faults compose: each changes what the one before
 * it left.
 */
@FunctionalInterface
public interface Fault {

    void spoil(RecordedRequest request, Answer answer);

    default Fault and(Fault next) {
        return (request, answer) -> {
            spoil(request, answer);
            next.spoil(request, answer);
        };
    }

    /** Another status, with a line of text as body. */
    static Fault status(int code) {
        return status(code, "status " + code + " on purpose\n");
    }

    static Fault status(int code, String text) {
        return (request, answer) -> {
            answer.status(code);
            answer.body = text.getBytes(StandardCharsets.UTF_8);
            answer.headers.put("Content-Type", "text/plain; charset=utf-8");
            answer.headers.remove("ETag");
            answer.ranges = Answer.Ranges.IGNORED;
        };
    }

    /** Seconds or an HTTP date; to be composed with a status. */
    static Fault retryAfter(String value) {
        return header("Retry-After", value);
    }

    static Fault header(String name, String value) {
        return (request, answer) -> answer.headers.put(name, value);
    }

    static Fault withoutHeader(String name) {
        return (request, answer) -> answer.headers.remove(name);
    }

    /** Anything instead of the status line, without the line's end. */
    static Fault statusLine(String line) {
        return (request, answer) -> answer.statusLine = line;
    }

    /** Another body with an honest length. */
    static Fault body(byte[] other) {
        return (request, answer) -> answer.body = other.clone();
    }

    /** Moved: status 301, 302, 307 or 308, and where to. */
    static Fault redirect(int code, String location) {
        return status(code, "").and(header("Location", location));
    }

    /** The connection ends properly (FIN) after so many bytes of the body sent. */
    static Fault cutAfter(long bytes) {
        return (request, answer) -> answer.cutAfter = bytes;
    }

    /** The connection is reset (RST) after so many bytes of the body sent. */
    static Fault resetAfter(long bytes) {
        return (request, answer) -> {
            answer.cutAfter = bytes;
            answer.reset = true;
        };
    }

    /** The connection ends where the status line was due. */
    static Fault hangUp() {
        return (request, answer) -> answer.cutAfter = -2;
    }

    /** The connection is reset where the status line was due. */
    static Fault resetAtOnce() {
        return resetAfter(-2);
    }

    /** Nothing is answered until the gate opens. */
    static Fault stall(Gate gate) {
        return stallAfter(-1, gate);
    }

    /** So many bytes of the body are sent, the next when the gate opens. */
    static Fault stallAfter(long bytes, Gate gate) {
        return (request, answer) -> answer.gates.put(bytes, gate);
    }

    /** A Content-Length that is not the body's. The connection ends after the body. */
    static Fault contentLength(long bytes) {
        return (request, answer) -> {
            answer.contentLength = bytes;
            answer.close = true;
        };
    }

    /** No Content-Length: the body comes in chunks. */
    static Fault chunked() {
        return (request, answer) -> answer.chunked = true;
    }

    /** "Connection: close", and it is. */
    static Fault closing() {
        return (request, answer) -> answer.close = true;
    }

    /** The connection is closed after the answer, which promised to keep it: an idle connection that is gone. */
    static Fault closingUnannounced() {
        return (request, answer) -> answer.closeUnannounced = true;
    }

    /** Other bytes than those of the answer, after which the connection ends. */
    static Fault wire(Wire wire) {
        return (request, answer) -> answer.wire = wire;
    }

    /** One bit of the body is another; the number is taken modulo the body's length in bits. */
    static Fault flippedBit(int number) {
        return (request, answer) -> {
            if (answer.body.length > 0) {
                int bit = Math.floorMod(number, answer.body.length * 8);
                answer.body = answer.body.clone();
                answer.body[bit / 8] ^= (byte) (1 << bit % 8);
            }
        };
    }

    /** Range requests get the whole body with status 200. */
    static Fault noRanges() {
        return (request, answer) -> answer.ranges = Answer.Ranges.IGNORED;
    }

    /** Range requests get a 206 whose Content-Range begins one byte too early. */
    static Fault wrongRange() {
        return (request, answer) -> answer.ranges = Answer.Ranges.SHIFTED;
    }

    /** 401 that asks for Basic, unless the request carries exactly this Authorization header. */
    static Fault unauthorizedUnless(String authorization) {
        return unauthorizedUnless(authorization, "Basic realm=\"modules\"");
    }

    /** 401 with that challenge, unless the request carries exactly this Authorization header. */
    static Fault unauthorizedUnless(String authorization, String challenge) {
        return (request, answer) -> {
            if (!request.header("Authorization").filter(authorization::equals).isPresent()) {
                status(401).and(header("WWW-Authenticate", challenge)).spoil(request, answer);
            }
        };
    }
}
