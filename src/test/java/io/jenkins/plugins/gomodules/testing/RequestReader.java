package io.jenkins.plugins.gomodules.testing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads HTTP/1.1 requests. */
final class RequestReader {

    private static final int MAX_HEAD = 1 << 16;
    private static final int MAX_BODY = 1 << 24;

    /** Request line split at its spaces, and headers by lower-case name. */
    record Head(String method, String target, Map<String, String> headers) {}

    private final InputStream in;

    RequestReader(InputStream in) {
        this.in = in;
    }

    /** The next request; empty when the client has closed the connection. */
    Optional<Head> next() throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int size = 0; size < MAX_HEAD; size++) {
            int b = in.read();
            if (b < 0) {
                return Optional.empty();
            } else if (b == '\n') {
                if (line.length() == 0 && !lines.isEmpty()) {
                    return Optional.of(parse(lines));
                }
                lines.add(line.toString());
                line.setLength(0);
            } else if (b != '\r') {
                line.append((char) b);
            }
        }
        throw new IOException("request head longer than " + MAX_HEAD + " bytes");
    }

    /** The body that belongs to the head, which was the last thing read; empty if there is none. */
    byte[] body(Head head) throws IOException {
        if (!head.headers().getOrDefault("transfer-encoding", "").equals("chunked")) {
            return exactly(Integer.parseInt(head.headers().getOrDefault("content-length", "0")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().replaceFirst(";.*", "").strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.length() > MAX_HEAD) {
                throw new EOFException("a request body that ends too early");
            }
            line.append((char) b);
        }
        return line.toString().strip();
    }

    private byte[] exactly(int length) throws IOException {
        if (length > MAX_BODY) {
            throw new IOException("request body longer than " + MAX_BODY + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("a request body that ends too early");
        }
        return bytes;
    }

    private static Head parse(List<String> lines) throws IOException {
        String[] first = lines.get(0).split(" ");
        if (first.length != 3) {
            throw new IOException("not a request line: " + lines.get(0));
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = new String(
                    line.substring(colon + 1).strip().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            headers.merge(name, value, (a, b) -> a + ", " + b);
        }
        return new Head(first[0], first[1], headers);
    }
}
