package io.jenkins.plugins.gomodules.prefetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.modfile.GoSum;
import io.jenkins.plugins.gomodules.modfile.ModFileException;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustTest {
    private static final ModuleVersion LISTED = new ModuleVersion("example.com/listed", "v1.0.0");
    private static final ModuleVersion PUBLIC = new ModuleVersion("example.com/other", "v1.0.0");
    private static final ModuleVersion PRIVATE = new ModuleVersion("corp.example/lib", "v1.0.0");
    private static final String GOOD = "h1:" + "A".repeat(43) + "=";
    private static final String OTHER = "h1:" + "B".repeat(43) + "=";

    private static Trust trust(Verification mode, Map<String, String> variables) throws ModFileException {
        String goSum = LISTED.path() + " v1.0.0 " + GOOD + "\n" + LISTED.path() + " v1.0.0/go.mod " + OTHER + "\n";
        return new Trust(
                GoSum.parse("go.sum", goSum.getBytes(StandardCharsets.UTF_8)),
                mode,
                GoEnvironment.builder().environment(variables).build());
    }

    @ParameterizedTest
    @CsvSource({"STRICT", "GO", "OFF"})
    void aHashInGoSumMustMatchWhateverTheMode(Verification mode) throws Exception {
        Trust trust = trust(mode, Map.of("GOSUMDB", "off"));
        assertEquals(Trust.Verdict.VERIFIED, trust.check(LISTED, Trust.Part.ZIP, GOOD, "here"));
        assertEquals(Trust.Verdict.VERIFIED, trust.check(LISTED, Trust.Part.GO_MOD, OTHER, "here"));
        UntrustedException e = assertThrows(
                UntrustedException.class, () -> trust.check(LISTED, Trust.Part.ZIP, OTHER, "https://proxy.example"));
        assertEquals("checksum-mismatch", e.causeId());
        for (String told : new String[] {GOOD, OTHER, "https://proxy.example", "SECURITY"}) {
            assertTrue(e.getMessage().contains(told), e::getMessage);
        }
    }

    /** Mode, GOSUMDB, and whether a public and a private module that go.sum does not list may pass. */
    @ParameterizedTest
    @CsvSource({
        "STRICT, sum.golang.org, false, false",
        "STRICT, off, false, false",
        "GO, sum.golang.org, false, true",
        "GO, off, true, true",
        "OFF, sum.golang.org, true, true"
    })
    void withoutAHashTheModeDecides(Verification mode, String goSumDb, boolean ofPublic, boolean ofPrivate)
            throws Exception {
        Trust trust = trust(mode, Map.of("GOSUMDB", goSumDb, "GOPRIVATE", "corp.example"));
        assertPasses(trust, PUBLIC, ofPublic);
        assertPasses(trust, PRIVATE, ofPrivate);
    }

    private static void assertPasses(Trust trust, ModuleVersion module, boolean passes) throws UntrustedException {
        if (passes) {
            trust.requireVouched(module, Trust.Part.ZIP);
            assertEquals(Trust.Verdict.UNCHECKED, trust.check(module, Trust.Part.ZIP, GOOD, "here"));
            return;
        }
        UntrustedException before =
                assertThrows(UntrustedException.class, () -> trust.requireVouched(module, Trust.Part.GO_MOD));
        assertEquals("go-sum-missing", before.causeId());
        assertTrue(before.getMessage().contains(module.path() + " v1.0.0/go.mod"), before::getMessage);
        assertThrows(UntrustedException.class, () -> trust.check(module, Trust.Part.ZIP, GOOD, "here"));
    }

    @Test
    void gonosumdbMayDifferFromGoprivate() throws Exception {
        Trust trust = trust(Verification.GO, Map.of("GOPRIVATE", "corp.example", "GONOSUMDB", "example.com"));
        assertPasses(trust, PUBLIC, true);
        assertPasses(trust, PRIVATE, false);
    }
}
