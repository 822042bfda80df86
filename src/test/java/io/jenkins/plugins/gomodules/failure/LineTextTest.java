package io.jenkins.plugins.gomodules.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTextTest {
    private static final String MESSAGE = "go: a.example/b@v1.0.0: unknown revision v1.0.0";

    static Stream<String> wrapped() {
        return Stream.of(
                MESSAGE,
                "#12 14.70 " + MESSAGE,
                "5.897 " + MESSAGE,
                "[2020-01-02T03:04:05.678Z] " + MESSAGE,
                "2024-05-06T07:08:09.1234567Z " + MESSAGE,
                "2024/05/06 07:08:09 " + MESSAGE,
                "03:04:05  " + MESSAGE,
                "Step 8/15 : " + MESSAGE,
                " > [build 4/6] " + MESSAGE,
                "#9 [build 4/6] 0.3 " + MESSAGE,
                "| " + MESSAGE,
                "│ " + MESSAGE,
                "api-1  | " + MESSAGE,
                "[linux-arm64] " + MESSAGE,
                "[2020-01-02T03:04:05.678Z] [unit] #7 1.2 " + MESSAGE,
                "\u001b[31m" + MESSAGE + "\u001b[0m",
                "\u001b[8mha:////4Abc+/=\u001b[0m" + MESSAGE,
                "E0102 03:04:05.678901       1 main.go:12] " + MESSAGE);
    }

    @ParameterizedTest
    @MethodSource("wrapped")
    void takesOffWhatIsAround(String line) {
        assertEquals(MESSAGE, LineText.clean(line));
    }

    @Test
    void undoesTheEscapesOfJson() {
        assertEquals(
                "{\"m\":\"Get \"https://a/b?x&y\": EOF\nnext\"}",
                LineText.clean("{\"m\":\"Get \\\"https://a/b?x\\u0026y\\\": EOF\\nnext\"}"));
        assertEquals("a \"b\"", LineText.clean("a \\\\\\\"b\\\\\\\""));
        assertEquals("open C:\\new\\table: no", LineText.clean("open C:\\new\\table: no"));
    }

    @Test
    void leavesLevelsWhereTheyAre() {
        assertEquals("[WARNING] x", LineText.clean("[WARNING] x"));
        assertEquals("\tindented", LineText.clean("\tindented"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fatal: 'https://jo:s3cr3t@git.example/a'",
                "https://x-access-token:s3cr3t@github.com/a/b@v1",
                "https://jo:ab/s3cr3t@git.example/a",
                "https://a.example/b?token=s3cr3t&x=1",
                "Authorization: Bearer s3cr3t",
                "password=s3cr3t",
                "API_KEY: 's3cr3t'",
                "ghp_s3cr3tABCDEFGHIJKLMNOP",
                "{\"npm_token\":\"s3cr3t\"}",
            })
    void masksSecrets(String line) {
        String masked = SecretMask.mask(line);
        assertTrue(masked.contains("****"), masked);
        assertFalse(masked.contains("s3cr3t"), masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reading https://sum.golang.org/lookup/github.com/a/b@v1.2.3: 410 Gone",
                "Get \"https://proxy.example:8080/github.com/a/b/@v/v1.2.3.mod\": EOF",
                "unrecognized import path: https://a.example/b?go-get=1",
            })
    void masksNothingElse(String line) {
        assertEquals(line, SecretMask.mask(line));
    }
}
