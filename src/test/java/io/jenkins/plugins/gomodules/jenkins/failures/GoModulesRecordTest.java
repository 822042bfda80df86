package io.jenkins.plugins.gomodules.jenkins.failures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.util.XStream2;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class GoModulesRecordTest {
    private static StepRecord step(String nodeId) {
        return new StepRecord(nodeId, "goModPrefetch", "/work")
                .withSettings(List.of(new RecordedSetting("GOPRIVATE", "corp.example/" + nodeId, "default")))
                .withHosts(List.of("git" + nodeId + ".example"));
    }

    private static RecordedFailure failure() {
        return new RecordedFailure("example.com/lib", "v1", "zip", "disk-full", "full", "", 0, 1);
    }

    @Test
    void isTheSameAfterARestart() {
        GoModulesRecord record = new GoModulesRecord();
        record.update(
                step("3"),
                step -> step.withNumbers(new StepNumbers(1, 2, 3, 4, 5, 6, 7, 8))
                        .withServedBy(List.of(new ProxyShare("https://proxy.example", 9)))
                        .withFailures(List.of(failure()), 70));
        XStream2 xml = new XStream2();
        StepRecord read =
                ((GoModulesRecord) xml.fromXML(xml.toXML(record))).getSteps().get(0);
        assertEquals("goModPrefetch", read.getStep());
        assertEquals("corp.example/3", read.getPrivateModules());
        assertEquals(List.of("git3.example"), read.getHosts());
        assertEquals(8, read.getNumbers().getRetries());
        assertEquals(9, read.getServedBy().get(0).getModules());
        assertEquals("disk-full", read.getFailures().get(0).getCause());
        assertEquals(70, read.getFailureCount());
        assertTrue(read.isFailed());
    }

    @Test
    void whatIsAddedToAStepDoesNotChangeWhatIsBeingSaved() {
        GoModulesRecord record = new GoModulesRecord();
        record.update(step("3"), step -> step);
        List<StepRecord> before = record.getSteps();
        record.update(step("3"), step -> step.withFailures(List.of(failure()), 1));
        record.update(step("4"), step -> step);
        assertFalse(before.get(0).isFailed());
        assertEquals(2, record.getSteps().size());
        assertTrue(record.getSteps().get(0).isFailed());
        assertEquals("corp.example/3,corp.example/4", record.getPrivateModules());
        assertEquals(Set.of("git3.example", "git4.example"), record.getHosts());
    }

    @Test
    void ofTooManyStepsThoseThatFailedStay() {
        GoModulesRecord record = new GoModulesRecord();
        record.update(step("0"), step -> step.withFailures(List.of(failure()), 1));
        for (int i = 1; i < 3 * GoModulesRecord.MAX_STEPS; i++) {
            record.update(step(String.valueOf(i)), step -> step);
        }
        List<StepRecord> steps = record.getSteps();
        assertEquals(GoModulesRecord.MAX_STEPS, steps.size());
        assertEquals("0", steps.get(0).getNodeId());
        assertEquals("299", steps.get(steps.size() - 1).getNodeId());
    }

    @Test
    void listsAreBounded() {
        StepRecord step = step("1").withFailures(Collections.nCopies(10_000, failure()), 10_000);
        assertEquals(StepRecord.MAX_FAILURES, step.getFailures().size());
        assertEquals(10_000, step.getFailureCount());
    }
}
