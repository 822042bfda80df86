package io.jenkins.plugins.gomodules.goproxy;

import io.jenkins.plugins.gomodules.http.HttpHeaders;

/** Reads WWW-Authenticate fields, RFC 9110 section 11.6.1, as far as one question goes. */
final class Challenge {
    private static final String BASIC = "basic";

    private Challenge() {}

    /** Whether one of the challenges is for the scheme Basic. */
    static boolean wantsBasic(HttpHeaders headers) {
        for (String field : headers.all("WWW-Authenticate")) {
            if (wantsBasic(field)) {
                return true;
            }
        }
        return false;
    }

    /** A scheme stands at the start or behind a comma outside of quotes, and a space, a comma or the end follows it. */
    static boolean wantsBasic(String field) {
        boolean quoted = false;
        boolean start = true;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (start && field.regionMatches(true, i, BASIC, 0, BASIC.length()) && ends(field, i)) {
                return true;
            } else if (c == '"') {
                quoted = true;
                start = false;
            } else if (c != ' ' && c != '\t') {
                start = c == ',';
            }
        }
        return false;
    }

    private static boolean ends(String field, int start) {
        int end = start + BASIC.length();
        return end == field.length() || field.charAt(end) == ' ' || field.charAt(end) == ',';
    }
}
