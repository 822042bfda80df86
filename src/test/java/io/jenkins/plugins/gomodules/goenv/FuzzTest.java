package io.jenkins.plugins.gomodules.goenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.Fuzz;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of GO* variables, and GOFLAGS: whatever is in them, they are read; nothing is thrown for them. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {

    /** Nothing is declared. */
    private static final class None extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }

    @Test
    void envFilesSayTheSameWhenWrittenAgain() {
        Fuzz files = Fuzz.ofTexts(
                List.of(
                        "GOPROXY=https://proxy.example,direct\nGOFLAGS=-mod=mod -v\n# comment\nGOPRIVATE=\n",
                        "A=b=c\r\nB\n"),
                "=",
                "\n",
                "\r\n",
                "GO",
                "#",
                "\u0000",
                "É=");
        files.run(None.class, data -> {
            Map<String, String> values = EnvFile.parse(text(data));
            StringBuilder again = new StringBuilder();
            values.forEach((name, value) ->
                    again.append(name).append('=').append(value).append('\n'));
            assertEquals(values, EnvFile.parse(again.toString()));
        });
    }

    @Test
    void flagsAreReadOrTheirProblemIsNamed() {
        Fuzz flags = Fuzz.ofTexts(
                List.of("-mod=mod -v --trimpath=false", "'-ldflags=-s -w' \"-tags=a b\"\t-x", ""),
                "-",
                "--",
                "'",
                "\"",
                "=",
                " ",
                "\t",
                "-modcacherw",
                "-modfile=x",
                "\u00a0");
        flags.run(None.class, data -> {
            GoFlags parsed = GoFlags.parse(text(data));
            assertTrue(parsed.problem().length() < 500);
            parsed.isSet("modcacherw");
            parsed.value("mod");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "A\n", "A", "=", "A=\n", "A=b\n", "-a ", "'", "'' ", "\" ", "-a= "})
    void costsNoMoreThanItsSize(String unit) {
        Fuzz.growsNoFasterThanItsInput("", unit, 1 << 18, None.class, data -> EnvFile.parse(text(data)));
        Fuzz.growsNoFasterThanItsInput("", unit, 1 << 18, None.class, data -> GoFlags.parse(text(data)));
    }
}
