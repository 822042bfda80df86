package io.jenkins.plugins.gomodules.jenkins.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why the last builds of a job failed: a row for each cause, the most frequent first, and a column for each build. */
public final class CauseTrend {
    /** More causes than that share the last row. */
    static final int MAX_ROWS = 6;

    private final List<TrendBuild> builds;
    private final List<TrendRow> rows;

    /** @param builds the oldest first */
    CauseTrend(List<TrendBuild> builds) {
        this.builds = List.copyOf(builds);
        rows = fewer(rowsOf(this.builds), this.builds.size());
    }

    private static List<TrendRow> rowsOf(List<TrendBuild> builds) {
        Map<String, TrendRow> rows = new LinkedHashMap<>();
        for (int column = 0; column < builds.size(); column++) {
            TrendBuild build = builds.get(column);
            for (CauseCard root : build.roots()) {
                rows.computeIfAbsent(root.getId(), id -> new TrendRow(id, root.getColour(), builds.size()))
                        .add(column, new TrendCell(build.name(), pageOf(build, root), root.getTitle()));
            }
        }
        List<TrendRow> sorted = new ArrayList<>(rows.values());
        sorted.sort(Comparator.comparingInt(TrendRow::getCount)
                .thenComparingInt(TrendRow::last)
                .reversed());
        return sorted;
    }

    private static String pageOf(TrendBuild build, CauseCard root) {
        return build.url() + root.getPage();
    }

    private static List<TrendRow> fewer(List<TrendRow> all, int builds) {
        if (all.size() <= MAX_ROWS) {
            return all;
        }
        TrendRow rest = new TrendRow("", CauseColour.of(""), builds);
        for (TrendRow row : all.subList(MAX_ROWS - 1, all.size())) {
            for (int column = 0; column < builds; column++) {
                if (row.cell(column) != null) {
                    rest.add(column, row.cell(column));
                }
            }
        }
        List<TrendRow> fewer = new ArrayList<>(all.subList(0, MAX_ROWS - 1));
        fewer.add(rest);
        return fewer;
    }

    /** Whether no build has a known cause. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public List<TrendRow> getRows() {
        return List.copyOf(rows);
    }

    /** The names of the builds, the oldest first. */
    public List<String> getBuilds() {
        return builds.stream().map(TrendBuild::name).toList();
    }

    /** How many builds failed for a known cause. */
    public long getExplained() {
        return builds.stream().filter(build -> !build.roots().isEmpty()).count();
    }
}
