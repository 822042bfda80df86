package io.jenkins.plugins.gomodules.json;

import java.util.Collection;
import java.util.Map;

/**
 * Writes maps, collections, strings, numbers, truth values and null as JSON, indented by two spaces or on one line. Every
 * other value is written as the string that its {@code toString} gives.
 */
public final class JsonWriter {
    private static final int MAX_DEPTH = JsonReader.MAX_DEPTH;
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();
    private final boolean indented;

    private JsonWriter(boolean indented) {
        this.indented = indented;
    }

    /** The value on one line. */
    public static String write(Object value) {
        JsonWriter writer = new JsonWriter(false);
        writer.value(value, 0);
        return writer.out.toString();
    }

    /** The value on several lines, for people; no line end follows. */
    public static String writeIndented(Object value) {
        JsonWriter writer = new JsonWriter(true);
        writer.value(value, 0);
        return writer.out.toString();
    }

    private void value(Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("more than " + MAX_DEPTH + " values in each other");
        }
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof JsonObject object) {
            map(object.members(), depth);
        } else if (value instanceof Map<?, ?> map) {
            map(map, depth);
        } else if (value instanceof Collection<?> collection) {
            collection(collection, depth);
        } else {
            string(value.toString());
        }
    }

    private void map(Map<?, ?> map, int depth) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> member : map.entrySet()) {
            separate(first, depth + 1);
            first = false;
            string(String.valueOf(member.getKey()));
            out.append(indented ? ": " : ":");
            value(member.getValue(), depth + 1);
        }
        close('}', first, depth);
    }

    private void collection(Collection<?> collection, int depth) {
        out.append('[');
        boolean first = true;
        for (Object element : collection) {
            separate(first, depth + 1);
            first = false;
            value(element, depth + 1);
        }
        close(']', first, depth);
    }

    private void separate(boolean first, int depth) {
        if (!first) {
            out.append(',');
        }
        newLine(depth);
    }

    private void close(char bracket, boolean empty, int depth) {
        if (!empty) {
            newLine(depth);
        }
        out.append(bracket);
    }

    private void newLine(int depth) {
        if (indented) {
            out.append('\n');
            for (int i = 0; i < depth; i++) {
                out.append("  ");
            }
        }
    }

    /** JSON has no numbers for infinity and the like. */
    private void number(Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            out.append("null");
        } else {
            out.append(number);
        }
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (mustEscape(text, i)) {
                        out.append("\\u")
                                .append(HEX.charAt(c >> 12))
                                .append(HEX.charAt(c >> 8 & 15))
                                .append(HEX.charAt(c >> 4 & 15))
                                .append(HEX.charAt(c & 15));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Control characters, line separators that JavaScript takes for line ends, and halves of surrogate pairs. */
    private static boolean mustEscape(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c < ' ' || c >= 0x7f && c < 0xa0 || c == '\u2028' || c == '\u2029';
    }
}
