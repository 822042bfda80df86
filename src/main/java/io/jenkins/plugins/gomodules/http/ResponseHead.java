package io.jenkins.plugins.gomodules.http;

import java.io.IOException;
import java.util.List;

/** Status line and header fields of an answer, RFC 9112 sections 4 and 5. */
record ResponseHead(int status, String reason, boolean http10, HttpHeaders headers) {
    private static final int MAX_LINE_BYTES = 16 * 1024;
    private static final int MAX_FIELDS = 256;
    private static final int MAX_INTERIM_ANSWERS = 16;

    /** Reads the final head of an answer; interim ones (1xx) are passed over. */
    static ResponseHead read(SocketInput in) throws IOException {
        long deadline = in.deadline();
        for (int i = 0; i < MAX_INTERIM_ANSWERS; i++) {
            ResponseHead head = readOne(in, deadline);
            if (head.status < 100 || head.status > 199 || head.status == 101) {
                return head;
            }
        }
        throw new HttpProtocolException("the server sends interim answers without end");
    }

    private static ResponseHead readOne(SocketInput in, long deadline) throws IOException {
        String line = in.readLine(MAX_LINE_BYTES, deadline);
        boolean http10 = line.startsWith("HTTP/1.0 ");
        if (!http10 && !line.startsWith("HTTP/1.1 ")) {
            throw new HttpProtocolException("the server does not answer in HTTP/1.1 (is it an HTTP port?)");
        }
        int status = status(line);
        String reason = line.length() > 13 ? line.substring(13) : "";
        HttpHeaders headers = new HttpHeaders();
        String field;
        while (!(field = in.readLine(MAX_LINE_BYTES, deadline)).isEmpty()) {
            int colon = field.indexOf(':');
            if (colon <= 0 || field.charAt(0) == ' ' || field.charAt(0) == '\t' || field.charAt(colon - 1) == ' ') {
                throw new HttpProtocolException("the server sent a malformed header field");
            }
            headers.add(field.substring(0, colon), field.substring(colon + 1).strip());
            if (headers.size() > MAX_FIELDS) {
                throw new HttpProtocolException("the server sent more than " + MAX_FIELDS + " header fields");
            }
        }
        return new ResponseHead(status, reason, http10, headers);
    }

    private static int status(String line) throws HttpProtocolException {
        int status = 0;
        for (int i = 9; i < 12; i++) {
            char digit = i < line.length() ? line.charAt(i) : ' ';
            if (digit < '0' || digit > '9') {
                throw new HttpProtocolException("the server sent a malformed status line");
            }
            status = status * 10 + digit - '0';
        }
        return status;
    }

    /** Whether the connection may carry another request after this answer, RFC 9112 section 9.3. */
    boolean keepsAlive() {
        return http10 ? headers.lists("Connection", "keep-alive") : !headers.lists("Connection", "close");
    }

    boolean hasBody() {
        return status != 204 && status != 304;
    }

    boolean chunked() throws HttpProtocolException {
        List<String> codings = headers.all("Transfer-Encoding");
        if (codings.isEmpty()) {
            return false;
        }
        if (codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
            throw new HttpProtocolException("the server uses a transfer coding other than chunked");
        }
        if (headers.first("Content-Length").isPresent()) {
            throw new HttpProtocolException("the server gives both a length and chunks for one body");
        }
        return true;
    }

    /** The declared length of the body in bytes, or -1 where none is declared. */
    long contentLength() throws HttpProtocolException {
        long length = -1;
        for (String value : headers.all("Content-Length")) {
            long parsed = parseLength(value);
            if (length >= 0 && parsed != length) {
                throw new HttpProtocolException("the server gives two lengths for one body");
            }
            length = parsed;
        }
        return length;
    }

    private static long parseLength(String value) throws HttpProtocolException {
        if (value.isEmpty() || value.length() > 18) {
            throw new HttpProtocolException("the server sent a malformed Content-Length");
        }
        long length = 0;
        for (int i = 0; i < value.length(); i++) {
            char digit = value.charAt(i);
            if (digit < '0' || digit > '9') {
                throw new HttpProtocolException("the server sent a malformed Content-Length");
            }
            length = length * 10 + digit - '0';
        }
        return length;
    }
}
