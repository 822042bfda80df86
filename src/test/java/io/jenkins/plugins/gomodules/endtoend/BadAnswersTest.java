package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.prefetch.PrefetchFailure;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import io.jenkins.plugins.gomodules.testing.Fault;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What proxies do to their clients: each ends in one failure that says what happened, leaves nothing of the module that
 * is not as it should be, and is forgotten when the proxy behaves again.
 */
class BadAnswersTest {

    private static final ModuleFixture BAD = ModuleFixture.module("example.com/bad", "v1.0.0")
            .file("data", new byte[20_000])
            .build();
    private static final ModuleFixture GOOD =
            ModuleFixture.module("example.com/good", "v1.0.0").build();

    @TempDir
    Path temp;

    /**
     * @param name what the proxy does
     * @param path to which requests
     * @param fault how
     * @param cause the failure's cause
     * @param status the failure's HTTP status
     * @param words what its message must mention
     */
    record Case(String name, String path, Fault fault, String cause, int status, String... words) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case zip(String name, Fault fault, String cause, int status, String... words) {
        return new Case(name + " for a zip", BAD.url("zip"), fault, cause, status, words);
    }

    private static Case mod(String name, Fault fault, String cause, int status, String... words) {
        return new Case(name + " for a go.mod file", BAD.url("mod"), fault, cause, status, words);
    }

    private static Case info(String name, Fault fault, String cause, int status, String... words) {
        return new Case(name + " for an .info file", BAD.url("info"), fault, cause, status, words);
    }

    private static Fault text(String text) {
        return Fault.body(text.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Case> statuses() {
        return Stream.of(
                zip("404", Fault.status(404), "version-not-found", 404, "404"),
                mod("404", Fault.status(404), "version-not-found", 404, "404"),
                info("404", Fault.status(404), "version-not-found", 404, "404"),
                zip("410", Fault.status(410), "version-not-found", 410, "410"),
                zip("401", Fault.status(401), "auth-required", 401, "401"),
                zip("403", Fault.status(403), "auth-denied", 403, "403"),
                mod(
                        "403 with an explanation",
                        Fault.status(403, "blocked by policy 7"),
                        "auth-denied",
                        403,
                        "blocked by policy 7"),
                zip("407", Fault.status(407), "http-proxy-failure", 407, "407"),
                zip("429", Fault.status(429), "rate-limited", 429, "429"),
                zip("500", Fault.status(500), "goproxy-unavailable", 500, "500"),
                mod("502", Fault.status(502), "goproxy-unavailable", 502, "502"),
                zip("503", Fault.status(503).and(Fault.retryAfter("0")), "goproxy-unavailable", 503, "503"),
                zip("999", Fault.status(999), "goproxy-unavailable", 999, "999"));
    }

    static Stream<Case> bodies() {
        return Stream.of(
                zip("cut body", Fault.cutAfter(100), "goproxy-unavailable", 0),
                zip("cut body without ranges", Fault.cutAfter(100).and(Fault.noRanges()), "goproxy-unavailable", 0),
                zip("cut chunked body", Fault.cutAfter(100).and(Fault.chunked()), "goproxy-unavailable", 0),
                mod("cut body", Fault.cutAfter(3), "goproxy-unavailable", 0),
                zip("reset", Fault.resetAfter(100), "goproxy-unavailable", 0),
                zip("hanging up", Fault.hangUp(), "goproxy-unavailable", 0),
                zip("length too small", Fault.contentLength(100), "module-zip-invalid", 0),
                zip("length too large", Fault.contentLength(1_000_000), "goproxy-unavailable", 0),
                zip(
                        "length beyond the limit",
                        Fault.contentLength(600L << 20),
                        "goproxy-unavailable",
                        0,
                        "524288000 bytes"),
                mod(
                        "length beyond the limit",
                        Fault.contentLength(17L << 20),
                        "goproxy-unavailable",
                        0,
                        "16777216 bytes"),
                mod("length too small", Fault.contentLength(10), "checksum-mismatch", 0, BAD.modHash()),
                zip("no HTTP", Fault.statusLine("SSH-2.0-OpenSSH_9.6"), "goproxy-unavailable", 0),
                zip("a redirect to itself", Fault.redirect(302, BAD.url("zip")), "goproxy-unavailable", 0, "redirect"),
                zip("a redirect to a file", Fault.redirect(302, "file:///etc/passwd"), "goproxy-unavailable", 0, "302"),
                zip("a sign-in page", text("<html>Sign in</html>"), "module-zip-invalid", 0, "example.com/bad"),
                zip("an empty body", text(""), "module-zip-invalid", 0, "example.com/bad"),
                mod("a sign-in page", text("<html>Sign in</html>"), "checksum-mismatch", 0, BAD.modHash()),
                mod("another go.mod", text("module example.com/evil\n"), "checksum-mismatch", 0, BAD.modHash()),
                info("a sign-in page", text("<html>Sign in</html>"), "goproxy-unavailable", 0, ".info"),
                info(
                        "another version",
                        text("{\"Version\":\"v1.0.1\",\"Time\":\"2024-01-02T03:04:05Z\"}"),
                        "goproxy-unavailable",
                        0,
                        "v1.0.1"),
                info("an empty body", text(""), "goproxy-unavailable", 0, ".info"),
                zip(
                        "another module's zip",
                        Fault.body(GOOD.zip()),
                        "module-zip-invalid",
                        0,
                        "example.com/good@v1.0.0/"),
                zip(
                        "other contents",
                        Fault.body(ModuleFixture.module("example.com/bad", "v1.0.0")
                                .file("evil.go", "package bad\n")
                                .build()
                                .zip()),
                        "checksum-mismatch",
                        0,
                        BAD.zipHash(),
                        "go.sum"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"statuses", "bodies"})
    void failsClearlyAndSpoilsNothing(Case bad) throws Exception {
        try (Bed bed = Bed.of(temp, BAD, GOOD)) {
            bed.proxy().on(bad.path()).answer(bad.fault());
            PrefetchReport report = bed.prefetch().options(o -> o.retries(1)).run();
            assertFalse(report.succeeded());
            PrefetchFailure failure = report.failures().get(0);
            String all = report.failures().toString();
            assertEquals(1, report.failures().size(), all);
            assertEquals("example.com/bad@v1.0.0", failure.name(), all);
            assertEquals(bad.cause(), failure.cause(), all);
            if (bad.status() > 0) {
                assertEquals(bad.status(), failure.httpStatus(), all);
            }
            for (String word : bad.words()) {
                assertTrue(failure.message().contains(word), word + " is not in: " + failure.message());
            }
            assertEquals(List.of(), remains(bed, bad), "left in the cache");
            bed.nextRunRepairs();
        }
    }

    static Stream<Case> passing() {
        return Stream.of(
                zip("500 once", Fault.status(500), "", 0),
                mod("503 once", Fault.status(503).and(Fault.retryAfter("0")), "", 0),
                zip("429 once", Fault.status(429).and(Fault.retryAfter("0")), "", 0),
                zip("cut body once", Fault.cutAfter(100), "", 0),
                zip(
                        "cut body once, no ranges afterwards",
                        Fault.cutAfter(100).and(Fault.withoutHeader("Accept-Ranges")),
                        "",
                        0),
                zip("reset once", Fault.resetAfter(100), "", 0),
                mod("reset at once", Fault.resetAtOnce(), "", 0),
                info("hanging up once", Fault.hangUp(), "", 0),
                zip("length too large once", Fault.contentLength(1_000_000), "", 0),
                zip("length too small once", Fault.contentLength(100), "", 0),
                zip("a chunked body", Fault.chunked(), "", 0),
                zip("a closed connection", Fault.closing(), "", 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passing")
    void getsOverWhatPasses(Case bad) throws Exception {
        try (Bed bed = Bed.of(temp, BAD, GOOD)) {
            bed.proxy().on(bad.path()).attempt(1).answer(bad.fault());
            bed.prefetch().succeed();
            bed.nextRunRepairs();
        }
    }

    /** What must not be there after a failure: half of anything, and anything of a zip that was spoilt. */
    private static List<String> remains(Bed bed, Case bad) throws Exception {
        boolean zip = bad.path().equals(BAD.url("zip"));
        return CacheSnapshot.of(bed.cache())
                .names(n -> n.endsWith(".tmp")
                        || n.endsWith(".partial")
                        || zip && n.startsWith(BAD.toString())
                        || zip && n.contains(BAD.url("zip"))
                        || n.contains(bad.path()));
    }
}
