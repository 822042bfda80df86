package io.jenkins.plugins.gomodules.jenkins.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.jenkins.failures.FoundCause;
import io.jenkins.plugins.gomodules.jenkins.failures.FoundCauses;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailurePageTest {
    private static List<String> shape(FoundCause... causes) {
        return FailurePage.of(FoundCauses.analysis(causes)).getSteps().stream()
                .map(step -> step.getRoot().getTitle()
                        + step.getOthers().stream().map(CauseCard::getTitle).toList())
                .toList();
    }

    @Test
    void whatWasNotFoundIsNotShown() {
        FailurePage page = FailurePage.of(FoundCauses.analysis());
        assertNull(page.getRoot());
        assertEquals(List.of(), page.getSteps());
        assertEquals(List.of(), page.getOtherRoots());
        assertEquals(List.of(), page.getSummaryEvidence());
    }

    @Test
    void whatFollowsStandsBelowTheRootOfItsStep() {
        assertEquals(
                List.of("A[b, c]", "D[e]"),
                shape(
                        FoundCauses.root("a", "A", "7"),
                        FoundCauses.other("b", "b", "7"),
                        FoundCauses.other("c", "c", "7"),
                        FoundCauses.root("d", "D", "9"),
                        FoundCauses.other("e", "e", "9")));
    }

    @Test
    void aStepWithoutRootStandsForItself() {
        assertEquals(
                List.of("A[]", "b[c]"),
                shape(
                        FoundCauses.root("a", "A", "7"),
                        FoundCauses.other("b", "b", "9"),
                        FoundCauses.other("c", "c", "9")));
    }

    @Test
    void aLineWithoutANumberIsNearTheEndUnlessAStepSaidItItself() {
        CauseCard read = new CauseCard(FoundCauses.root("a", "A", "7", "one"), 1);
        CauseCard said = new CauseCard(FoundCauses.firstHand("a", "A", "7", "one"), 1);
        assertEquals(
                List.of("console#go-failure-1", "consoleFull#go-failure-1"),
                List.of(
                        read.getEvidence().get(0).getHref(),
                        said.getEvidence().get(0).getHref()));
    }

    @Test
    void theSummaryHasAFewLinesAndTheOtherRoots() {
        FailurePage page = FailurePage.of(FoundCauses.analysis(
                FoundCauses.root("a", "A", "7", "one", "", "two", "three", "four"), FoundCauses.root("b", "B", "9")));
        assertEquals(
                List.of("one console#go-failure-1", "two console#go-failure-1-2", "three console#go-failure-1-3"),
                page.getSummaryEvidence().stream()
                        .map(line -> line.getText() + " " + line.getHref())
                        .toList());
        assertEquals(
                List.of("B"),
                page.getOtherRoots().stream().map(CauseCard::getTitle).toList());
        assertEquals("goFailureAnalysis/#cause-2", page.getOtherRoots().get(0).getPage());
    }

    @ParameterizedTest
    @CsvSource({"1, certain", "0.85, certain", "0.84, likely", "0.6, likely", "0.59, possible", "0, possible"})
    void confidenceIsAWord(double confidence, String word) {
        CauseCard card = new CauseCard(FoundCauses.found("a", "A", true, confidence, "", "7"), 1);
        assertTrue(card.getSure().endsWith(word), card.getSure());
    }

    @Test
    void aCardKnowsWhereAndWhatItIsAbout() {
        CauseCard card = new CauseCard(FoundCauses.found("a", "A", true, 1, "javascript:alert(1)", "7"), 1);
        assertEquals("Step sh in Build › linux", card.getPlace());
        assertEquals(
                List.of("Module=example.com/lib@v1.2.3", "Host=example.com", "HTTP status=404"),
                card.getFacts().stream()
                        .map(fact -> fact.getLabel() + "=" + fact.getValue())
                        .toList());
        assertNull(card.getLink());
        assertEquals("network", card.getColour());
        assertEquals("other", CauseColour.of("x\" onclick=\""));
    }
}
