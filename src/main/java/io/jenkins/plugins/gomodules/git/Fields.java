package io.jenkins.plugins.gomodules.git;

/** What the checks of a binding's fields have in common. */
final class Fields {
    /** Of a value in a message. */
    private static final int MAX_SHOWN = 80;

    private Fields() {}

    /** A refusal that begins with the field's name, so that a form can show it at the field. */
    static IllegalArgumentException wrong(String field, String message) {
        return new IllegalArgumentException(field + ": " + message);
    }

    /** The value as a message may show it: in quotes, on one line, of bounded length. */
    static String quote(String value) {
        StringBuilder shown = new StringBuilder("'");
        int end = Math.min(value.length(), MAX_SHOWN);
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            shown.append(c < ' ' || c > '~' ? '?' : c);
        }
        return shown.append(end < value.length() ? "…'" : "'").toString();
    }

    /** What the character is called in a message. */
    static String name(char c) {
        return switch (c) {
            case ' ' -> "a space";
            case '\t' -> "a tab";
            case '\n', '\r' -> "a line break";
            case '\'' -> "a single quote";
            case '"' -> "a double quote";
            default -> c < ' ' || c == 0x7f ? "a control character" : "'" + c + "'";
        };
    }

    static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
