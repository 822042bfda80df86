package io.jenkins.plugins.gomodules.goenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetrcFileTest {

    @TempDir
    Path dir;

    private final Map<String, String> variables = new TreeMap<>();
    private HostOs os = HostOs.UNIX;

    @BeforeEach
    void setUp() throws IOException {
        Files.writeString(dir.resolve(".netrc"), "home");
        Files.writeString(dir.resolve("other"), "other");
        variables.putAll(Map.of("HOME", dir.toString(), "USERPROFILE", dir.toString(), "GOENV", "off"));
    }

    private GoEnvironment environment() {
        return GoEnvironment.builder()
                .environment(variables)
                .directory(dir)
                .os(os)
                .build();
    }

    private List<String> warnings() {
        return environment().warnings().stream()
                .filter(warning -> warning.contains("login"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', home",
        "netrc, '', home",
        "'git /x; netrc', '', home",
        "'netrc;command', '', home",
        "off, '', ''",
        "command, '', ''",
        "netrc:/x, '', ''",
        "command netrc, '', ''",
        "'', other, other",
        "off, other, ''",
        "'', /dev/null, ''",
    })
    void isFoundAsTheGoCommandFindsIt(String goAuth, String netrc, String text) {
        variables.put("GOAUTH", goAuth);
        variables.put("NETRC", netrc);
        assertEquals(text, environment().netrc());
        assertEquals(List.of(), warnings());
    }

    @Test
    void theOldNameCountsFirstOnWindows() throws IOException {
        os = HostOs.WINDOWS;
        assertEquals("home", environment().netrc());
        Files.writeString(dir.resolve("_netrc"), "old");
        assertEquals("old", environment().netrc());
        os = HostOs.UNIX;
        assertEquals("home", environment().netrc());
    }

    @Test
    void noneInTheHomeDirectoryIsNothingToSpeakOf() throws IOException {
        Files.delete(dir.resolve(".netrc"));
        assertEquals("", environment().netrc());
        assertEquals(List.of(), warnings());
        variables.remove("HOME");
        assertEquals("", environment().netrc());
        assertEquals(List.of(), warnings());
    }

    @Test
    void oneThatIsNamedAndCannotBeReadIs() throws IOException {
        variables.put("NETRC", "none");
        assertEquals(
                List.of("NETRC names " + dir.resolve("none")
                        + ", which is not there, so no login is read. Correct it."),
                warnings());
        Files.writeString(dir.resolve("other"), "x".repeat((1 << 20) + 1));
        variables.put("NETRC", "other");
        assertEquals("", environment().netrc());
        assertTrue(warnings().get(0).contains("is larger than 1 MiB"), warnings()::toString);
        variables.put("GOAUTH", "off");
        assertEquals(List.of(), warnings());
    }
}
