package io.jenkins.plugins.gomodules.jenkins.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class ForeignTextTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(null, ""),
                Arguments.of("", ""),
                Arguments.of("plain", "plain"),
                Arguments.of("Grüße, 日本 🦀", "Grüße, 日本 🦀"),
                Arguments.of(" \t\r\n a \r\n\r\n b\0c\n", "a b c"),
                Arguments.of("\u001B[31mred\u001B[0m", "red"),
                Arguments.of("\u009B1;31mred\u009Bm", "red"),
                Arguments.of("\u001B[8mha:AAAAbase64\u001B[0mnote", "ha:AAAAbase64note"),
                Arguments.of("\u001B]0;title\u0007text", "]0;title text"),
                Arguments.of("\u001B", ""),
                Arguments.of("\u001B[", ""),
                Arguments.of("\u202Etxet\u202C \u2066x\u2069 \u200Bzero\uFEFF", "txet x zero"),
                Arguments.of("a\u2028b\u2029c\u0085d", "a b c d"),
                Arguments.of("\uD800a\uDC00", "a"),
                Arguments.of("<script>alert('x')</script>", "<script>alert('x')</script>"));
    }

    @ParameterizedTest
    @MethodSource
    void texts(String text, String line) {
        assertEquals(line, ForeignText.line(text));
    }

    @Test
    void linesAreTextsAndNotTooMany() {
        assertEquals(List.of(), ForeignText.lines(null));
        assertEquals(
                List.of("  a   b c", "", "c"),
                ForeignText.lines(Arrays.asList("  a   b\nc", null, 7, "\u001B[0m", "c")));
        assertEquals(
                ForeignText.MAX_LINES,
                ForeignText.lines(Collections.nCopies(Integer.MAX_VALUE, "x")).size());
    }

    @Test
    void longTextIsCut() {
        for (String unit : new String[] {"x", "\n", "\u001B[31m", "\u001B[1", "\u202E", "🦀", "\uD83E"}) {
            String line = ForeignText.line(unit.repeat(2_000_000));
            assertTrue(line.length() <= ForeignText.MAX + 2, unit);
            assertTrue(line.endsWith("…"), unit);
        }
    }

    @Test
    void whateverItIsItIsOneLineAndStaysTheSame() {
        Random random = new Random(6);
        int[] special = {
            0x1B, '[', 'm', ';', '\n', '\r', 0x9B, 0x202E, 0xD800, 0xDC00, 0x2028, 0, ' ', '<', 0x1F600, 'a'
        };
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.appendCodePoint(special[random.nextInt(special.length)]);
            }
            String line = ForeignText.line(text.toString());
            assertFalse(
                    line.codePoints()
                            .anyMatch(c -> Character.isISOControl(c)
                                    || Character.getType(c) == Character.FORMAT
                                    || Character.getType(c) == Character.LINE_SEPARATOR
                                    || Character.getType(c) == Character.SURROGATE),
                    () -> "seed 6: " + line);
            assertEquals(line, ForeignText.line(line));
        }
    }
}
