package io.jenkins.plugins.gomodules.goenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WarningsTest {
    @TempDir
    Path dir;

    static List<String> cases() throws IOException {
        try (InputStream in = WarningsTest.class.getResourceAsStream("warnings.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static List<String> warnings(Map<String, String> environment) {
        return GoEnvironment.builder()
                .os(HostOs.UNIX)
                .environment(environment, "environment of the agent")
                .build()
                .warnings();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void warnsOfWhatIsProbablyNotMeant(String line) {
        int arrow = line.indexOf(" =>");
        String expected = line.substring(arrow + 3).strip();
        Map<String, String> environment = new LinkedHashMap<>();
        for (String variable : line.substring(0, arrow).split(" ; ")) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }

        List<String> warnings = warnings(environment);

        if (expected.isEmpty()) {
            assertEquals(List.of(), warnings);
        } else {
            assertEquals(1, warnings.size(), warnings::toString);
            assertTrue(warnings.get(0).contains(expected), warnings::toString);
            assertTrue(warnings.get(0).matches("(?s).*[.?]"), "a sentence ends: " + warnings);
            assertFalse(warnings.get(0).contains("s3cret"), warnings::toString);
        }
    }

    @Test
    void namesTheFileInWhichAVariableIsMisspelt() throws IOException {
        Path file = Files.writeString(dir.resolve("env"), "GOPROXI=direct\nOTHER=x\n");

        List<String> warnings = warnings(Map.of("GOENV", file.toString()));

        assertEquals(
                List.of("GOPROXI (go env -w file " + file + ") is not a variable of the go command and has no effect. "
                        + "Did you mean GOPROXY?"),
                warnings);
    }

    @Test
    void namesHaveNoCaseOnWindows() {
        List<String> warnings = GoEnvironment.builder()
                .os(HostOs.WINDOWS)
                .environment(Map.of("GoProxy", "direct"))
                .build()
                .warnings();

        assertEquals(List.of(), warnings);
    }

    @ParameterizedTest
    @CsvSource({
        "GOPROXY, GOPROXY, 0",
        "GOPRXOY, GOPROXY, 1",
        "GOPROX, GOPROXY, 1",
        "GOPROXYY, GOPROXY, 1",
        "GONOPROXY, GOPROXY, 2",
        "XXPROXY, GOPROXY, 2",
        "XXXROXY, GOPROXY, 2147483647",
        "GO, GOPROXY, 2147483647",
        "'', GO, 2",
    })
    void countsWhatIsBetweenTwoNames(String a, String b, int distance) {
        assertEquals(distance, EditDistance.between(a, b, 2));
    }
}
