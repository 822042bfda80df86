package io.jenkins.plugins.gomodules.jenkins.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.AbortException;
import io.jenkins.plugins.gomodules.prefetch.PrefetchFailure;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Agents are not trusted. */
class AgentReportTest {
    private static PrefetchReport report(int modules, long bytes, String goproxy, List<PrefetchFailure> failures) {
        return report(modules, bytes, Map.of("example.test/a@v1.0.0", "go.sum"), goproxy, failures);
    }

    private static PrefetchReport report(
            int modules, long bytes, Map<String, String> verifiedBy, String goproxy, List<PrefetchFailure> failures) {
        return new PrefetchReport(
                modules, 0, 0, bytes, 0, 0, 0, 0, 0, verifiedBy, goproxy, "", Map.of(), List.of(), List.of(), failures);
    }

    private static PrefetchFailure failure(String module, String message) {
        return new PrefetchFailure(
                module,
                module == null || module.isEmpty() ? "" : "v1.0.0",
                "zip",
                "checksum-mismatch",
                message,
                "",
                0,
                1);
    }

    static Stream<PrefetchReport> impossible() {
        return Stream.of(
                null,
                report(-1, 0, "off", List.of()),
                report(Integer.MAX_VALUE, 0, "off", List.of()),
                report(0, -1, "off", List.of()),
                report(0, 0, null, List.of()),
                report(0, 0, null, "off", List.of()),
                report(0, 0, Map.of("x".repeat(100_000), "go.sum"), "off", List.of()),
                report(0, 0, Map.of("example.test/a@v1.0.0", "x".repeat(100_000)), "off", List.of()),
                report(0, 0, Collections.singletonMap("example.test/a@v1.0.0", null), "off", List.of()),
                report(0, 0, "x".repeat(100_000), List.of()),
                report(0, 0, "off", null),
                report(0, 0, "off", Collections.singletonList(null)),
                report(0, 0, "off", List.of(failure(null, "no module"))),
                report(0, 0, "off", List.of(failure("m", null))));
    }

    @ParameterizedTest
    @MethodSource
    void impossible(PrefetchReport report) {
        assertThrows(AbortException.class, () -> AgentReport.check(report));
    }

    @Test
    void oneFailureIsTold() throws Exception {
        AgentReport report =
                AgentReport.check(report(1, 0, "off", List.of(failure("example.test/a", "differs.\nBadly."))));
        assertTrue(report.failed());
        assertEquals("goModPrefetch: example.test/a@v1.0.0: differs. Badly.", report.sentence());
    }

    @Test
    void manyFailuresAreCounted() throws Exception {
        List<PrefetchFailure> failures = Stream.of("a", "b", "c", "d")
                .map(name -> failure("example.test/" + name, name + " is missing"))
                .toList();
        String sentence = AgentReport.check(report(9, 0, "off", failures)).sentence();
        assertTrue(
                sentence.startsWith(
                        "goModPrefetch: 4 modules could not be had (example.test/a@v1.0.0, example.test/b@v1.0.0,"
                                + " example.test/c@v1.0.0, ...)."),
                sentence);
    }

    @Test
    void oneReasonForAllIsTold() throws Exception {
        PrefetchReport report = report(
                9, 0, "off", List.of(failure("example.test/a", "refused"), failure("example.test/b", "refused")));
        assertEquals(
                "goModPrefetch: 2 modules could not be had, all for one reason: refused",
                AgentReport.check(report).sentence());
    }

    @Test
    void failuresOfNoModuleAreToldByTheFirst() throws Exception {
        PrefetchReport report = report(0, 0, "off", List.of(failure("", "no go.mod"), failure("", "no disk")));
        assertEquals(
                "goModPrefetch: 2 failures. The first: no go.mod",
                AgentReport.check(report).sentence());
    }

    @Test
    void longTextIsCut() throws Exception {
        String sentence = AgentReport.check(report(1, 0, "off", List.of(failure("m", "x".repeat(1_000_000)))))
                .sentence();
        assertTrue(sentence.length() < 5_000, () -> "length " + sentence.length());
    }
}
