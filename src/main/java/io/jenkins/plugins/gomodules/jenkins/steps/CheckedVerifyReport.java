package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import io.jenkins.plugins.gomodules.jenkins.text.ForeignText;
import io.jenkins.plugins.gomodules.verify.Finding;
import io.jenkins.plugins.gomodules.verify.VerifyReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report that came from an agent, bounded before it enters the controller's files: agents are not trusted. */
final class CheckedVerifyReport {
    private static final int MAX_MODULES = 1_000_000;
    private static final int NAMED = 3;

    private final VerifyReport report;

    private CheckedVerifyReport(VerifyReport report) {
        this.report = report;
    }

    /** @throws AbortException when no honest agent could have sent it */
    static CheckedVerifyReport check(VerifyReport report) throws AbortException {
        boolean possible;
        try {
            possible = report != null && isPossible(report);
        } catch (RuntimeException e) {
            // What is in a list is known when it is looked at: it may be of any class.
            possible = false;
        }
        if (!possible) {
            throw new AbortException(Messages.AgentVerification_impossible());
        }
        return new CheckedVerifyReport(report);
    }

    private static boolean isPossible(VerifyReport report) {
        return isCount(report.modules())
                && isCount(report.verified())
                && isCount(report.database())
                && isCount(report.recorded())
                && isCount(report.absent())
                && isCount(report.local())
                && report.files() >= 0
                && report.bytes() >= 0
                && report.millis() >= 0
                && report.modCache() != null
                && report.modCache().length() <= ForeignText.MAX
                && report.findings() != null
                && report.findings().size() <= MAX_MODULES
                && report.findings().stream().allMatch(CheckedVerifyReport::isPossible);
    }

    private static boolean isPossible(Finding finding) {
        return finding != null && finding.module() != null && finding.version() != null && finding.message() != null;
    }

    private static boolean isCount(int number) {
        return number >= 0 && number <= MAX_MODULES;
    }

    boolean failed() {
        return !report.findings().isEmpty();
    }

    /** What the step returns: texts and numbers, in the documented order. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>(report.toMap());
        map.replaceAll((name, value) -> value instanceof String text ? ForeignText.line(text) : value);
        return map;
    }

    /** One sentence on what is wrong; the console has the rest. */
    String sentence() {
        List<Finding> findings = report.findings();
        Finding first = findings.get(0);
        if (findings.size() == 1) {
            String subject = first.name().isEmpty() ? "" : ForeignText.line(first.name()) + ": ";
            return ForeignText.line(
                    Messages.CheckedVerifyReport_oneFinding(subject + ForeignText.line(first.message())));
        }
        List<String> names = findings.stream()
                .map(Finding::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.size() < 2) {
            return ForeignText.line(
                    Messages.CheckedVerifyReport_findings(findings.size(), ForeignText.line(first.message())));
        }
        String shown = names.stream().limit(NAMED).map(ForeignText::line).collect(Collectors.joining(", "));
        return ForeignText.line(
                Messages.CheckedVerifyReport_modules(names.size(), names.size() > NAMED ? shown + ", ..." : shown));
    }
}
