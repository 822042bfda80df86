package io.jenkins.plugins.gomodules.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** An HTTP answer before it is sent. Faults change it; what they leave alone is an honest answer. */
public final class Answer {

    int status;
    String statusLine;
    final Map<String, String> headers = new LinkedHashMap<>();
    byte[] body = new byte[0];
    /** Whether Range requests are honoured: see {@link Fault#noRanges} and {@link Fault#wrongRange}. */
    Ranges ranges = Ranges.HONOURED;
    /** Declared length if 0 or more; honest if -1. */
    long contentLength = -1;

    boolean chunked;
    /** Waits: number of body bytes sent before it, and the gate; -1 is before the status line. */
    final Map<Long, Gate> gates = new TreeMap<>();
    /** Body bytes after which the connection ends; -1: never; -2: before the status line. */
    long cutAfter = -1;
    /** Whether the end is a TCP reset instead of a FIN. */
    boolean reset;
    /** Whether the connection is closed after this answer, with "Connection: close". */
    boolean close;
    /** Whether it is closed without a word about it. */
    boolean closeUnannounced;
    /** What is sent instead of all this; null if this is. */
    Wire wire;

    enum Ranges {
        HONOURED,
        IGNORED,
        SHIFTED
    }

    Answer(int status, byte[] body, String contentType) {
        status(status);
        this.body = body;
        headers.put("Content-Type", contentType);
    }

    static Answer notFound(String path) {
        byte[] text = ("not found: " + path + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new Answer(404, text, "text/plain; charset=utf-8");
    }

    void status(int code) {
        status = code;
        statusLine = "HTTP/1.1 " + code + " " + reason(code);
    }

    private static String reason(int code) {
        return switch (code) {
            case 200 -> "OK";
            case 206 -> "Partial Content";
            case 301 -> "Moved Permanently";
            case 302 -> "Found";
            case 307 -> "Temporary Redirect";
            case 308 -> "Permanent Redirect";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 407 -> "Proxy Authentication Required";
            case 410 -> "Gone";
            case 416 -> "Range Not Satisfiable";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Status";
        };
    }
}
