package io.jenkins.plugins.gomodules.module;

/** What Go means by white space and printable text, where Java's own notion differs. */
public final class GoText {

    private GoText() {}

    /**
     * Whether Go's {@code unicode.IsSpace} holds. Unlike {@link Character#isWhitespace(int)} it takes U+0085 and U+00A0
     * and leaves out U+001C to U+001F.
     */
    public static boolean isSpace(int c) {
        if (c < 0x80) {
            return c == ' ' || c >= '\t' && c <= '\r';
        }
        return c == 0x85
                || c == 0xA0
                || c == 0x1680
                || c >= 0x2000 && c <= 0x200A
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }

    /**
     * Whether Go's {@code unicode.IsPrint} holds: letters, marks, numbers, punctuation, symbols, and the ASCII space.
     */
    public static boolean isPrint(int c) {
        if (c < 0x80) {
            return c >= ' ' && c < 0x7F;
        }
        switch (Character.getType(c)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.SURROGATE:
            case Character.PRIVATE_USE:
            case Character.UNASSIGNED:
            case Character.SPACE_SEPARATOR:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
                return false;
            default:
                return true;
        }
    }

    /** The text without Go white space at either end ({@code strings.TrimSpace}). */
    public static String trim(String s) {
        int start = 0;
        int end = s.length();
        while (start < end && isSpace(s.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(s.charAt(end - 1))) {
            end--;
        }
        return s.substring(start, end);
    }

    /**
     * The text in double quotes, for messages: control characters and whatever does not print are escaped, so that a
     * hostile file cannot write to a log what it likes, and what is longer than 200 characters is cut.
     */
    public static String quote(String s) {
        StringBuilder quoted = new StringBuilder(s.length() + 2).append('"');
        int i = 0;
        while (i < s.length()) {
            if (i >= 200) {
                return quoted.append("…\"").toString();
            }
            int c = s.codePointAt(i);
            i += Character.charCount(c);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c == '\t') {
                quoted.append("\\t");
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (c == '\r') {
                quoted.append("\\r");
            } else if (isPrint(c)) {
                quoted.appendCodePoint(c);
            } else {
                appendEscape(quoted, c);
            }
        }
        return quoted.append('"').toString();
    }

    /** The character for a message: {@code 'x'}, or {@code U+0007} where it does not print. */
    public static String quote(int c) {
        if (isPrint(c)) {
            return new StringBuilder()
                    .append('\'')
                    .appendCodePoint(c)
                    .append('\'')
                    .toString();
        }
        return "U+" + hex(c, 4);
    }

    private static void appendEscape(StringBuilder to, int c) {
        if (c < 0x80) {
            to.append("\\x").append(hex(c, 2));
        } else if (c < 0x10000) {
            to.append("\\u").append(hex(c, 4));
        } else {
            to.append("\\U").append(hex(c, 8));
        }
    }

    private static String hex(int c, int digits) {
        StringBuilder hex = new StringBuilder(Integer.toHexString(c));
        while (hex.length() < digits) {
            hex.insert(0, '0');
        }
        return hex.toString().toUpperCase(java.util.Locale.ROOT);
    }
}
