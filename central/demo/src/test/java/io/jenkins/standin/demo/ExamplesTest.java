package io.jenkins.standin.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.Tools;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples do what they show. */
class ExamplesTest {
    private static void assertShows(String example, String... lines) throws Exception {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        boolean good = new Examples(Path.of("../../examples"), new PrintStream(console, true, StandardCharsets.UTF_8))
                .run(List.of(example));
        String text = console.toString(StandardCharsets.UTF_8);
        assertTrue(good, text);
        for (String line : lines) {
            assertTrue(text.contains(line), () -> "no \"" + line + "\" in:\n" + text);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    greeter       | 3 modules: 3 fetched
                    workspace     | 2 modules, 2 of them fetched, 0 cached, 2 verified
                    offline-image | deps/example.com/text/v2/@v/v2.1.0.zip
                    """)
    void shows(String example, String line) throws Exception {
        assertShows(example, line);
    }

    @Test
    void whatFailsIsExplained() throws Exception {
        assertShows(
                "broken",
                "FAILED [checksum-mismatch] example.com/words@v0.3.1",
                "FAILED [version-not-found] example.com/text/v2@v2.9.0",
                "Failure analysis, as on the page of the build",
                "are not those that go.sum or the checksum database lists  [checksum-mismatch]",
                "example.com/text/v2 has no version v2.9.0  [version-not-found]");
    }

    private static void assumePrivateHosts() {
        List<String> missing = PrivateHosts.missingTools();
        Assumptions.assumeTrue(missing.isEmpty(), () -> "skipped: not on the PATH: " + String.join(", ", missing));
    }

    @Test
    void gitReachesPrivateHosts() throws Exception {
        assumePrivateHosts();
        assertShows(
                "private",
                "git.corp.example over SSH with 'deploy-key'",
                "code.corp.example/tools/ over HTTPS with 'code-login'",
                "\trefs/tags/v1.3.0",
                "\trefs/tags/v0.2.0");
    }

    @Test
    void privateModulesArrive() throws Exception {
        assumePrivateHosts();
        Tools.orSkip("go");
        assertShows(
                "private", "version control: 2 modules", "3 verified against go.sum", "| Good morning, colleagues |");
    }

    @Test
    void whatBarsTheWayIsSaid() throws Exception {
        assumePrivateHosts();
        assertShows(
                "broken-private",
                "No host key is known for",
                " SHA256:",
                "credentials: no host is bound to \"code-login\"");
    }
}
