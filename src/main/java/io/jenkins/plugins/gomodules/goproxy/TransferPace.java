package io.jenkins.plugins.gomodules.goproxy;

import java.net.SocketTimeoutException;

/** Gives up a transfer that drips: one that never stops for long enough to time out, but will never end either. */
final class TransferPace {
    private static final long WINDOW_NANOS = 60_000_000_000L;
    private static final long LEAST_BYTES_PER_WINDOW = 16 * 1024;

    private long windowStart;
    private long windowBytes;

    TransferPace(long nowNanos) {
        windowStart = nowNanos;
    }

    /** @throws SocketTimeoutException when a whole minute brought less than 16 KiB */
    void received(int bytes, long nowNanos) throws SocketTimeoutException {
        windowBytes += bytes;
        if (nowNanos - windowStart < WINDOW_NANOS) {
            return;
        }
        if (windowBytes < LEAST_BYTES_PER_WINDOW) {
            throw new SocketTimeoutException("only " + windowBytes + " bytes arrived in a minute");
        }
        windowStart = nowNanos;
        windowBytes = 0;
    }
}
