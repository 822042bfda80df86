package io.jenkins.plugins.gomodules.jenkins.connections;

import io.jenkins.plugins.gomodules.failure.Cause;
import io.jenkins.plugins.gomodules.failure.Classifier;
import io.jenkins.plugins.gomodules.failure.Subject;
import io.jenkins.plugins.gomodules.jenkins.text.ForeignText;
import io.jenkins.plugins.gomodules.probe.ChainStep;
import io.jenkins.plugins.gomodules.probe.ComparisonReport;
import io.jenkins.plugins.gomodules.probe.Fact;
import io.jenkins.plugins.gomodules.probe.MirrorMeasure;
import io.jenkins.plugins.gomodules.probe.Outcome;
import io.jenkins.plugins.gomodules.probe.ProbeReport;
import io.jenkins.plugins.gomodules.probe.StageReport;
import io.jenkins.plugins.gomodules.probe.TargetReport;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an agent says came of a test, as far as it can be shown: bounded, each text one clean line, and the words of a failure
 * those of this side's own catalog.
 */
final class CheckedReport {
    private static final int MAX_TARGETS = 20;
    private static final int MAX_STAGES = 10;
    private static final int MAX_FACTS = 20;
    private static final int MAX_TEXT = 600;
    private static final int MAX_READ = 1_000;
    private static final long MAX_MICROS = 3_600_000_000L;
    private static final String UNKNOWN = "internal-error";

    private CheckedReport() {}

    static ProbeReport of(ProbeReport report) {
        return new ProbeReport(
                text(report.subject()),
                text(report.module()),
                head(report.targets(), MAX_TARGETS).map(CheckedReport::target).toList(),
                head(report.chain(), MAX_TARGETS)
                        .filter(step -> step.answer() != null)
                        .map(step -> new ChainStep(text(step.entry()), step.answer(), step.goesOn()))
                        .toList(),
                report.succeeded(),
                text(report.conclusion()));
    }

    static ComparisonReport of(ComparisonReport report) {
        return new ComparisonReport(
                text(report.module()),
                head(report.mirrors(), MAX_TARGETS).map(CheckedReport::mirror).toList(),
                text(report.goproxy()),
                text(report.reason()));
    }

    private static TargetReport target(TargetReport target) {
        return new TargetReport(
                text(target.name()),
                text(target.route()),
                head(target.stages(), MAX_STAGES)
                        .filter(stage -> stage.stage() != null && stage.outcome() != null)
                        .map(CheckedReport::stage)
                        .toList());
    }

    private static StageReport stage(StageReport stage) {
        String message = text(stage.message());
        return new StageReport(
                stage.stage(),
                stage.outcome(),
                micros(stage.micros()),
                message,
                head(stage.facts(), MAX_FACTS)
                        .map(fact -> new Fact(text(fact.name()), text(fact.value())))
                        .toList(),
                stage.outcome() == Outcome.FAILED ? cause(stage.cause(), message) : null);
    }

    private static MirrorMeasure mirror(MirrorMeasure mirror) {
        return new MirrorMeasure(
                text(mirror.name()),
                micros(mirror.setUpMicros()),
                micros(mirror.roundTripMicros()),
                Math.max(0, mirror.bytesPerSecond()),
                Math.max(0, mirror.bytes()),
                Math.max(0, mirror.estimateMillis()),
                mirror.cause() == null ? null : cause(mirror.cause(), message(mirror.cause())));
    }

    private static String message(Cause cause) {
        return cause.evidence() == null || cause.evidence().isEmpty()
                ? ""
                : text(cause.evidence().get(0).text());
    }

    private static Cause cause(Cause cause, String message) {
        Classifier classifier = Classifier.standard();
        String id = cause == null ? UNKNOWN : text(cause.id());
        Subject named = cause == null || cause.subject() == null ? Subject.NONE : cause.subject();
        Subject subject = new Subject(
                text(named.module()),
                text(named.version()),
                "",
                text(named.host()),
                text(named.url()),
                named.status(),
                text(named.file()));
        return classifier.describe(classifier.ids().contains(id) ? id : UNKNOWN, subject, message);
    }

    private static <T> Stream<T> head(List<T> list, int most) {
        return list.stream().limit(most).filter(Objects::nonNull);
    }

    private static long micros(long claimed) {
        return Math.min(Math.max(0, claimed), MAX_MICROS);
    }

    private static String text(String claimed) {
        // Cleaning takes time, too.
        boolean huge = claimed != null && claimed.length() > MAX_READ;
        String line = ForeignText.line(huge ? claimed.substring(0, MAX_READ) : claimed);
        return line.length() > MAX_TEXT ? line.substring(0, MAX_TEXT) + "…" : line;
    }
}
