package io.jenkins.plugins.gomodules.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms, the exit statuses and the streams that scripts rely on. */
class GomodMainTest {
    private final ModuleFixture module = ModuleFixture.module("example.com/m", "v1.2.3")
            .file("m.go", "package m\n")
            .build();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path temp;

    private LoopbackProxy proxy;
    private Path project;

    @BeforeEach
    void start() throws IOException {
        proxy = LoopbackProxy.start(module);
        project = Files.createDirectory(temp.resolve("project"));
        Files.writeString(
                project.resolve("go.mod"), "module example.com/main\n\ngo 1.21\n\nrequire example.com/m v1.2.3\n");
        Files.writeString(project.resolve("go.sum"), module.goSumLines());
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    private int gomod(String... words) {
        out.reset();
        err.reset();
        return GomodMain.run(
                List.of(words),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private int prefetch(String... options) {
        List<String> words = new ArrayList<>(List.of(
                "prefetch",
                "--dir",
                project.toString(),
                "--goproxy",
                proxy.url(),
                "--modcache=" + temp.resolve("cache"),
                "--retries",
                "0"));
        words.addAll(List.of(options));
        return gomod(words.toArray(new String[0]));
    }

    private String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    private JsonObject json() throws IOException {
        return (JsonObject) JsonReader.parse(out.toByteArray());
    }

    @Test
    void everythingThere() {
        assertEquals(0, prefetch(), () -> text(err));
        assertTrue(text(out).contains("1 module: 1 fetched"), () -> text(out));
        assertEquals("", text(err));
        assertTrue(Files.exists(temp.resolve("cache/example.com/m@v1.2.3/m.go")));
    }

    @Test
    void everyOptionIsTaken() {
        assertEquals(
                0,
                prefetch(
                        "--engine",
                        "native",
                        "--verify",
                        "strict",
                        "--goprivate",
                        "p.example",
                        "--gonoproxy",
                        "none",
                        "--gonosumdb",
                        "p.example",
                        "--gosumdb",
                        "off",
                        "--parallelism",
                        "2",
                        "--timeout",
                        "60",
                        "--no-extract",
                        "--write-go-sum",
                        "--offline-proxy",
                        temp.resolve("deps").toString(),
                        "--quarantine",
                        temp.resolve("aside").toString()),
                () -> text(err));
        assertFalse(Files.exists(temp.resolve("cache/example.com/m@v1.2.3")));
        assertTrue(Files.exists(temp.resolve("deps/example.com/m/@v/v1.2.3.zip")));
    }

    @Test
    void jsonIsOneObjectAlone() throws Exception {
        assertEquals(0, prefetch("--json"), () -> text(err));
        JsonObject object = json();
        assertEquals(1, object.number("modules"));
        assertEquals(1, object.number("downloaded"));
        assertEquals(1, object.number("verified"));
        assertEquals(proxy.url(), object.string("goproxy"));
        assertEquals(List.of(), object.list("failures"));
        assertTrue(object.list("settings").toString().contains("option --goproxy"), object::toString);
        assertTrue(text(err).contains("1 module: 1 fetched"), () -> text(err));
    }

    @Test
    void aFailureIsOnStandardErrorAndInTheObject() throws Exception {
        proxy.on("*.zip").answer(Fault.status(403));
        assertEquals(1, prefetch("--json"));
        assertTrue(text(err).contains("FAILED [auth-denied] example.com/m@v1.2.3: "), () -> text(err));
        JsonObject failure = (JsonObject) json().list("failures").get(0);
        assertEquals("example.com/m", failure.string("module"));
        assertEquals("v1.2.3", failure.string("version"));
        assertEquals("zip", failure.string("stage"));
        assertEquals("auth-denied", failure.string("cause"));
        assertEquals(proxy.url(), failure.string("proxy"));
        assertEquals(403, failure.number("httpStatus"));
        assertEquals(1, failure.number("attempts"));

        assertEquals(1, prefetch());
        assertFalse(text(out).contains("FAILED"), () -> text(out));
        assertTrue(text(err).startsWith("FAILED [auth-denied]"), () -> text(err));
    }

    /** The cache vouches for a zip by the hash that it recorded; what is passed on is looked at. */
    @Test
    void aBrokenZipInTheCacheIsNotPassedOn() throws Exception {
        assertEquals(0, prefetch());
        Path cached = temp.resolve("cache/cache/download/example.com/m/@v/v1.2.3.zip");
        Files.writeString(cached, "bad");
        assertEquals(0, prefetch("--offline-proxy", temp.resolve("deps").toString()), () -> text(err));
        assertArrayEquals(module.zip(), Files.readAllBytes(temp.resolve("deps/example.com/m/@v/v1.2.3.zip")));
        assertArrayEquals(module.zip(), Files.readAllBytes(cached));
        assertTrue(text(out).contains("It is fetched again"), () -> text(out));
    }

    private int verify(String... options) {
        List<String> words =
                new ArrayList<>(List.of("verify", "--dir", project.toString(), "--modcache=" + temp.resolve("cache")));
        words.addAll(List.of(options));
        return gomod(words.toArray(new String[0]));
    }

    @Test
    void whatIsVerified() throws Exception {
        assertEquals(0, prefetch());
        assertEquals(0, verify(), () -> text(err));
        assertTrue(text(out).contains("1 module: 1 as go.sum lists them"), () -> text(out));
        assertEquals("", text(err));
        assertEquals(0, verify("--json"), () -> text(err));
        assertEquals(1, json().number("verified"));
        assertEquals(List.of(), json().list("failures"));
    }

    @Test
    void whatWasChangedIsOnStandardErrorAndInTheObject() throws Exception {
        assertEquals(0, prefetch());
        Path file = temp.resolve("cache/example.com/m@v1.2.3/m.go");
        assertTrue(file.toFile().setWritable(true));
        Files.writeString(file, "package evil\n");
        assertEquals(1, verify());
        assertTrue(text(err).startsWith("FAILED [cache-corrupt] example.com/m@v1.2.3: "), () -> text(err));
        assertTrue(text(err).endsWith("  changed  \"m.go\"" + System.lineSeparator()), () -> text(err));
        assertFalse(text(out).contains("FAILED"), () -> text(out));

        assertEquals(1, verify("--json"));
        JsonObject failure = (JsonObject) json().list("failures").get(0);
        assertEquals("example.com/m", failure.string("module"));
        assertEquals("tree", failure.string("part"));
        assertEquals("cache-corrupt", failure.string("cause"));
        assertEquals(module.zipHash(), failure.string("expected"));
        assertEquals(1, failure.number("changed"));
        JsonObject change = (JsonObject) failure.list("files").get(0);
        assertEquals("changed", change.string("change"));
        assertEquals("m.go", change.string("file"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "fetch; there is no command \"fetch\"",
                "prefetch --bogus; no option --bogus",
                "prefetch api; \"api\" is not an option",
                "prefetch --dir; --dir needs a value",
                "prefetch --dir --json; --dir needs a value",
                "prefetch --json=yes; --json takes no value",
                "prefetch --engine fast; engine: \"fast\" is not one of auto, native, go",
                "prefetch --verify never; verify: \"never\" is not one of strict, go, off",
                "prefetch --parallelism many; \"many\" is not a whole number",
                "prefetch --parallelism -1; \"-1\" is not a whole number",
                "prefetch --parallelism 1025; out of range",
                "prefetch --retries 21; out of range",
                "verify --bogus; gomod verify has no option --bogus",
                "verify --sumdb=yes; --sumdb takes no value"
            })
    void wrongUsageIsSaid(String words, String message) {
        assertEquals(2, gomod(words.split(" ")));
        assertTrue(text(err).contains(message), () -> text(err));
        assertEquals("", text(out));
    }

    @Test
    void withoutWordsTheUsageIsShown() {
        assertEquals(2, gomod());
        assertTrue(text(err).startsWith("usage: gomod"), () -> text(err));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h", "prefetch --help", "prefetch --json -h"})
    void helpIsNoFailure(String words) {
        assertEquals(0, gomod(words.split(" ")));
        assertTrue(text(out).startsWith("usage: gomod"), () -> text(out));
    }

    @Test
    void classifiesLogs() throws IOException {
        Path failed = Files.writeString(temp.resolve("failed.log"), """
                + go build
                go: git.example.com/lib@v1.0.0: reading https://p.example/git.example.com/lib/@v/v1.0.0.mod: 404 Not Found
                """);
        Path fine = Files.writeString(temp.resolve("fine.log"), "ok\n");
        assertEquals(0, gomod("classify", "--json", failed.toString(), fine.toString()));
        String[] lines = text(out).split("\n");
        assertEquals(2, lines.length);
        JsonObject first = (JsonObject) JsonReader.parse(lines[0]);
        assertEquals(failed.toString(), first.string("log"));
        assertTrue(lines[0].contains("\"causes\":[{\"id\":\"version-not-found\""), lines[0]);
        assertTrue(lines[0].contains("\"evidence\":[{\"line\":2,\"text\":\"go: git.example.com/lib@v1.0.0"), lines[0]);
        assertTrue(lines[1].endsWith("\"causes\":[]}"), lines[1]);

        assertEquals(0, gomod("classify", "--goprivate=git.example.com", failed.toString()));
        assertTrue(text(out).startsWith("ROOT CAUSE [auth-masked] git.example.com/lib looks private"), text(out));
        assertEquals(0, gomod("classify", fine.toString()));
        assertEquals("no known cause\n", text(out));
    }

    @ParameterizedTest
    @CsvSource({
        "'', needs a log",
        "--loud, has no option --loud",
        "/no/such.log, cannot be read",
        "--json=1, takes no value"
    })
    void refusesToClassifyWhatIsNoLog(String word, String reason) {
        assertEquals(2, word.isEmpty() ? gomod("classify") : gomod("classify", word));
        assertTrue(text(err).contains(reason), text(err));
    }
}
