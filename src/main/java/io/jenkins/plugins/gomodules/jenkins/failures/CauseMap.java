package io.jenkins.plugins.gomodules.jenkins.failures;

import io.jenkins.plugins.gomodules.failure.Cause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cause as maps, lists, texts and numbers: for scripts and for JSON. */
public final class CauseMap {
    private CauseMap() {}

    /** Causes that were read from a text, the root first, cleaned. */
    public static List<Map<String, Object>> of(List<Cause> causes) {
        List<Map<String, Object>> maps = new ArrayList<>();
        for (Cause cause : causes) {
            List<EvidenceLine> evidence = cause.evidence().stream()
                    .map(line -> new EvidenceLine(line, 0))
                    .toList();
            maps.add(of(new FoundCause(cause, false, FailingStep.BUILD, evidence)));
        }
        return maps;
    }

    static Map<String, Object> of(FoundCause cause) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", cause.getId());
        map.put("category", cause.getCategory());
        map.put("root", cause.isRoot());
        map.put("confidence", cause.getConfidence());
        map.put("title", cause.getTitle());
        map.put("explanation", cause.getExplanation());
        map.put("remedy", cause.getRemedy());
        map.put("link", cause.getLink());
        map.put("module", cause.getModule());
        map.put("version", cause.getVersion());
        map.put("host", cause.getHost());
        map.put("url", cause.getUrl());
        map.put("status", cause.getStatus());
        if (!cause.getNodeId().isEmpty()) {
            map.put("step", cause.getStep());
            map.put("branch", cause.getBranch());
            map.put("node", cause.getNodeId());
        }
        List<Map<String, Object>> evidence = new ArrayList<>();
        for (EvidenceLine line : cause.getEvidence()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("line", line.getLine());
            entry.put("text", line.getText());
            evidence.add(entry);
        }
        map.put("evidence", evidence);
        return map;
    }
}
