package io.jenkins.plugins.gomodules.prefetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NarratorTest {
    private final List<String> lines = new ArrayList<>();

    private static PrefetchFailure failure(String module, String cause, String message) {
        return new PrefetchFailure(module, module.isEmpty() ? "" : "v1.0.0", "zip", cause, message, "", 0, 0);
    }

    private void report(PrefetchFailure... failures) {
        report(Map.of(), failures);
    }

    private void report(Map<String, String> verifiedBy, PrefetchFailure... failures) {
        PrefetchReport report = new PrefetchReport(
                3, 0, 0, 0, 0, 0, 0, 0, 0, verifiedBy, "off", "", Map.of(), List.of(), List.of(), List.of(failures));
        new Narrator(lines::add).report(report, Verification.STRICT);
    }

    @Test
    void whatFailedInTheSameWayIsToldOnce() {
        report(
                failure("example.com/a", "connection-refused", "Connection refused."),
                failure("example.com/b", "checksum-mismatch", "wrong"),
                failure("example.com/c", "connection-refused", "Connection refused."));
        assertEquals(
                List.of(
                        "FAILED [connection-refused] 2 modules: Connection refused. These are example.com/a@v1.0.0,"
                                + " example.com/c@v1.0.0.",
                        "FAILED [checksum-mismatch] example.com/b@v1.0.0: wrong"),
                lines.subList(1, lines.size()));
    }

    @Test
    void whatIsOfNoModuleNamesNone() {
        report(failure("", "go-mod-missing", "There is no go.mod."));
        assertEquals("FAILED [go-mod-missing] There is no go.mod.", lines.get(lines.size() - 1));
    }

    @Test
    void byWhomModulesWereVerifiedIsTold() {
        Map<String, String> verifiedBy = new LinkedHashMap<>();
        verifiedBy.put("example.com/a@v1.0.0", "go.sum");
        verifiedBy.put("example.com/b@v1.0.0", "sum.golang.org");
        verifiedBy.put("example.com/c@v1.0.0", "nothing");
        verifiedBy.put("example.com/d@v1.0.0", "sum.golang.org");
        report(verifiedBy);
        assertTrue(
                lines.get(0).contains("; 1 verified against go.sum, 2 verified against sum.golang.org; "),
                lines::toString);
        assertEquals(
                List.of(
                        "Not in go.sum, verified by sum.golang.org: example.com/b@v1.0.0, example.com/d@v1.0.0",
                        "Not verified: example.com/c@v1.0.0"),
                lines.subList(1, lines.size()));
    }

    @Test
    void namesAreBounded() {
        List<ModuleVersion> modules = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            modules.add(new ModuleVersion("example.com/m" + i, "v1.0.0"));
        }
        String names = Narrator.names(modules);
        assertTrue(names.startsWith("example.com/m0@v1.0.0, example.com/m1@v1.0.0, "), names);
        assertTrue(names.endsWith("m9@v1.0.0 and 2 more"), names);
    }
}
