package io.jenkins.plugins.gomodules.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the heads of HTTP/1.1 requests. Bodies are not expected. */
final class RequestReader {

    private static final int MAX_HEAD = 1 << 16;

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
