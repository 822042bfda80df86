package io.jenkins.plugins.gomodules.jenkins.failures;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    @Test
    void interruptsWhatTakesTooLongAndNothingElse() {
        try (TimeLimit limit = new TimeLimit(1)) {
            while (!Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(1));
            }
            assertTrue(limit.isOver());
        }
        assertFalse(Thread.currentThread().isInterrupted());
        try (TimeLimit limit = new TimeLimit(TimeUnit.HOURS.toMillis(1))) {
            assertFalse(limit.isOver());
        }
        assertFalse(Thread.currentThread().isInterrupted());
    }
}
