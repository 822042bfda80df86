package io.jenkins.plugins.gomodules.json;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON values, one or, as the go command prints them, several after another. Not safe for several threads. */
public final class JsonReader {
    /** How deep arrays and objects may lie in each other. */
    public static final int MAX_DEPTH = 64;

    private static final int MAX_NUMBER_CHARS = 64;
    private static final int END = -1;

    private final Reader in;
    private final long maxChars;
    private final char[] buffer = new char[2048];
    private final StringBuilder text = new StringBuilder();
    private int next;
    private int limit;
    private long before;

    /**
     * @param in buffered here; not closed
     * @param maxChars how many characters may be read in all
     */
    public JsonReader(Reader in, long maxChars) {
        this.in = in;
        this.maxChars = maxChars;
    }

    /**
     * Reads a text that is one value.
     *
     * @throws JsonException when it is not, or lies deeper than {@link #MAX_DEPTH}
     */
    public static Object parse(String json) throws JsonException {
        JsonReader reader = new JsonReader(new StringReader(json), json.length());
        try {
            Object value = reader.next();
            if (reader.hasNext()) {
                throw reader.error("text after the value");
            }
            return value;
        } catch (JsonException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException(e); // a string can always be read
        }
    }

    /** Reads a text in UTF-8 that is one value. */
    public static Object parse(byte[] json) throws JsonException {
        return parse(new String(json, StandardCharsets.UTF_8));
    }

    /** Whether there is another value, or at least something that is no white space. */
    public boolean hasNext() throws IOException {
        return skipSpace() != END;
    }

    /** Reads the next value. */
    public Object next() throws IOException {
        return value(0);
    }

    private Object value(int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw error("more than " + MAX_DEPTH + " values in each other");
        }
        int c = skipSpace();
        switch (c) {
            case '{':
                next++;
                return object(depth);
            case '[':
                next++;
                return array(depth);
            case '"':
                next++;
                return string();
            case 't':
                return word("true", Boolean.TRUE);
            case 'f':
                return word("false", Boolean.FALSE);
            case 'n':
                return word("null", null);
            case END:
                throw error("the text ends where a value should be");
            default:
                if (c == '-' || c >= '0' && c <= '9') {
                    return number();
                }
                throw error("no value begins like this");
        }
    }

    private JsonObject object(int depth) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        if (skipSpace() == '}') {
            next++;
            return new JsonObject(members);
        }
        while (true) {
            if (skipSpace() != '"') {
                throw error("a member's name is missing");
            }
            next++;
            String name = string();
            expect(':', "the colon after a member's name is missing");
            members.put(name, value(depth + 1));
            int c = skipSpace();
            if (c == '}') {
                next++;
                return new JsonObject(members);
            }
            expect(',', "an object is not closed");
        }
    }

    private List<Object> array(int depth) throws IOException {
        List<Object> elements = new ArrayList<>();
        if (skipSpace() == ']') {
            next++;
            return Collections.unmodifiableList(elements);
        }
        while (true) {
            elements.add(value(depth + 1));
            int c = skipSpace();
            if (c == ']') {
                next++;
                return Collections.unmodifiableList(elements);
            }
            expect(',', "an array is not closed");
        }
    }

    /** The rest of a string whose first quotation mark has been read. */
    private String string() throws IOException {
        text.setLength(0);
        while (true) {
            int c = peek();
            if (c == '"') {
                next++;
                return wellFormed(text);
            }
            if (c < ' ') {
                throw error(c == END ? "a string is not closed" : "a control character in a string");
            }
            next++;
            text.append(c == '\\' ? escaped() : (char) c);
        }
    }

    private char escaped() throws IOException {
        int c = peek();
        next++;
        switch (c) {
            case '"', '\\', '/':
                return (char) c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                int value = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = peek();
                    int worth = digit < 0x80 ? Character.digit(digit, 16) : -1;
                    if (worth < 0) {
                        throw error("\\u without four hexadecimal digits");
                    }
                    next++;
                    value = value << 4 | worth;
                }
                return (char) value;
            default:
                next--;
                throw error("an unknown escape in a string");
        }
    }

    /** Surrogates without their other half become U+FFFD. */
    private static String wellFormed(StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    text.setCharAt(i, '\ufffd');
                }
            }
        }
        return text.toString();
    }

    private Object number() throws IOException {
        text.setLength(0);
        take('-');
        if (!take('0')) {
            digits();
        }
        boolean whole = true;
        if (take('.')) {
            whole = false;
            digits();
        }
        if (take('e') || take('E')) {
            whole = false;
            if (!take('+')) {
                take('-');
            }
            digits();
        }
        String number = text.toString();
        if (whole) {
            try {
                return Long.valueOf(number);
            } catch (NumberFormatException e) {
                return Double.valueOf(number); // too large for a long
            }
        }
        return Double.valueOf(number);
    }

    private void digits() throws IOException {
        int start = text.length();
        while (peek() >= '0' && peek() <= '9') {
            text.append((char) peek());
            next++;
            if (text.length() > MAX_NUMBER_CHARS) {
                throw error("a number of more than " + MAX_NUMBER_CHARS + " characters");
            }
        }
        if (text.length() == start) {
            throw error("a digit is missing");
        }
    }

    private boolean take(char wanted) throws IOException {
        if (peek() != wanted) {
            return false;
        }
        next++;
        text.append(wanted);
        return true;
    }

    private Object word(String word, Object value) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            if (peek() != word.charAt(i)) {
                throw error("no value begins like this");
            }
            next++;
        }
        return value;
    }

    private void expect(char wanted, String problem) throws IOException {
        if (skipSpace() != wanted) {
            throw error(problem);
        }
        next++;
    }

    private int skipSpace() throws IOException {
        while (true) {
            int c = peek();
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return c;
            }
            next++;
        }
    }

    private int peek() throws IOException {
        if (next < limit) {
            return buffer[next];
        }
        before += limit;
        next = 0;
        limit = 0;
        int room = (int) Math.min(buffer.length, maxChars - before);
        if (room == 0) {
            if (in.read() >= 0) {
                throw error("more than " + maxChars + " characters");
            }
            return END;
        }
        limit = Math.max(in.read(buffer, 0, room), 0);
        return limit == 0 ? END : buffer[0];
    }

    private JsonException error(String message) {
        return new JsonException(message, before + next);
    }
}
