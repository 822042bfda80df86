package io.jenkins.plugins.gomodules.jenkins.failures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.util.XStream2;
import io.jenkins.plugins.gomodules.failure.Cause;
import io.jenkins.plugins.gomodules.failure.Classifier;
import io.jenkins.plugins.gomodules.failure.Evidence;
import io.jenkins.plugins.gomodules.failure.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class GoFailureActionTest {
    private static final FailingStep STEP = new FailingStep("17", "sh", "Build › linux");

    private static FoundCause cause(String message) {
        Subject subject =
                Subject.ofModule("example.com/lib", "v1.2.3", "proxy.example", "https://proxy.example/x", 403);
        Cause cause = Classifier.standard().describe("auth-denied", subject, message);
        return new FoundCause(cause, true, STEP, List.of(new EvidenceLine(new Evidence(12, message), 40)));
    }

    private static GoFailureAction readAgain(GoFailureAction action) {
        XStream2 xml = new XStream2();
        return (GoFailureAction) xml.fromXML(xml.toXML(action));
    }

    @Test
    void isTheSameAfterARestart() {
        GoFailureAction action = new GoFailureAction();
        action.done(new AnalysisResult(List.of(cause("no")), 1_000, 20, 300, true));
        GoFailureAction read = readAgain(action);
        FoundCause root = read.getRoot();
        assertEquals(GoFailureAction.State.DONE, read.getState());
        assertEquals("auth-denied", root.getId());
        assertEquals(cause("no").getTitle(), root.getTitle());
        assertEquals("example.com/lib", root.getModule());
        assertEquals(403, root.getStatus());
        assertEquals("Build › linux", root.getBranch());
        assertEquals(12, root.getEvidence().get(0).getLine());
        assertEquals(40, root.getEvidence().get(0).getConsoleLine());
        assertEquals(1_000, read.getAnalysedAt().getTime());
        assertEquals(20, read.getMillis());
        assertEquals(300, read.getBytesRead());
        assertTrue(read.isCut());
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "host", "text", "evidence", "id", "causes", "branch"})
    void pagesDoNotFailForWhatAnotherVersionHasLeftOut(String element) {
        GoFailureAction action = new GoFailureAction();
        action.done(new AnalysisResult(List.of(cause("no")), 1_000, 20, 300, true));
        XStream2 xml = new XStream2();
        String without = xml.toXML(action)
                .replaceAll(
                        "(?s)<" + element + "[ />].*</" + element + ">|<" + element + "/>|<" + element + ">.*</"
                                + element + ">",
                        "");
        GoFailureAction read = (GoFailureAction) xml.fromXML(without);
        assertEquals(List.of(), read.getCauses());
        assertNull(read.getIconFileName());
        assertEquals(300, read.getBytesRead());
    }

    @Test
    void hasNothingToShowUntilACauseIsFound() {
        GoFailureAction action = new GoFailureAction();
        assertTrue(action.isPending());
        assertNull(action.getIconFileName());
        action.running();
        assertNull(readAgain(action).getRoot());
        action.done(new AnalysisResult(List.of(), 1, 1, 1, false));
        assertFalse(action.isPending());
        assertFalse(action.isFound());
        assertNull(action.getIconFileName());
    }

    @Test
    void keepsTheOldResultUntilTheNewOneIsThere() {
        GoFailureAction action = new GoFailureAction();
        action.done(new AnalysisResult(List.of(cause("old")), 1, 1, 1, false));
        action.waiting();
        action.running();
        assertEquals("old", action.getRoot().getEvidence().get(0).getText());
        action.failed("the log is gone");
        assertEquals("old", action.getRoot().getEvidence().get(0).getText());
        assertEquals("the log is gone", action.getProblem());
        action.done(new AnalysisResult(List.of(), 1, 1, 1, false));
        assertNull(action.getProblem());
        assertNull(action.getRoot());
    }

    @Test
    void cleansWhatAnAgentCouldHaveSent() {
        String hostile = "a\u001B[31mred\u202Eb\nc<script>" + "x".repeat(10_000);
        FoundCause cause = cause(hostile);
        String text = cause.getEvidence().get(0).getText();
        assertTrue(text.startsWith("aredb c<script>"), text);
        assertTrue(text.length() < 5_000, () -> "length " + text.length());
    }
}
