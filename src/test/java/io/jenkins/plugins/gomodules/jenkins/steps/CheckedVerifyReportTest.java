package io.jenkins.plugins.gomodules.jenkins.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.AbortException;
import io.jenkins.plugins.gomodules.verify.FileChanges;
import io.jenkins.plugins.gomodules.verify.Finding;
import io.jenkins.plugins.gomodules.verify.Part;
import io.jenkins.plugins.gomodules.verify.VerifyReport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckedVerifyReportTest {

    private static VerifyReport report(int modules, long bytes, String modCache, Finding... findings) {
        return new VerifyReport(modules, 1, 0, 0, 0, 0, 2, bytes, 3, modCache, List.of(), List.of(), List.of(findings));
    }

    private static Finding finding(String module, String message) {
        return new Finding(module, "v1.0.0", Part.TREE, "cache-corrupt", message, "", "", "", FileChanges.UNKNOWN);
    }

    static Stream<VerifyReport> impossible() {
        return Stream.of(
                null,
                report(-1, 0, "/cache"),
                report(2_000_000, 0, "/cache"),
                report(1, -1, "/cache"),
                report(1, 0, null),
                report(1, 0, "x".repeat(100_000)),
                report(1, 0, "/cache", finding("m", null)),
                report(1, 0, "/cache", finding(null, "text")));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatNoHonestAgentSendsIsRefused(VerifyReport report) {
        AbortException e = assertThrows(AbortException.class, () -> CheckedVerifyReport.check(report));
        assertEquals(
                "goModVerify: the agent sent a report that cannot be right, so it is not trusted.", e.getMessage());
    }

    @Test
    void whatWasFoundBecomesOneLine() throws Exception {
        assertEquals(
                "goModVerify: m@v1.0.0: it is broken",
                CheckedVerifyReport.check(report(1, 0, "/c", finding("m", "it is\r\nbroken")))
                        .sentence());
        assertEquals(
                "goModVerify: 2 failures. The first: zip",
                CheckedVerifyReport.check(report(1, 0, "/c", finding("m", "zip"), finding("m", "tree")))
                        .sentence());
        assertEquals(
                "goModVerify: 4 modules are not as they should be (a@v1.0.0, b@v1.0.0, c@v1.0.0, ...)."
                        + " The lines marked FAILED above say what is wrong with each.",
                CheckedVerifyReport.check(report(
                                4, 0, "/c", finding("a", "x"), finding("b", "x"), finding("c", "x"), finding("d", "x")))
                        .sentence());
        String cut = CheckedVerifyReport.check(report(1, 0, "/c", finding("m", "x".repeat(1_000_000))))
                .sentence();
        assertTrue(cut.length() < 5_000, () -> "length " + cut.length());
    }

    @Test
    void theMapHasNoControlCharacters() throws Exception {
        assertEquals(
                "/cache",
                CheckedVerifyReport.check(report(1, 0, "/ca\u0000che"))
                        .toMap()
                        .get("modCache")
                        .toString()
                        .replace(" ", ""));
    }
}
