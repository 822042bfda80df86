package io.jenkins.plugins.gomodules.verify;

import io.jenkins.plugins.gomodules.modzip.FileChange;
import java.util.ArrayList;
import java.util.List;

/** Collects findings, in order. Of a cache in which everything is changed not all files are named. */
final class Findings {
    /** Files that are named in all findings together. */
    static final int MAX_NAMED = 5_000;

    private final List<Finding> all = new ArrayList<>();
    private int named;

    void add(Finding finding) {
        List<FileChange> first = finding.changes().first();
        int keep = Math.min(first.size(), MAX_NAMED - named);
        named += keep;
        FileChanges changes = finding.changes();
        all.add(
                keep == first.size()
                        ? finding
                        : new Finding(
                                finding.module(),
                                finding.version(),
                                finding.part(),
                                finding.cause(),
                                finding.message(),
                                finding.file(),
                                finding.expected(),
                                finding.actual(),
                                new FileChanges(
                                        changes.changed(),
                                        changes.added(),
                                        changes.removed(),
                                        first.subList(0, keep))));
    }

    int count() {
        return all.size();
    }

    List<Finding> all() {
        return all;
    }
}
