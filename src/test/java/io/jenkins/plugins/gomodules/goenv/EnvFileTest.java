package io.jenkins.plugins.gomodules.goenv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvFileTest {
    @Test
    void readsLinesAsTheGoCommandDoes() {
        String text = """
            # comment=1
            GOPROXY=https://a.example
             GOFLAGS=indented
            lower=case
            NoEquals
            GOSUMDB=first
            GOSUMDB="last"\s
            GOPRIVATE=a=b

            =x
            GOVCS=\
            """;

        assertEquals(
                Map.of(
                        "GOPROXY", "https://a.example",
                        "GOSUMDB", "\"last\" ",
                        "GOPRIVATE", "a=b",
                        "GOVCS", ""),
                EnvFile.parse(text));
    }

    @Test
    void aFileThatCannotBeReadIsEmpty() {
        assertEquals(Map.of(), EnvFile.read(Path.of("does", "not", "exist")));
        assertEquals(Map.of(), EnvFile.read(Path.of("")));
    }
}
