package io.jenkins.plugins.gomodules.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("null", null),
                Arguments.of(" true ", true),
                Arguments.of("false", false),
                Arguments.of("0", 0L),
                Arguments.of("-0", 0L),
                Arguments.of("-12", -12L),
                Arguments.of("9223372036854775807", Long.MAX_VALUE),
                Arguments.of("9223372036854775808", 9223372036854775808.0),
                Arguments.of("1.5", 1.5),
                Arguments.of("1e3", 1000.0),
                Arguments.of("-2.5E-1", -0.25),
                Arguments.of("1e999", Double.POSITIVE_INFINITY),
                Arguments.of("\"\"", ""),
                Arguments.of("\"a\\\"b\\\\c\\/d\\b\\f\\n\\r\\t\"", "a\"b\\c/d\b\f\n\r\t"),
                Arguments.of("\"\\u00e9\\u4E16é\"", "\u00e9\u4e16é"),
                Arguments.of("\"\\ud83d\\ude00\"", "\ud83d\ude00"),
                Arguments.of("\"\\ud83dx\\ude00\\ud83d\"", "\ufffdx\ufffd\ufffd"),
                Arguments.of("[]", List.of()),
                Arguments.of("[ 1 , [2,3],null]", Arrays.asList(1L, List.of(2L, 3L), null)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsValues(String json, Object expected) throws IOException {
        assertEquals(expected, JsonReader.parse(json));
    }

    @Test
    void readsObjects() throws IOException {
        JsonObject object = (JsonObject) JsonReader.parse("""
            {"Path": "a.example/m", "Version": "v1", "version": "v2", "n": 3, "ok": true, "none": null,
             "Origin": {"VCS": "git"}, "list": ["x", 1], "twice": 1, "twice": 2}\
            """);

        assertEquals("a.example/m", object.string("Path"));
        assertEquals("a.example/m", object.string("path"), "in any case, as Go does");
        assertEquals("v1", object.string("Version"), "in its own case first");
        assertEquals("v2", object.string("version"));
        assertEquals("", object.string("n"));
        assertEquals(3, object.number("n"));
        assertEquals(2, object.number("twice"));
        assertEquals(0, object.number("Path"));
        assertTrue(object.flag("ok"));
        assertFalse(object.flag("absent"));
        assertTrue(object.has("none"));
        assertFalse(object.has("absent"));
        assertEquals("git", object.object("Origin").orElseThrow().string("VCS"));
        assertEquals(Optional.empty(), object.object("Path"));
        assertEquals(List.of("x", 1L), object.list("list"));
        assertEquals(List.of(), object.list("Path"));
    }

    @Test
    void replacesWhatIsNotUtf8() throws IOException {
        assertEquals("a\ufffdb", JsonReader.parse(new byte[] {'"', 'a', (byte) 0xff, 'b', '"'}));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | the text ends where a value should be | 0",
                "x | no value begins like this | 0",
                "nul | no value begins like this | 3",
                "true false | text after the value | 5",
                "[1,] | no value begins like this | 3",
                "[1 2] | an array is not closed | 3",
                "[1 | an array is not closed | 2",
                "{\"a\":1,} | a member's name is missing | 7",
                "{a:1} | a member's name is missing | 1",
                "{\"a\" 1} | the colon after a member's name is missing | 5",
                "{\"a\":1 | an object is not closed | 6",
                "\"abc | a string is not closed | 4",
                "\"a\\x\" | an unknown escape in a string | 3",
                "\"\\u12g4\" | \\u without four hexadecimal digits | 5",
                "\"\\ | an unknown escape in a string | 2",
                "01 | text after the value | 1",
                "- | a digit is missing | 1",
                "1. | a digit is missing | 2",
                "1e | a digit is missing | 2",
                "+1 | no value begins like this | 0",
                "NaN | no value begins like this | 0",
            })
    void saysWhatIsWrongAndWhere(String json, String message, long offset) {
        JsonException e = assertThrows(JsonException.class, () -> JsonReader.parse(json));

        assertTrue(e.getMessage().startsWith(message), e.getMessage());
        assertEquals(offset, e.offset());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\nb\"", "\"\u0000\"", "\u00a01", "\ufeff1", "[\u000b]"})
    void refusesOddCharacters(String json) {
        assertThrows(JsonException.class, () -> JsonReader.parse(json));
    }

    @Test
    void depthIsBounded() throws IOException {
        int deepest = JsonReader.MAX_DEPTH;
        JsonReader.parse("[".repeat(deepest) + "1" + "]".repeat(deepest));
        assertThrows(JsonException.class, () -> JsonReader.parse("[".repeat(deepest + 1) + "1"));
        assertThrows(JsonException.class, () -> JsonReader.parse("[".repeat(1_000_000)));
        assertThrows(JsonException.class, () -> JsonReader.parse("{\"a\":".repeat(1_000_000)));
    }

    @Test
    void numbersAreBounded() {
        assertThrows(JsonException.class, () -> JsonReader.parse("1".repeat(1_000_000)));
        assertThrows(JsonException.class, () -> JsonReader.parse("0." + "1".repeat(1_000_000)));
    }

    @Test
    void sizeIsBounded() throws IOException {
        assertEquals(List.of(1L, 2L), all(new JsonReader(new StringReader("1 2"), 3)));
        JsonException e = assertThrows(JsonException.class, () -> all(new JsonReader(new StringReader("1 2 3"), 3)));
        assertTrue(e.getMessage().startsWith("more than 3 characters"), e.getMessage());
        assertThrows(JsonException.class, () -> all(new JsonReader(endless(), 100_000)));
    }

    @Test
    void readsOneValueAfterAnother() throws IOException {
        String padding = " ".repeat(3000);
        String json = "{\"a\":1}\n" + padding + "{\"a\":\"" + "x".repeat(5000) + "\"}[]null" + padding;

        List<Object> values = all(new JsonReader(new StringReader(json), json.length()));

        assertEquals(4, values.size());
        assertEquals("x".repeat(5000), ((JsonObject) values.get(1)).string("a"));
    }

    private static List<Object> all(JsonReader reader) throws IOException {
        List<Object> values = new ArrayList<>();
        while (reader.hasNext()) {
            values.add(reader.next());
        }
        return values;
    }

    private static Reader endless() {
        return new Reader() {
            @Override
            public int read(char[] buffer, int offset, int length) {
                Arrays.fill(buffer, offset, offset + length, ' ');
                return length;
            }

            @Override
            public void close() {}
        };
    }
}
