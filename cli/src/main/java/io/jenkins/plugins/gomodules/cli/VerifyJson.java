package io.jenkins.plugins.gomodules.cli;

import io.jenkins.plugins.gomodules.json.JsonWriter;
import io.jenkins.plugins.gomodules.modzip.FileChange;
import io.jenkins.plugins.gomodules.verify.Finding;
import io.jenkins.plugins.gomodules.verify.Remark;
import io.jenkins.plugins.gomodules.verify.VerifyReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The object that {@code gomod verify --json} prints: the step's map, and the findings, remarks and notices. */
final class VerifyJson {
    private VerifyJson() {}

    static String of(VerifyReport report) {
        Map<String, Object> object = report.toMap();
        object.put("notices", report.notices());
        List<Map<String, Object>> remarks = new ArrayList<>();
        for (Remark remark : report.remarks()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("module", remark.module());
            entry.put("remark", remark.remark().kind().id());
            entry.put("file", remark.remark().file());
            remarks.add(entry);
        }
        object.put("remarks", remarks);
        List<Map<String, Object>> failures = new ArrayList<>();
        for (Finding finding : report.findings()) {
            failures.add(failure(finding));
        }
        object.put("failures", failures);
        return JsonWriter.write(object);
    }

    private static Map<String, Object> failure(Finding finding) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("module", finding.module());
        entry.put("version", finding.version());
        entry.put("part", finding.part().id());
        entry.put("cause", finding.cause());
        entry.put("message", finding.message());
        entry.put("path", finding.file());
        entry.put("expected", finding.expected());
        entry.put("actual", finding.actual());
        entry.put("changed", finding.changes().changed());
        entry.put("added", finding.changes().added());
        entry.put("removed", finding.changes().removed());
        List<Map<String, Object>> files = new ArrayList<>();
        for (FileChange change : finding.changes().first()) {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("change", change.kind().id());
            file.put("file", change.file());
            files.add(file);
        }
        entry.put("files", files);
        return entry;
    }
}
