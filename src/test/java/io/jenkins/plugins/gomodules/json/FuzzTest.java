package io.jenkins.plugins.gomodules.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.testing.Fuzz;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {

    private static final Fuzz JSON = Fuzz.ofTexts(
            List.of(
                    "{\"Version\":\"v1.0.0\",\"Time\":\"2024-01-02T03:04:05Z\"}",
                    "{\"Origin\" : {\"VCS\": \"git\", \"Hash\": \"\\u00e9\\n\"}, \"n\": [1, -2.5e+3, true, false, null]}",
                    "[[[], {}], \"\\ud83e\\udd80\", 0.1, 123456789012345678901234567890]"),
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u",
            "\\ud800",
            "null",
            "true",
            "1e999999",
            "-",
            "0",
            "\u0000",
            "\ufeff");

    @Test
    void refusesOrReadsTheSameAgain() {
        JSON.run(JsonException.class, data -> {
            Object value = JsonReader.parse(data);
            String once = JsonWriter.write(value);
            assertEquals(once, JsonWriter.write(JsonReader.parse(once)));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"|[", "|{\"a\":", "[|1,", "{|\"a\":1,", "\"|a", "\"|\\\\n", "\"|\\u0041", "|1", "|'  '"})
    void costsNoMoreThanItsSize(String start, String unit) {
        Fuzz.growsNoFasterThanItsInput(
                start == null ? "" : start, unit, 1 << 18, JsonException.class, JsonReader::parse);
    }
}
