package io.jenkins.plugins.gomodules.prefetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.goenv.GoEnvironmentException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void settingsThatCannotBeUsedAreNoDefectOfOurs() {
        PrefetchFailure failure = Failures.ofPlan(new GoEnvironmentException("GOMODCACHE is not absolute."));
        assertEquals("settings-invalid", failure.cause());
        assertEquals("plan", failure.stage());
        assertEquals("GOMODCACHE is not absolute.", failure.message());
    }

    @Test
    void whatNobodyForesawIs() {
        assertEquals(
                "internal-error",
                Failures.ofPlan(new IllegalStateException("oops")).cause());
    }
}
