package io.jenkins.plugins.gomodules.goproxy;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and how soon a failed transfer is tried again: exponential back-off with full jitter, so that hundreds of
 * transfers that failed together do not come back together.
 *
 * @param retries tries after the first, 0 or more
 * @param baseMillis the most that the first pause lasts, in milliseconds; it doubles from one to the next
 * @param maxMillis the most that any pause lasts, in milliseconds
 */
public record RetryPolicy(int retries, long baseMillis, long maxMillis) {
    /** A server that asks for a longer pause than this, in milliseconds, is given up instead. */
    static final long LONGEST_RETRY_AFTER_MILLIS = 120_000;

    /** The pauses that a build can afford, with this many retries. */
    public static RetryPolicy of(int retries) {
        return new RetryPolicy(retries, 400, 10_000);
    }

    /**
     * How long to wait in milliseconds after this many failures, or -1 to give up.
     *
     * @param failures failures in a row, 1 or more
     * @param retryAfterMillis what the server asked for, or -1
     */
    long pauseMillis(int failures, long retryAfterMillis) {
        if (failures > retries || retryAfterMillis > LONGEST_RETRY_AFTER_MILLIS) {
            return -1;
        }
        long ceiling = Math.min(maxMillis, baseMillis << Math.min(failures - 1, 20));
        long jittered = ceiling <= 0 ? 0 : ThreadLocalRandom.current().nextLong(ceiling / 4, ceiling + 1);
        return Math.max(jittered, retryAfterMillis);
    }
}
