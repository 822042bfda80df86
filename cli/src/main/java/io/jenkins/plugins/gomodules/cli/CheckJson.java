package io.jenkins.plugins.gomodules.cli;

import io.jenkins.plugins.gomodules.failure.Cause;
import io.jenkins.plugins.gomodules.json.JsonWriter;
import io.jenkins.plugins.gomodules.probe.ChainStep;
import io.jenkins.plugins.gomodules.probe.ComparisonReport;
import io.jenkins.plugins.gomodules.probe.Fact;
import io.jenkins.plugins.gomodules.probe.MirrorMeasure;
import io.jenkins.plugins.gomodules.probe.ProbeReport;
import io.jenkins.plugins.gomodules.probe.StageReport;
import io.jenkins.plugins.gomodules.probe.TargetReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The objects that {@code gomod check --json} prints. */
final class CheckJson {
    private CheckJson() {}

    static String of(ProbeReport report) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("subject", report.subject());
        object.put("module", report.module());
        object.put("succeeded", report.succeeded());
        object.put("conclusion", report.conclusion());
        List<Map<String, Object>> targets = new ArrayList<>();
        for (TargetReport target : report.targets()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", target.name());
            entry.put("httpProxy", target.route());
            entry.put("stages", target.stages().stream().map(CheckJson::stage).toList());
            targets.add(entry);
        }
        object.put("targets", targets);
        List<Map<String, Object>> chain = new ArrayList<>();
        for (ChainStep step : report.chain()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("entry", step.entry());
            entry.put("answer", step.answer().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            entry.put("goesOn", step.goesOn());
            chain.add(entry);
        }
        object.put("chain", chain);
        return JsonWriter.write(object);
    }

    private static Map<String, Object> stage(StageReport stage) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("stage", stage.stage().id());
        entry.put("outcome", stage.outcome().id());
        entry.put("micros", stage.micros());
        entry.put("message", stage.message());
        List<Map<String, Object>> facts = new ArrayList<>();
        for (Fact fact : stage.facts()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("name", fact.name());
            each.put("value", fact.value());
            facts.add(each);
        }
        entry.put("facts", facts);
        entry.put("cause", cause(stage.cause()));
        return entry;
    }

    static String of(ComparisonReport report) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("module", report.module());
        object.put("goproxy", report.goproxy());
        object.put("reason", report.reason());
        List<Map<String, Object>> mirrors = new ArrayList<>();
        for (MirrorMeasure mirror : report.mirrors()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", mirror.name());
            entry.put("setUpMicros", mirror.setUpMicros());
            entry.put("roundTripMicros", mirror.roundTripMicros());
            entry.put("bytesPerSecond", mirror.bytesPerSecond());
            entry.put("bytes", mirror.bytes());
            entry.put("estimateMillis", mirror.measured() ? mirror.estimateMillis() : null);
            entry.put("cause", cause(mirror.cause()));
            mirrors.add(entry);
        }
        object.put("mirrors", mirrors);
        return JsonWriter.write(object);
    }

    private static Map<String, Object> cause(Cause cause) {
        if (cause == null) {
            return null;
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", cause.id());
        entry.put("title", cause.title());
        entry.put("explanation", cause.explanation());
        entry.put("remedy", cause.remedy());
        entry.put("link", cause.link());
        entry.put("host", cause.host());
        entry.put("status", cause.status());
        return entry;
    }
}
