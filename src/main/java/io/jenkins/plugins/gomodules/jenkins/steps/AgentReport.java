package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import io.jenkins.plugins.gomodules.prefetch.PrefetchFailure;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report that came from an agent, bounded before it enters the controller's files: agents are not trusted. */
final class AgentReport {
    private static final int MAX_MODULES = 1_000_000;
    private static final int MAX_TEXT = 4_096;
    private static final int NAMED_FAILURES = 3;

    private final PrefetchReport report;

    private AgentReport(PrefetchReport report) {
        this.report = report;
    }

    /** @throws AbortException when no honest agent could have sent it */
    static AgentReport check(PrefetchReport report) throws AbortException {
        boolean possible = report != null
                && isCount(report.modules())
                && isCount(report.downloaded())
                && isCount(report.cached())
                && isCount(report.verified())
                && isCount(report.skipped())
                && report.bytes() >= 0
                && report.millis() >= 0
                && report.requests() >= 0
                && report.goproxy() != null
                && report.goproxy().length() <= MAX_TEXT
                && report.offlineProxy() != null
                && report.offlineProxy().length() <= MAX_TEXT
                && report.failures() != null
                && report.failures().size() <= MAX_MODULES
                && report.failures().stream().allMatch(AgentReport::isPossible);
        if (!possible) {
            throw new AbortException(Messages.AgentReport_impossible());
        }
        return new AgentReport(report);
    }

    private static boolean isPossible(PrefetchFailure failure) {
        return failure != null && failure.module() != null && failure.version() != null && failure.message() != null;
    }

    private static boolean isCount(int number) {
        return number >= 0 && number <= MAX_MODULES;
    }

    boolean failed() {
        return !report.failures().isEmpty();
    }

    /** What the step returns: texts and numbers, in the documented order. */
    Map<String, Object> toMap() {
        return new LinkedHashMap<>(report.toMap());
    }

    /** One sentence on what failed; the console has the rest. */
    String sentence() {
        List<PrefetchFailure> failures = report.failures();
        PrefetchFailure first = failures.get(0);
        if (failures.size() == 1) {
            String subject = first.name().isEmpty() ? "" : first.name() + ": ";
            return bounded(Messages.AgentReport_oneFailure(subject + first.message()));
        }
        if (failures.stream().map(PrefetchFailure::message).distinct().count() == 1) {
            return bounded(Messages.AgentReport_alike(failures.size(), first.message()));
        }
        List<String> names = failures.stream()
                .map(PrefetchFailure::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return bounded(Messages.AgentReport_failures(failures.size(), first.message()));
        }
        String shown = String.join(", ", names.subList(0, Math.min(NAMED_FAILURES, names.size())));
        return bounded(Messages.AgentReport_failedModules(
                failures.size(), names.size() > NAMED_FAILURES ? shown + ", ..." : shown));
    }

    private static String bounded(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT) + "…";
    }
}
