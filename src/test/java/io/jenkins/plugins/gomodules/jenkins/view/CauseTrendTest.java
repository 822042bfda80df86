package io.jenkins.plugins.gomodules.jenkins.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.jenkins.failures.FoundCauses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CauseTrendTest {
    /** @param builds the ids of the roots of each, the oldest first */
    private static CauseTrend trend(List<List<String>> builds) {
        List<TrendBuild> all = new ArrayList<>();
        for (List<String> ids : builds) {
            int number = all.size() + 1;
            List<CauseCard> roots = new ArrayList<>();
            ids.forEach(id -> roots.add(new CauseCard(FoundCauses.root(id, "title of " + id, "7"), roots.size() + 1)));
            all.add(new TrendBuild("#" + number, number + "/", roots));
        }
        return new CauseTrend(all);
    }

    private static List<String> rows(CauseTrend trend) {
        return trend.getRows().stream()
                .map(row -> row.getId() + "=" + row.getCount())
                .toList();
    }

    @Test
    void aJobWithoutKnownCausesHasNone() {
        assertTrue(trend(List.of()).isEmpty());
        assertTrue(trend(List.of(List.of(), List.of())).isEmpty());
    }

    @Test
    void theMostFrequentComesFirstAndOfEqualOnesTheLatest() {
        CauseTrend trend =
                trend(List.of(List.of("old"), List.of("often"), List.of(), List.of("often"), List.of("new")));
        assertEquals(List.of("often=2", "new=1", "old=1"), rows(trend));
        assertEquals(List.of("#1", "#2", "#3", "#4", "#5"), trend.getBuilds());
        assertEquals(4, trend.getExplained());
        assertFalse(trend.isEmpty());
    }

    @Test
    void aCellLinksToTheCauseInItsBuild() {
        CauseTrend trend = trend(List.of(List.of(), List.of("a", "b")));
        TrendRow b = trend.getRows().get(1);
        assertEquals("b", b.getId());
        assertNull(b.getCells().get(0));
        TrendCell cell = b.getCells().get(1);
        assertEquals("#2", cell.getBuild());
        assertEquals("2/goFailureAnalysis/#cause-2", cell.getUrl());
        assertEquals("title of b", cell.getTitle());
    }

    @Test
    void branchesThatFailForTheSameCauseAreOneBuild() {
        assertEquals(List.of("a=1"), rows(trend(List.of(List.of("a", "a")))));
    }

    @Test
    void whatIsRareSharesTheLastRow() {
        List<List<String>> builds = new ArrayList<>();
        for (String id : "a a a b b b c c c d d d e e e f g h".split(" ")) {
            builds.add(List.of(id));
        }
        builds.add(List.of("f", "g"));
        CauseTrend trend = trend(builds);
        assertEquals(CauseTrend.MAX_ROWS, trend.getRows().size());
        assertEquals(Arrays.asList("e=3", "d=3", "c=3", "b=3", "a=3", "=4"), rows(trend));
    }
}
