package io.jenkins.plugins.gomodules.modfile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The value of a string in double quotes, as Go's {@code strconv.Unquote} finds it. */
final class Quoted {

    private static final String ESCAPES = "abfnrtv\\\"";
    private static final String VALUES = "\u0007\b\f\n\r\t\u000b\\\"";

    private final String literal;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int at = 1;

    private Quoted(String literal) {
        this.literal = literal;
    }

    /**
     * The value.
     *
     * @param literal starts with a quote
     * @return null if it is not a string of Go's
     */
    static String value(String literal) {
        int end = literal.length() - 1;
        if (end < 1 || literal.charAt(end) != '"') {
            return null;
        }
        if (literal.indexOf('\\') < 0) {
            return literal.substring(1, end);
        }
        return new Quoted(literal).unescape(end);
    }

    /** Bytes first, because {@code \xE4} and {@code \344} stand for a byte, not for a character. */
    private String unescape(int end) {
        while (at < end) {
            int c = literal.codePointAt(at);
            if (c == '"') {
                return null;
            }
            at += Character.charCount(c);
            if (c != '\\') {
                character(c);
            } else if (at >= end || !escape(literal.charAt(at++), end)) {
                return null;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private boolean escape(char c, int end) {
        int simple = ESCAPES.indexOf(c);
        if (simple >= 0) {
            bytes.write(VALUES.charAt(simple));
            return true;
        }
        switch (c) {
            case 'x':
                int small = number(2, 16, end);
                bytes.write(small);
                return small >= 0;
            case 'u':
                return codePoint(number(4, 16, end));
            case 'U':
                return codePoint(number(8, 16, end));
            default:
                if (c < '0' || c > '7') {
                    return false;
                }
                at--;
                int octal = number(3, 8, end);
                bytes.write(octal);
                return octal >= 0 && octal <= 0xFF;
        }
    }

    private boolean codePoint(int c) {
        if (!Character.isValidCodePoint(c) || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            return false;
        }
        character(c);
        return true;
    }

    private void character(int c) {
        bytes.writeBytes(new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8));
    }

    /** The number that the next digits are; -1 if there are too few, or it is too large for any purpose. */
    private int number(int digits, int radix, int end) {
        if (at + digits > end) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < digits; i++) {
            char c = literal.charAt(at++);
            int digit = c < 0x80 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value > Integer.MAX_VALUE ? -1 : (int) value;
    }
}
