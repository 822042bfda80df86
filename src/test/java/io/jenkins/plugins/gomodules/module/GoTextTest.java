package io.jenkins.plugins.gomodules.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoTextTest {

    @Test
    void quotesSoThatALogStaysOneLine() {
        assertEquals("\"a\\\"b\\\\c\"", GoText.quote("a\"b\\c"));
        assertEquals("\"\\t\\n\\r\\x1B[31m\"", GoText.quote("\t\n\r\u001b[31m"));
        assertEquals("\"\\u202E\\u0085\\U000E0001\"", GoText.quote("\u202e\u0085\udb40\udc01"));
        assertEquals("\"h\u00e9 \ud83e\udd80\"", GoText.quote("h\u00e9 \ud83e\udd80"));
        assertEquals("\"\\uD800\"", GoText.quote("\ud800"));
    }

    @Test
    void cutsWhatIsLong() {
        assertEquals("\"" + "x".repeat(200) + "…\"", GoText.quote("x".repeat(1_000)));
        assertEquals("\"" + "x".repeat(200) + "\"", GoText.quote("x".repeat(200)));
    }

    @Test
    void quotesCharacters() {
        assertEquals("'x'", GoText.quote('x'));
        assertEquals("U+0000", GoText.quote(0));
        assertEquals("U+E0001", GoText.quote(0xE0001));
    }

    @ParameterizedTest
    @ValueSource(ints = {' ', '\t', '\n', 0x0B, '\f', '\r', 0x85, 0xA0, 0x1680, 0x2003, 0x2028, 0x2029, 0x202F, 0x3000})
    void knowsSpace(int c) {
        assertTrue(GoText.isSpace(c));
        assertEquals(c == ' ', GoText.isPrint(c));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x1C, 0x1F, 0, 'a', 0x200B, 0xFEFF})
    void knowsWhatIsNoSpace(int c) {
        assertFalse(GoText.isSpace(c));
        assertEquals(c == 'a', GoText.isPrint(c));
    }

    @Test
    void trimsBothEnds() {
        assertEquals("a b", GoText.trim(" \t\u00a0a b\u3000\n"));
        assertEquals("", GoText.trim(" \n"));
        assertEquals("", GoText.trim(""));
    }
}
