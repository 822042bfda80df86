package io.jenkins.plugins.gomodules.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends an {@link Answer}, faults and all. */
final class AnswerWriter {

    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]+)-([0-9]*)");
    private static final int CHUNK = 16 * 1024;

    /** How the connection goes on after an answer. */
    enum Outcome {
        KEEP,
        CLOSE,
        RESET
    }

    private final OutputStream out;

    AnswerWriter(OutputStream out) {
        this.out = out;
    }

    /** Asks for the body of a request whose client waits for that. */
    void goOn() throws IOException {
        out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    Outcome send(RecordedRequest request, Answer answer) throws IOException, InterruptedException {
        Gate first = answer.gates.remove(-1L);
        if (first != null) {
            first.pass();
        }
        if (answer.cutAfter == -2) {
            return end(answer);
        }
        byte[] body = range(request, answer);
        if (answer.wire != null) {
            answer.wire.send(whole(answer, body), out);
            out.flush();
            return end(answer);
        }
        boolean headOnly = request.method().equals("HEAD");
        out.write(head(answer, body.length).getBytes(StandardCharsets.ISO_8859_1));
        if (!headOnly && !sendBody(answer, body)) {
            return end(answer);
        }
        out.flush();
        return answer.close || answer.closeUnannounced ? Outcome.CLOSE : Outcome.KEEP;
    }

    private static byte[] whole(Answer answer, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head(answer, body.length).getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static Outcome end(Answer answer) {
        return answer.reset ? Outcome.RESET : Outcome.CLOSE;
    }

    private static String head(Answer answer, int length) {
        StringBuilder head = new StringBuilder(answer.statusLine).append("\r\n");
        answer.headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (answer.chunked) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else {
            head.append("Content-Length: ")
                    .append(answer.contentLength < 0 ? length : answer.contentLength)
                    .append("\r\n");
        }
        return head.append(answer.close ? "Connection: close\r\n\r\n" : "\r\n").toString();
    }

    /** Returns false if the connection has to end here. */
    private boolean sendBody(Answer answer, byte[] body) throws IOException, InterruptedException {
        int sent = 0;
        while (true) {
            Gate gate = answer.gates.remove((long) sent);
            if (gate != null) {
                out.flush();
                gate.pass();
            }
            if (answer.cutAfter >= 0 && sent >= answer.cutAfter) {
                out.flush();
                return false;
            }
            if (sent >= body.length) {
                break;
            }
            int stop = nextStop(answer, sent, body.length);
            sendPart(answer, body, sent, stop - sent);
            sent = stop;
        }
        if (answer.chunked) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        return true;
    }

    private void sendPart(Answer answer, byte[] body, int from, int length) throws IOException {
        if (answer.chunked) {
            out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.write(body, from, length);
        if (answer.chunked) {
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static int nextStop(Answer answer, int sent, int length) {
        long stop = Math.min(length, answer.chunked ? sent + CHUNK : length);
        if (answer.cutAfter >= 0) {
            stop = Math.min(stop, answer.cutAfter);
        }
        for (Map.Entry<Long, Gate> gate : answer.gates.entrySet()) {
            if (gate.getKey() > sent) {
                stop = Math.min(stop, gate.getKey());
            }
        }
        return (int) stop;
    }

    /** The part of the body that is asked for; turns the answer into a 206 or 416 if need be. */
    private static byte[] range(RecordedRequest request, Answer answer) {
        Matcher range = RANGE.matcher(request.header("Range").orElse(""));
        byte[] body = answer.body;
        if (answer.ranges == Answer.Ranges.IGNORED || answer.status != 200 || !range.matches()) {
            return body;
        }
        String validator = request.header("If-Range").orElse(null);
        if (validator != null && !validator.equals(answer.headers.get("ETag"))) {
            return body;
        }
        long from = Long.parseLong(range.group(1));
        long to = range.group(2).isEmpty() ? body.length : Long.parseLong(range.group(2)) + 1;
        if (from >= body.length) {
            answer.status(416);
            answer.headers.put("Content-Range", "bytes */" + body.length);
            return new byte[0];
        }
        long start = answer.ranges == Answer.Ranges.SHIFTED && from > 0 ? from - 1 : from;
        long end = Math.min(to, body.length);
        answer.status(206);
        answer.headers.put("Content-Range", "bytes " + start + "-" + (end - 1) + "/" + body.length);
        return Arrays.copyOfRange(body, (int) start, (int) end);
    }
}
