package io.jenkins.plugins.gomodules.prefetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.goproxy.FetchStatistics;
import io.jenkins.plugins.gomodules.goproxy.ProxyChain;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogins;
import io.jenkins.plugins.gomodules.goproxy.RetryPolicy;
import io.jenkins.plugins.gomodules.http.HttpTimeouts;
import io.jenkins.plugins.gomodules.http.HttpTransport;
import io.jenkins.plugins.gomodules.modcache.ModCache;
import io.jenkins.plugins.gomodules.modfile.GoSum;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import io.jenkins.plugins.gomodules.testing.TestLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustTest {
    private static final ModuleVersion LISTED = new ModuleVersion("example.com/listed", "v1.0.0");
    private static final ModuleVersion PUBLIC = new ModuleVersion("example.com/public", "v1.0.0");
    private static final ModuleVersion UNKNOWN = new ModuleVersion("example.com/unknown", "v1.0.0");
    private static final ModuleVersion PRIVATE = new ModuleVersion("corp.example/lib", "v1.0.0");
    private static final String GOOD = "h1:" + "A".repeat(43) + "=";
    private static final String OTHER = "h1:" + "B".repeat(43) + "=";
    private static final TestLog LOG =
            TestLog.named("sums.example.test").filler(5).add("example.com/public@v1.0.0", lines(PUBLIC));

    @TempDir
    Path temp;

    private LoopbackProxy server;

    @BeforeEach
    void start() throws Exception {
        server = LoopbackProxy.start();
        LOG.publish(server, "/");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String lines(ModuleVersion module) {
        return module.path() + " v1.0.0 " + GOOD + "\n" + module.path() + " v1.0.0/go.mod " + OTHER + "\n";
    }

    /** A question to it, asked while the network is open. */
    private interface Question<T> {
        T ask(Trust trust) throws Exception;
    }

    private <T> T ask(Verification mode, Map<String, String> variables, Question<T> question) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("HOME", temp.toString(), "GOENV", "off"));
        all.put("GOSUMDB", LOG.at(server.url()));
        all.putAll(variables);
        GoEnvironment environment = GoEnvironment.builder().environment(all).build();
        try (HttpTransport transport = new HttpTransport(HttpTimeouts.DEFAULT, uri -> Optional.empty())) {
            ProxyChain proxies = new ProxyChain(
                    environment.goProxy(),
                    environment.noProxy(),
                    ProxyLogins.NONE,
                    transport,
                    new FetchStatistics(),
                    RetryPolicy.of(0),
                    4);
            ModCache cache = new ModCache(environment.modCache(), false);
            return question.ask(new Trust(
                    GoSum.parse("go.sum", lines(LISTED).getBytes(StandardCharsets.UTF_8)),
                    mode,
                    environment,
                    new ChecksumDatabase(environment, cache, proxies, Runnable::run)));
        }
    }

    @ParameterizedTest
    @CsvSource({"STRICT", "GO", "OFF"})
    void aHashInGoSumMustMatchWhateverTheMode(Verification mode) throws Exception {
        Expectation zip = ask(mode, Map.of("GOSUMDB", "off"), trust -> trust.expect(LISTED, Trust.Part.ZIP));
        Expectation goMod = ask(mode, Map.of("GOSUMDB", "off"), trust -> trust.expect(LISTED, Trust.Part.GO_MOD));
        zip.check(GOOD, "here");
        goMod.check(OTHER, "here");
        assertEquals("go.sum", zip.by());
        assertMismatch(zip, "go.sum says " + GOOD);
    }

    private static void assertMismatch(Expectation expected, String says) {
        UntrustedException e =
                assertThrows(UntrustedException.class, () -> expected.check(OTHER, "https://proxy.example"));
        assertEquals("checksum-mismatch", e.causeId());
        for (String told : new String[] {says, OTHER, "https://proxy.example", "SECURITY"}) {
            assertTrue(e.getMessage().contains(told), e::getMessage);
        }
    }

    @ParameterizedTest
    @CsvSource({"STRICT", "GO"})
    void whatGoSumDoesNotListTheDatabaseVouchesFor(Verification mode) throws Exception {
        Expectation zip = ask(mode, Map.of(), trust -> trust.expect(PUBLIC, Trust.Part.ZIP));
        Expectation goMod = ask(mode, Map.of(), trust -> trust.expect(PUBLIC, Trust.Part.GO_MOD));
        zip.check(GOOD, "here");
        goMod.check(OTHER, "here");
        assertEquals("sums.example.test", zip.by());
        assertMismatch(zip, "the checksum database sums.example.test says " + GOOD);
    }

    @Test
    void theDatabaseIsNotAskedAboutWhatGoSumListsNorWhenNothingIsChecked() throws Exception {
        ask(Verification.STRICT, Map.of(), trust -> trust.expect(LISTED, Trust.Part.ZIP));
        assertEquals(
                "nothing",
                ask(Verification.OFF, Map.of(), trust -> trust.expect(PUBLIC, Trust.Part.ZIP))
                        .by());
        assertEquals(0, server.requests().size(), () -> server.requests().toString());
    }

    /** Mode, GOSUMDB, and what becomes of modules that go.sum does not list: who vouches, or the cause. */
    @ParameterizedTest
    @CsvSource({
        "STRICT, '', sums.example.test, go-sum-missing, go-sum-missing",
        "STRICT, off, go-sum-missing, go-sum-missing, go-sum-missing",
        "GO, '', sums.example.test, go-sum-missing, nothing",
        "GO, off, nothing, nothing, nothing",
        "OFF, '', nothing, nothing, nothing",
        "OFF, off, nothing, nothing, nothing"
    })
    void theModeDecides(Verification mode, String goSumDb, String ofPublic, String ofUnknown, String ofPrivate)
            throws Exception {
        Map<String, String> variables = new HashMap<>(Map.of("GOPRIVATE", "corp.example"));
        if (!goSumDb.isEmpty()) {
            variables.put("GOSUMDB", goSumDb);
        }
        assertEquals(ofPublic, verdict(mode, variables, PUBLIC));
        assertEquals(ofUnknown, verdict(mode, variables, UNKNOWN));
        assertEquals(ofPrivate, verdict(mode, variables, PRIVATE));
    }

    private String verdict(Verification mode, Map<String, String> variables, ModuleVersion module) throws Exception {
        try {
            return ask(mode, variables, trust -> trust.expect(module, Trust.Part.GO_MOD))
                    .by();
        } catch (UntrustedException e) {
            assertTrue(e.getMessage().contains(module.path() + " v1.0.0/go.mod"), e::getMessage);
            return e.causeId();
        }
    }

    @Test
    void gonosumdbMayDifferFromGoprivate() throws Exception {
        Map<String, String> variables = Map.of("GOPRIVATE", "corp.example", "GONOSUMDB", "example.com");
        assertEquals("nothing", verdict(Verification.GO, variables, PUBLIC));
        assertEquals("go-sum-missing", verdict(Verification.GO, variables, PRIVATE));
    }

    /** A hash of a scheme from the future vouches for nothing. */
    @Test
    void aHashOfAnUnknownSchemeDoesNotCount() throws Exception {
        String zip = PRIVATE.path() + " v1.0.0 h9:whatever\n";
        GoSum goSum = GoSum.parse("go.sum", zip.getBytes(StandardCharsets.UTF_8));
        GoEnvironment environment = GoEnvironment.builder()
                .environment(Map.of("GOPRIVATE", "corp.example", "GOENV", "off"))
                .build();
        Trust trust = new Trust(goSum, Verification.STRICT, environment, null);
        assertThrows(UntrustedException.class, () -> trust.expect(PRIVATE, Trust.Part.ZIP));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum.example.org",
                "a+b",
                "sum.golang.org https://x y",
                "sum.golang.org+033de0af+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
                "sum.golang.org ftp://sum.golang.org"
            })
    void aDatabaseThatIsWronglyNamedIsAWrongSetting(String gosumdb) {
        UntrustedException e = assertThrows(
                UntrustedException.class,
                () -> ask(
                        Verification.STRICT,
                        Map.of("GOSUMDB", gosumdb),
                        trust -> trust.expect(PUBLIC, Trust.Part.ZIP)));
        assertEquals("settings-invalid", e.causeId());
        assertTrue(e.getMessage().startsWith("GOSUMDB: "), e::getMessage);
    }

    @Test
    void aDatabaseThatCannotBeReachedIsNoMismatch() throws Exception {
        String url = server.url();
        server.close();
        UntrustedException e = assertThrows(
                UntrustedException.class,
                () -> ask(
                        Verification.STRICT,
                        Map.of("GOSUMDB", LOG.at(url)),
                        trust -> trust.expect(PUBLIC, Trust.Part.ZIP)));
        assertEquals("sumdb-unreachable", e.causeId());
        assertTrue(e.getMessage().contains(url), e::getMessage);
    }
}
