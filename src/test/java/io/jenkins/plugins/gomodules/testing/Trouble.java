package io.jenkins.plugins.gomodules.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** The kinds of trouble that a proxy, or the network before it, makes. */
public enum Trouble {
    SERVER_ERROR((random, body, to) -> Fault.status(pick(random, 500, 502, 503, 504, 520))),
    RATE_LIMIT((random, body, to) -> Fault.status(429)
            .and(Fault.retryAfter(pick(random, "0", "1", "-1", "Thu, 01 Jan 1970 00:00:00 GMT", "soon", "")))),
    RATE_LIMIT_FOR_EVER((random, body, to) -> Fault.status(429).and(Fault.retryAfter("99999999999"))),
    BUSY((random, body, to) -> Fault.status(503).and(Fault.retryAfter("0"))),
    REFUSAL((random, body, to) -> Fault.status(pick(random, 400, 401, 403, 404, 407, 410, 451))),
    ODD_STATUS((random, body, to) -> Fault.status(pick(random, 203, 204, 206, 304, 999))),
    TOO_SHORT((random, body, to) -> Fault.contentLength(random.nextInt(body.length))),
    TOO_LONG((random, body, to) -> Fault.contentLength(body.length + 1L + random.nextInt(100_000))),
    HUGE_LENGTH((random, body, to) -> Fault.contentLength(Long.MAX_VALUE / (1 + random.nextInt(1000)))),
    CUT((random, body, to) -> Fault.cutAfter(random.nextInt(body.length))),
    CUT_FOR_GOOD(
            (random, body, to) -> Fault.cutAfter(random.nextInt(body.length)).and(Fault.noRanges())),
    CUT_CHUNKS((random, body, to) -> Fault.chunked().and(Fault.cutAfter(random.nextInt(body.length)))),
    CUT_ANYWHERE((random, body, to) -> Fault.wire(Wire.first(random.nextInt(body.length + 300)))),
    RESET_ANYWHERE((random, body, to) ->
            Fault.wire(Wire.first(random.nextInt(body.length + 300))).and(Fault.resetAfter(0))),
    RESET_BODY((random, body, to) -> Fault.resetAfter(random.nextInt(body.length))),
    RESET_AT_ONCE((random, body, to) -> Fault.resetAtOnce()),
    HANG_UP((random, body, to) -> Fault.hangUp()),
    WRONG_RANGE((random, body, to) -> Fault.wrongRange()),
    SILENT_CLOSE((random, body, to) -> Fault.closingUnannounced()),
    GO_AWAY((random, body, to) -> Fault.wire(Wire.goAway())),
    NOT_HTTP((random, body, to) ->
            Fault.statusLine(pick(random, "SSH-2.0-OpenSSH_9.6", "HTTP/0.9", "HTTP/1.1 abc", ""))),
    DRIP((random, body, to) -> Fault.wire(Wire.dripping(random.nextInt(400)))),
    ENDLESS_HEADERS(
            (random, body, to) -> Fault.wire(random.nextBoolean() ? Wire.endlessHeaders() : Wire.endlessHeaderLine())),
    ENDLESS_INTERIM((random, body, to) -> Fault.wire(Wire.endlessInterimAnswers())),
    ENDLESS_BODY((random, body, to) -> Fault.wire(random.nextBoolean() ? Wire.endlessBody() : Wire.endlessChunks())),
    WRONG_TYPE((random, body, to) -> Fault.header("Content-Type", pick(random, "text/html", "image/png", "", ";;;"))),
    SIGN_IN_PAGE((random, body, to) -> Fault.body("<!doctype html><title>Sign in</title>".getBytes())
            .and(Fault.header("Content-Type", "text/html"))),
    NOTHING((random, body, to) -> Fault.body(new byte[0])),
    FLIPPED_BIT((random, body, to) -> Fault.flippedBit(random.nextInt())),
    MISSING_MIDDLE(
            (random, body, to) -> Fault.body(without(body, random.nextInt(body.length), 1 + random.nextInt(50)))),
    CUT_GZIP((random, body, to) -> Fault.body(cut(gzip(body), random)).and(Fault.header("Content-Encoding", "gzip"))),
    UNASKED_GZIP((random, body, to) -> Fault.body(gzip(body))),
    REDIRECT_LOOP((random, body, to) ->
            (request, answer) -> Fault.redirect(302, request.path()).spoil(request, answer)),
    REDIRECT_NOWHERE((random, body, to) -> Fault.redirect(
            pick(random, 301, 307, 308),
            pick(random, "", "file:///etc/passwd", "http://", "http:// /", "gopher://x/", "//"))),
    REDIRECT_ELSEWHERE((random, body, to) -> (request, answer) ->
            Fault.redirect(302, to[random.nextInt(to.length)] + request.path()).spoil(request, answer));

    /** What is over when the same file is asked for again. */
    public static final Set<Trouble> PASSING = EnumSet.of(
            SERVER_ERROR,
            RATE_LIMIT,
            BUSY,
            TOO_LONG,
            CUT,
            CUT_FOR_GOOD,
            CUT_CHUNKS,
            CUT_ANYWHERE,
            RESET_ANYWHERE,
            RESET_BODY,
            RESET_AT_ONCE,
            HANG_UP,
            WRONG_RANGE,
            SILENT_CLOSE,
            DRIP,
            WRONG_TYPE);

    private interface Maker {
        Fault make(Random random, byte[] body, String[] elsewhere);
    }

    private final Maker maker;

    Trouble(Maker maker) {
        this.maker = maker;
    }

    /**
     * One trouble of this kind.
     *
     * @param body what should have been sent, at least a byte
     * @param elsewhere where redirects may lead
     */
    Fault make(Random random, byte[] body, String[] elsewhere) {
        return maker.make(random, body, elsewhere);
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... choice) {
        return choice[random.nextInt(choice.length)];
    }

    private static byte[] without(byte[] body, int from, int length) {
        int to = Math.min(body.length, from + length);
        byte[] rest = Arrays.copyOf(body, body.length - (to - from));
        System.arraycopy(body, to, rest, from, body.length - to);
        return rest;
    }

    private static byte[] cut(byte[] bytes, Random random) {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
