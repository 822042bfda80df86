package io.jenkins.plugins.gomodules.cli;

import io.jenkins.plugins.gomodules.goenv.Setting;
import io.jenkins.plugins.gomodules.json.JsonWriter;
import io.jenkins.plugins.gomodules.prefetch.PrefetchFailure;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The object that {@code gomod prefetch --json} prints: the step's map, and the failures, settings and notices. */
final class PrefetchJson {
    private PrefetchJson() {}

    static String of(PrefetchReport report) {
        Map<String, Object> object = report.toMap();
        object.put("servedBy", report.servedBy());
        object.put("notices", report.notices());
        List<Map<String, Object>> failures = new ArrayList<>();
        for (PrefetchFailure failure : report.failures()) {
            failures.add(failure(failure));
        }
        object.put("failures", failures);
        List<Map<String, Object>> settings = new ArrayList<>();
        for (Setting setting : report.settings()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", setting.name());
            entry.put("value", setting.value());
            entry.put("origin", setting.origin());
            settings.add(entry);
        }
        object.put("settings", settings);
        return JsonWriter.write(object);
    }

    private static Map<String, Object> failure(PrefetchFailure failure) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("module", failure.module());
        entry.put("version", failure.version());
        entry.put("stage", failure.stage());
        entry.put("cause", failure.cause());
        entry.put("message", failure.message());
        entry.put("proxy", failure.proxy());
        entry.put("httpStatus", failure.httpStatus());
        entry.put("attempts", failure.attempts());
        return entry;
    }
}
