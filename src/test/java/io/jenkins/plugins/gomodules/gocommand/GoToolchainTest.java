package io.jenkins.plugins.gomodules.gocommand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoToolchainTest {
    @ParameterizedTest
    @CsvSource({
        "go version go1.24.1 linux/amd64, go1.24.1, linux/amd64",
        "go version go1.26rc1 windows/arm64, go1.26rc1, windows/arm64",
        "go version go1.24.4 (Red Hat 1.24.4-1.el9) linux/amd64, go1.24.4, linux/amd64",
        "go version go1.22.0 X:rangefunc darwin/arm64, go1.22.0, darwin/arm64",
        "go version devel go1.27-0123abc Mon Jan 5 10:00:00 2026 +0000 linux/amd64, devel go1.27-0123abc, linux/amd64",
    })
    void readsTheLine(String line, String version, String platform) throws IOException {
        assertEquals(new GoToolchain(version, platform), GoToolchain.parse(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "go version", "go version go1.24", "gofmt 1.0", "go version go1.24 linux"})
    void refusesOthers(String line) {
        assertThrows(GoCommandException.class, () -> GoToolchain.parse(line));
    }
}
