package io.jenkins.plugins.gomodules.jenkins.failures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.AbortException;
import io.jenkins.plugins.gomodules.failure.Cause;
import io.jenkins.plugins.gomodules.failure.Classifier;
import io.jenkins.plugins.gomodules.failure.Diagnosis;
import io.jenkins.plugins.gomodules.failure.Evidence;
import io.jenkins.plugins.gomodules.failure.Subject;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class CheckedCausesTest {
    private static final Set<String> IDS = Set.of("disk-full", "dns-failure");

    private static Cause cause(String id) {
        return Classifier.standard().describe(id, Subject.NONE, "");
    }

    private static Cause with(String title, double confidence, List<Evidence> evidence) {
        return new Cause("disk-full", "", false, confidence, title, "", "", "", Subject.NONE, evidence);
    }

    private static void refuses(Diagnosis diagnosis) {
        assertThrows(AbortException.class, () -> CheckedCauses.of(diagnosis, IDS));
    }

    @Test
    void theFirstIsTheRoot() throws AbortException {
        List<Cause> causes = CheckedCauses.of(new Diagnosis(List.of(cause("disk-full"), cause("dns-failure"))), IDS);
        assertTrue(causes.get(0).root());
        assertFalse(causes.get(1).root());
        assertEquals(List.of(), CheckedCauses.of(new Diagnosis(List.of()), IDS));
    }

    @Test
    void whatNoHonestAgentCanHaveSentIsRefused() {
        refuses(null);
        refuses(new Diagnosis(List.of(cause("test-failure"))));
        refuses(new Diagnosis(Collections.nCopies(10_000, cause("disk-full"))));
        refuses(new Diagnosis(List.of(with(null, 1, List.of()))));
        refuses(new Diagnosis(List.of(with("", 2, List.of()))));
        refuses(new Diagnosis(List.of(with("", Double.NaN, List.of()))));
        refuses(new Diagnosis(List.of(with("", 1, Collections.nCopies(1_000, new Evidence(1, ""))))));
        refuses(new Diagnosis(List.of(with("", 1, List.of(new Evidence(-1, ""))))));
    }
}
