package io.jenkins.plugins.gomodules.goproxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevInfoTest {
    private static final String VERSION = "\"Version\":\"v1.0.0\"";

    private static RevInfo parse(String version, String json) throws InvalidAnswerException {
        return RevInfo.parse(
                json.getBytes(StandardCharsets.UTF_8), new ModuleVersion("example.com/m", version), "https://proxy");
    }

    /** What a proxy sends, and what the go command 1.26 leaves of it in its cache. */
    static Stream<Arguments> rewritten() {
        return Stream.of(
                Arguments.of("{" + VERSION + ",\"Time\":\"2024-02-29T12:00:00Z\"}", "2024-02-29T12:00:00Z", ""),
                Arguments.of(
                        "{\"Time\" : \"2024-01-01T00:00:00.1200Z\",\n" + VERSION + "}", "2024-01-01T00:00:00.12Z", ""),
                Arguments.of(
                        "{" + VERSION + ",\"Time\":\"2024-01-01T00:00:00+02:00\"}", "2024-01-01T00:00:00+02:00", ""),
                Arguments.of("{" + VERSION + ",\"Time\":\"2024-01-01T00:00:00+00:00\"}", "2024-01-01T00:00:00Z", ""),
                Arguments.of("{" + VERSION + "}", "0001-01-01T00:00:00Z", ""),
                Arguments.of(
                        "{" + VERSION + ",\"Name\":\"x\",\"Short\":\"y\",\"Origin\":{\"Ref\":\"refs/tags/v1.0.0\","
                                + "\"VCS\":\"git\",\"TagSum\":\"t1:x\",\"Hash\":\"abc\",\"URL\":\"https://h/?a&b<c>\"}}",
                        "0001-01-01T00:00:00Z",
                        ",\"Origin\":{\"VCS\":\"git\",\"URL\":\"https://h/?a\\u0026b\\u003cc\\u003e\",\"Hash\":\"abc\","
                                + "\"Ref\":\"refs/tags/v1.0.0\"}"));
    }

    @ParameterizedTest
    @MethodSource("rewritten")
    void isWrittenAsTheGoCommandWritesIt(String sent, String time, String origin) throws Exception {
        assertEquals(
                "{" + VERSION + ",\"Time\":\"" + time + "\"" + origin + "}",
                new String(parse("v1.0.0", sent).toJson(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "<html>",
                "{\"Version\":\"v1.0.1\"}",
                "{\"Version\":1}",
                "{}",
                "{" + VERSION + ",\"Time\":\"yesterday\"}",
                "{" + VERSION + ",\"Time\":\"2024-13-01T00:00:00Z\"}",
                "{" + VERSION + ",\"Time\":\"2023-02-29T00:00:00Z\"}"
            })
    void whatIsNoInfoFileIsRefused(String sent) {
        InvalidAnswerException e = assertThrows(InvalidAnswerException.class, () -> parse("v1.0.0", sent));
        assertFalse(e.getMessage().contains("<"), e.getMessage());
    }
}
