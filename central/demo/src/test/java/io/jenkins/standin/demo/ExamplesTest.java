package io.jenkins.standin.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples do what they show. */
class ExamplesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    greeter       | 3 modules: 3 fetched
                    workspace     | 2 modules, 2 of them fetched, 0 cached, 2 verified
                    offline-image | deps/example.com/text/v2/@v/v2.1.0.zip
                    broken        | FAILED [checksum-mismatch] example.com/words@v0.3.1
                    broken        | FAILED [version-not-found] example.com/text/v2@v2.9.0
                    """)
    void shows(String example, String line) throws Exception {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        int status = Demo.examples(
                Path.of("../../examples"), List.of(example), new PrintStream(console, true, StandardCharsets.UTF_8));
        String text = console.toString(StandardCharsets.UTF_8);
        assertEquals(0, status, text);
        assertTrue(text.contains(line), text);
    }
}
