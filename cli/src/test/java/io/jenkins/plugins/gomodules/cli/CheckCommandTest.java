package io.jenkins.plugins.gomodules.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.json.JsonObject;
import io.jenkins.plugins.gomodules.json.JsonReader;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code gomod check} prints, and how it ends. */
class CheckCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private LoopbackProxy proxy;

    @BeforeEach
    void start() throws IOException {
        proxy = LoopbackProxy.start(ModuleFixture.module("example.com/m", "v1.2.3")
                .file("m.go", "package m\n")
                .build());
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    private int check(String... words) {
        out.reset();
        List<String> all = new ArrayList<>(List.of("check", "--gosumdb", "off", "--module", "example.com/m@v1.2.3"));
        all.addAll(List.of(words));
        return GomodMain.run(
                all,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aProxyThatDelivers() {
        assertEquals(0, check(proxy.url()), this::out);
        assertTrue(out().startsWith(proxy.url() + System.lineSeparator() + "  ✓ name "), this::out);
        assertTrue(
                out().endsWith("✓ example.com/m@v1.2.3 comes from " + proxy.url() + System.lineSeparator()), this::out);
    }

    @Test
    void aProxyThatDoesNot() throws Exception {
        proxy.on("*").answer(Fault.status(401));
        assertEquals(1, check(proxy.url() + ",direct"));
        assertTrue(out().contains("[auth-required] "), this::out);
        assertTrue(out().contains("What to do: "), this::out);
        assertTrue(out().contains("1. " + proxy.url() + "  fails"), this::out);

        assertEquals(1, check("--json", proxy.url()));
        JsonObject report = (JsonObject) JsonReader.parse(out.toByteArray());
        JsonObject target = (JsonObject) report.list("targets").get(0);
        JsonObject http = (JsonObject) target.list("stages").get(2);
        assertEquals("http", http.string("stage"));
        assertEquals("failed", http.string("outcome"));
        assertTrue(out().contains("\"cause\":{\"id\":\"auth-required\""), this::out);
    }

    @Test
    void whichIsTheFastest() {
        proxy.add("/x/example.com/m/@v/v1.2.3.info", "no info".getBytes(StandardCharsets.UTF_8));
        assertEquals(0, check("--compare", proxy.url() + "/x," + proxy.url()), this::out);
        assertTrue(out().contains("  GOPROXY=" + proxy.url() + System.lineSeparator()), this::out);
        assertTrue(out().contains("[goproxy-unavailable]"), this::out);
        assertEquals(0, check("--compare", "--json", proxy.url()), this::out);
        assertTrue(out().contains("\"goproxy\":\"" + proxy.url() + "\""), this::out);
        assertEquals(1, check("--compare", proxy.url() + "/x"), this::out);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--bogus; gomod check has no option --bogus",
                "a.example b.example; Separate proxies by commas",
                "--module example.com/m; names no version",
                "--module example.com/m@main; version",
                "--timeout 0; 1 to 3600",
                "--json=1; takes no value",
                "ftp://a.example; GOPROXY",
                "ssh://a.example:0; port",
                "--git https://; host"
            })
    void wrongUsageIsSaid(String words, String message) {
        assertEquals(2, check(words.split(" ")), this::out);
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains(message), said);
        assertEquals("", out());
    }
}
