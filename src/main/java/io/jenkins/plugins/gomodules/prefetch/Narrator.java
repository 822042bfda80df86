package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goenv.Setting;
import io.jenkins.plugins.gomodules.goenv.SettingTable;
import io.jenkins.plugins.gomodules.modgraph.MainModule;
import io.jenkins.plugins.gomodules.modgraph.MainModules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells the person at the console what will be done, with which settings, and what came of it. */
final class Narrator {
    private static final int MOST_NAMES = 10;

    private final Console console;

    Narrator(Console console) {
        this.console = console;
    }

    void settings(List<Setting> settings) {
        console.line("Go settings in force:");
        SettingTable.lines(settings).forEach(console::line);
    }

    void warning(String sentence) {
        console.line("WARNING: " + sentence);
    }

    void project(MainModules project) {
        List<MainModule> modules = project.modules();
        String go = project.goVersion().isEmpty() ? "" : ", go " + project.goVersion();
        if (project.work().isPresent()) {
            console.line("Workspace " + project.root() + " with " + Amounts.count(modules.size(), "module") + go);
        } else {
            console.line("Module " + modules.get(0).path() + " in " + project.root() + go);
        }
    }

    void report(PrefetchReport report, Verification verify) {
        report.notices().forEach(notice -> console.line("Note: " + notice));
        if (report.modules() > 0 || report.succeeded()) {
            console.line(total(report, verify));
            unlisted(report.verifiedBy());
        }
        if (!report.servedBy().isEmpty()) {
            console.line("Served by " + servedBy(report.servedBy()));
        }
        if (!report.offlineProxy().isEmpty()) {
            console.line("Offline proxy laid out in " + report.offlineProxy());
        }
        failures(report.failures());
    }

    private static String total(PrefetchReport report, Verification verify) {
        StringBuilder text = new StringBuilder(Amounts.count(report.modules(), "module"));
        text.append(": ").append(report.downloaded()).append(" fetched");
        if (report.bytes() > 0) {
            text.append(" (").append(Amounts.bytes(report.bytes())).append(", ");
            text.append(Amounts.count(report.requests(), "request"));
            if (report.retries() > 0) {
                text.append(", ").append(Amounts.count(report.retries(), "retry"));
            }
            text.append(')');
        }
        text.append(", ").append(report.cached()).append(" in the cache already");
        if (!report.failures().isEmpty()) {
            text.append(", ").append(Amounts.count(report.failures().size(), "failure"));
        }
        verified(text.append("; "), report.verifiedBy());
        if (report.skipped() > 0) {
            text.append(", ")
                    .append(report.skipped())
                    .append(" not verified (verify: '")
                    .append(verify.id());
            text.append("')");
        }
        return text.append("; ")
                .append(Amounts.duration(report.millis()))
                .append('.')
                .toString();
    }

    /** By whom how many were verified; go.sum is named even when it is none, as what was to be expected. */
    private static void verified(StringBuilder text, Map<String, String> verifiedBy) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("go.sum", 0);
        verifiedBy.values().forEach(by -> counts.merge(by, 1, Integer::sum));
        counts.remove(Expectation.NOTHING);
        String next = "";
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            text.append(next)
                    .append(count.getValue())
                    .append(" verified against ")
                    .append(count.getKey());
            next = ", ";
        }
    }

    /** Names the modules that go.sum does not list: a build refuses them unless it may write go.sum. */
    private void unlisted(Map<String, String> verifiedBy) {
        Map<String, List<String>> unlisted = new LinkedHashMap<>();
        verifiedBy.forEach((module, by) -> {
            if (!by.equals("go.sum")) {
                unlisted.computeIfAbsent(by, key -> new ArrayList<>()).add(module);
            }
        });
        unlisted.forEach((by, modules) -> console.line(
                (by.equals(Expectation.NOTHING) ? "Not verified: " : "Not in go.sum, verified by " + by + ": ")
                        + names(modules)));
    }

    private static String servedBy(Map<String, Integer> servedBy) {
        StringBuilder text = new StringBuilder();
        servedBy.forEach((proxy, count) -> text.append(text.length() == 0 ? "" : ", ")
                .append(proxy)
                .append(": ")
                .append(Amounts.count(count, "module")));
        return text.toString();
    }

    /** What failed in the same way is told once: a proxy that is down fails every module. */
    private void failures(List<PrefetchFailure> failures) {
        Map<String, List<PrefetchFailure>> alike = new LinkedHashMap<>();
        for (PrefetchFailure failure : failures) {
            alike.computeIfAbsent("[" + failure.cause() + "] " + failure.message(), key -> new ArrayList<>())
                    .add(failure);
        }
        for (List<PrefetchFailure> group : alike.values()) {
            console.line("FAILED [" + group.get(0).cause() + "] " + failure(group));
        }
    }

    private static String failure(List<PrefetchFailure> alike) {
        PrefetchFailure first = alike.get(0);
        if (alike.size() == 1) {
            return (first.module().isEmpty() ? "" : first.name() + ": ") + first.message();
        }
        StringBuilder text = new StringBuilder(Amounts.count(alike.size(), "module")).append(": ");
        text.append(first.message())
                .append(first.message().endsWith(".") ? " " : ". ")
                .append("These are ");
        for (int i = 0; i < alike.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(alike.get(i).name());
        }
        return text.append('.').toString();
    }

    /** Names some modules and says how many more there are. */
    static String names(List<?> modules) {
        StringBuilder text = new StringBuilder();
        for (Object module : modules.subList(0, Math.min(MOST_NAMES, modules.size()))) {
            text.append(text.length() == 0 ? "" : ", ").append(module);
        }
        if (modules.size() > MOST_NAMES) {
            text.append(" and ").append(modules.size() - MOST_NAMES).append(" more");
        }
        return text.toString();
    }
}
