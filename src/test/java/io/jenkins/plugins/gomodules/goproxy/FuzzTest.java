package io.jenkins.plugins.gomodules.goproxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.Fuzz;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What administrators type and what servers send. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {

    private static final ModuleVersion MODULE = new ModuleVersion("example.com/m", "v1.0.0");
    private static final Instant NOW = Instant.parse("2024-01-02T03:04:05Z");

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }

    private static void readInfo(byte[] data) throws InvalidAnswerException {
        byte[] once = RevInfo.parse(data, MODULE, "https://proxy").toJson();
        assertArrayEquals(once, RevInfo.parse(once, MODULE, "https://proxy").toJson());
    }

    @Test
    void infoFilesAreRefusedOrSayTheSameAgain() {
        Fuzz files = Fuzz.ofTexts(
                List.of(
                        "{\"Version\":\"v1.0.0\",\"Time\":\"2024-01-02T03:04:05Z\"}",
                        "{\"Version\":\"v1.0.0\",\"Time\":\"2024-02-29T23:59:59.120+02:00\",\"Name\":\"x\"}",
                        "{\"Version\":\"v1.0.0\",\"Origin\":{\"VCS\":\"git\",\"URL\":\"https://h/?a&b<c>\",\"Ref\":\"refs/tags/v1.0.0\"}}"),
                "\"",
                "{",
                "}",
                ",",
                ":",
                "Z",
                "+14:00",
                "-18:00",
                "9999",
                "0000",
                "60",
                ".000000001",
                "\\u003c",
                "null",
                "[]",
                "T24");
        files.run(InvalidAnswerException.class, FuzzTest::readInfo);
    }

    @Test
    void proxyListsAreReadOrRefusedWithoutTheLogin() {
        Fuzz lists = Fuzz.ofTexts(
                List.of(
                        "https://u:geheim99@proxy.example/path|https://b,direct",
                        "file:///srv/proxy,http://[::1]:8080,off",
                        "https://proxy.example%20,,|direct"),
                ",",
                "|",
                "direct",
                "off",
                "http://",
                "https://",
                "file://",
                "@",
                ":",
                "%",
                "%2f",
                "[",
                "]",
                " ",
                "?",
                "#",
                "\\");
        lists.run(IllegalArgumentException.class, data -> {
            try {
                for (ProxyList.Entry entry : ProxyList.parse(text(data)).entries()) {
                    assertFalse(entry.display().matches("https?://[^/?#]*geheim99@.*"), entry.display());
                    assertFalse(entry.toString().matches("https?://[^/?#]*geheim99@.*"), entry.toString());
                }
            } catch (InvalidProxyListException e) {
                assertFalse(e.getMessage().contains("geheim99@"), e.getMessage());
                throw e;
            }
        });
    }

    @Test
    void whatServersSayIsOneShortLine() {
        Fuzz texts = Fuzz.ofTexts(
                List.of("not found: x\r\n", "<html>", "\u001b[31mred", "a\u202eb\u2028c"),
                "\u001b",
                "\n",
                "\u0085",
                "\u200f",
                "🦀",
                "<");
        texts.run(IllegalStateException.class, data -> {
            String shown = ServerText.clean(data, data.length);
            assertTrue(shown.length() <= 301, shown);
            assertFalse(shown.chars().anyMatch(Character::isISOControl), shown);
            assertEquals(shown, ServerText.clean(shown));
            RetryAfter.millis(text(data), NOW);
        });
    }

    @Test
    void retryAfterIsATimeOrNothing() {
        Fuzz values = Fuzz.ofTexts(
                List.of("120", "Tue, 02 Jan 2024 03:04:06 GMT", "0", "-1"),
                "999999999999999999999",
                "GMT",
                "+",
                ",",
                " ",
                "9999");
        values.run(IllegalStateException.class, data -> assertTrue(RetryAfter.millis(text(data), NOW) >= -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"~,", "~|", "~https://a,", "https://~a", "https://~%41", "~ ", "file:///~a/", "{~\"a\":1,", "~["})
    void costsNoMoreThanItsSize(String start, String unit) {
        String begin = start == null ? "" : start;
        Fuzz.growsNoFasterThanItsInput(
                begin,
                unit == null ? " " : unit,
                1 << 16,
                IllegalArgumentException.class,
                data -> ProxyList.parse(text(data)));
        Fuzz.growsNoFasterThanItsInput(
                begin, unit == null ? " " : unit, 1 << 16, InvalidAnswerException.class, FuzzTest::readInfo);
    }
}
