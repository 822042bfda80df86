package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import io.jenkins.plugins.gomodules.jenkins.text.ForeignText;
import io.jenkins.plugins.gomodules.prefetch.PrefetchFailure;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report that came from an agent, bounded before it enters the controller's files: agents are not trusted. */
final class AgentReport {
    private static final int MAX_MODULES = 1_000_000;
    private static final int MAX_CAUSES = 64;
    private static final int NAMED_FAILURES = 3;

    private final PrefetchReport report;

    private AgentReport(PrefetchReport report) {
        this.report = report;
    }

    /** @throws AbortException when no honest agent could have sent it */
    static AgentReport check(PrefetchReport report) throws AbortException {
        boolean possible;
        try {
            possible = report != null && isPossible(report);
        } catch (RuntimeException e) {
            // What is in a list is known when it is looked at: it may be of any class.
            possible = false;
        }
        if (!possible) {
            throw impossible();
        }
        return new AgentReport(report);
    }

    /** What a build ends with when its agent answers nonsense. */
    static AbortException impossible() {
        return new AbortException(Messages.AgentReport_impossible());
    }

    /**
     * What a build ends with when its agent answers with an exception. The exception itself is not passed on: it may be one
     * by which a Pipeline takes a failed build for a good one, and what it carries has no bounds.
     */
    static AbortException failure(String agent, Throwable thrown) {
        return new AbortException(
                thrown instanceof AbortException
                        ? ForeignText.line(thrown.getMessage())
                        : Messages.AgentPrefetch_ioFailure(agent, ForeignText.line(describe(thrown))));
    }

    /** The exception in words, or at least its class: what it says of itself is the agent's code. */
    static String describe(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (RuntimeException e) {
            return thrown.getClass().getName();
        }
    }

    /** Whether one of these classes is among the causes of what an agent sent, which may go round in circles. */
    static boolean isCausedBy(Throwable thrown, List<Class<? extends Throwable>> classes) {
        Throwable cause = thrown;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            for (Class<? extends Throwable> wanted : classes) {
                if (wanted.isInstance(cause)) {
                    return true;
                }
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isPossible(PrefetchReport report) {
        return isCount(report.modules())
                && isCount(report.downloaded())
                && isCount(report.cached())
                && isCount(report.verified())
                && isCount(report.skipped())
                && report.verifiedBy() != null
                && report.verifiedBy().size() <= MAX_MODULES
                && report.verifiedBy().entrySet().stream().allMatch(AgentReport::isPossible)
                && report.bytes() >= 0
                && report.millis() >= 0
                && report.requests() >= 0
                && isText(report.goproxy())
                && isText(report.offlineProxy())
                && report.failures() != null
                && report.failures().size() <= MAX_MODULES
                && report.failures().stream().allMatch(AgentReport::isPossible);
    }

    private static boolean isText(String text) {
        return text != null && text.length() <= ForeignText.MAX;
    }

    private static boolean isPossible(PrefetchFailure failure) {
        return failure != null && failure.module() != null && failure.version() != null && failure.message() != null;
    }

    /** Names and texts as they are, whatever the types of the map say: it was made by deserialization. */
    private static boolean isPossible(Map.Entry<?, ?> verified) {
        return verified.getKey() instanceof String module
                && module.length() <= ForeignText.MAX
                && verified.getValue() instanceof String by
                && by.length() <= ForeignText.MAX;
    }

    private static boolean isCount(int number) {
        return number >= 0 && number <= MAX_MODULES;
    }

    boolean failed() {
        return !report.failures().isEmpty();
    }

    /** What the step returns: texts and numbers, in the documented order. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>(report.toMap());
        map.replaceAll((name, value) -> value instanceof String text ? ForeignText.line(text) : value);
        Map<String, String> verifiedBy = new LinkedHashMap<>();
        report.verifiedBy().forEach((module, by) -> verifiedBy.put(ForeignText.line(module), ForeignText.line(by)));
        map.put("verifiedBy", verifiedBy);
        return map;
    }

    /** One sentence on what failed; the console has the rest. */
    String sentence() {
        List<PrefetchFailure> failures = report.failures();
        PrefetchFailure first = failures.get(0);
        if (failures.size() == 1) {
            String subject = first.name().isEmpty() ? "" : ForeignText.line(first.name()) + ": ";
            return ForeignText.line(Messages.AgentReport_oneFailure(subject + ForeignText.line(first.message())));
        }
        if (failures.stream().map(PrefetchFailure::message).distinct().count() == 1) {
            return ForeignText.line(Messages.AgentReport_alike(failures.size(), ForeignText.line(first.message())));
        }
        List<String> names = failures.stream()
                .map(PrefetchFailure::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return ForeignText.line(Messages.AgentReport_failures(failures.size(), ForeignText.line(first.message())));
        }
        String shown =
                names.stream().limit(NAMED_FAILURES).map(ForeignText::line).collect(Collectors.joining(", "));
        return ForeignText.line(Messages.AgentReport_failedModules(
                failures.size(), names.size() > NAMED_FAILURES ? shown + ", ..." : shown));
    }
}
