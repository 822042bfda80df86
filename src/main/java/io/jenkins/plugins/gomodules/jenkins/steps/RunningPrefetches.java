package io.jenkins.plugins.gomodules.jenkins.steps;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jenkins.security.MasterToSlaveCallable;

/**
 * The prefetches that run in this JVM, an agent's mostly.
 *
 * <p>A call that has been cancelled is over for its caller at once, while its thread still cleans up. A build must not
 * end before that: the next one might get the same workspace. So whoever cancels asks here when it has really ended.
 */
final class RunningPrefetches {
    private static final Map<String, CountDownLatch> RUNNING = new ConcurrentHashMap<>();

    private RunningPrefetches() {}

    static void begin(String id) {
        RUNNING.put(id, new CountDownLatch(1));
    }

    static void end(String id) {
        RUNNING.remove(id).countDown();
    }

    /** Whether a run has ended, or has never begun; waits for that as long as it is told. */
    static final class HasEnded extends MasterToSlaveCallable<Boolean, InterruptedException> {
        private static final long serialVersionUID = 1L;

        private final String id;
        private final long patienceMillis;

        HasEnded(String id, long patienceMillis) {
            this.id = id;
            this.patienceMillis = patienceMillis;
        }

        @Override
        public Boolean call() throws InterruptedException {
            CountDownLatch ended = RUNNING.get(id);
            return ended == null || ended.await(patienceMillis, TimeUnit.MILLISECONDS);
        }
    }
}
