package io.jenkins.plugins.gomodules.cli;

import io.jenkins.plugins.gomodules.failure.Cause;
import io.jenkins.plugins.gomodules.probe.ChainStep;
import io.jenkins.plugins.gomodules.probe.ComparisonReport;
import io.jenkins.plugins.gomodules.probe.Fact;
import io.jenkins.plugins.gomodules.probe.MirrorComparison;
import io.jenkins.plugins.gomodules.probe.MirrorMeasure;
import io.jenkins.plugins.gomodules.probe.Outcome;
import io.jenkins.plugins.gomodules.probe.ProbeReport;
import io.jenkins.plugins.gomodules.probe.Quantities;
import io.jenkins.plugins.gomodules.probe.StageReport;
import io.jenkins.plugins.gomodules.probe.TargetReport;
import java.util.Locale;

/** The reports of {@code gomod check} for people. */
final class CheckText {
    private static final int BAR = 30;
    private static final String INDENT = "                          ";

    private final StringBuilder out = new StringBuilder();

    private CheckText() {}

    static String of(ProbeReport report) {
        CheckText text = new CheckText();
        report.targets().forEach(text::target);
        if (report.chain().size() > 1) {
            text.line("What " + report.subject() + " does about " + report.module() + ":");
            int number = 1;
            for (ChainStep step : report.chain()) {
                text.line("  " + number++ + ". " + step.entry() + "  " + answer(step.answer())
                        + (step.goesOn() ? ", so the next one is asked" : ""));
            }
        }
        text.line((report.succeeded() ? "✓ " : "✗ ") + report.conclusion());
        return text.out.toString();
    }

    static String of(ComparisonReport report) {
        CheckText text = new CheckText();
        text.line(String.format(
                Locale.ROOT,
                "%-42s %10s %10s %12s  %s",
                "with " + report.module(),
                "connect",
                "request",
                "download",
                "for " + MirrorComparison.TYPICAL_MODULES + " modules"));
        long slowest = 1;
        for (MirrorMeasure mirror : report.mirrors()) {
            slowest = mirror.measured() ? Math.max(slowest, mirror.estimateMillis()) : slowest;
        }
        for (MirrorMeasure mirror : report.mirrors()) {
            text.mirror(mirror, slowest);
        }
        text.line(report.goproxy().isEmpty() ? "✗ " + report.reason() : "✓ " + report.reason());
        if (!report.goproxy().isEmpty()) {
            text.line("  GOPROXY=" + report.goproxy());
        }
        return text.out.toString();
    }

    private void target(TargetReport target) {
        line(target.name() + (target.route().isEmpty() ? "" : ", by way of the HTTP proxy " + target.route()));
        target.stages().forEach(this::stage);
        line("");
    }

    private void stage(StageReport stage) {
        String time = stage.outcome() == Outcome.SKIPPED ? "" : Quantities.time(stage.micros());
        String gist = stage.cause() == null ? stage.message() : stage.cause().title();
        if (stage.outcome() == Outcome.SKIPPED && gist.isEmpty()) {
            gist = "not tried";
        }
        line(String.format(Locale.ROOT, "  %s %-11s %9s  %s", mark(stage.outcome()), name(stage), time, gist)
                .stripTrailing());
        if (stage.cause() != null) {
            Cause cause = stage.cause();
            line(INDENT + "[" + cause.id() + "] " + stage.message());
        }
        for (Fact fact : stage.facts()) {
            line(INDENT + fact.name() + ": " + fact.value());
        }
        if (stage.cause() != null) {
            line(INDENT + "What to do: " + stage.cause().remedy());
        }
    }

    private void mirror(MirrorMeasure mirror, long slowest) {
        if (!mirror.measured()) {
            line(String.format(
                    Locale.ROOT,
                    "%-42s [%s] %s",
                    mirror.name(),
                    mirror.cause().id(),
                    mirror.cause().title()));
            return;
        }
        int length = (int) Math.max(1, BAR * mirror.estimateMillis() / slowest);
        line(String.format(
                Locale.ROOT,
                "%-42s %10s %10s %12s  %s %s",
                mirror.name(),
                Quantities.time(mirror.setUpMicros()),
                Quantities.time(mirror.roundTripMicros()),
                Quantities.bytes(mirror.bytesPerSecond()) + "/s",
                "█".repeat(length),
                Quantities.time(mirror.estimateMillis() * 1000)));
    }

    private static String mark(Outcome outcome) {
        return switch (outcome) {
            case OK -> "✓";
            case WARNING -> "!";
            case FAILED -> "✗";
            case SKIPPED -> "–";
        };
    }

    private static String name(StageReport stage) {
        return switch (stage.stage()) {
            case RESOLVE -> "name";
            case CONNECT -> "connection";
            case TUNNEL -> "HTTP proxy";
            case TLS -> "TLS";
            case HTTP -> "HTTP";
            case MODULE -> "module";
            case SUMDB -> "checksums";
            case SSH -> "SSH";
            case HOST_KEY -> "host key";
        };
    }

    private static String answer(ChainStep.Answer answer) {
        return switch (answer) {
            case DELIVERS -> "delivers it";
            case NOT_FOUND -> "does not have it";
            case ERROR -> "fails";
            case VERSION_CONTROL -> "leaves it to version control";
            case REFUSES -> "ends the list";
            case NOT_REACHED -> "is not asked";
        };
    }

    private void line(String text) {
        out.append(text).append(System.lineSeparator());
    }
}
