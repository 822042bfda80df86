package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.goproxy.Sink;

/** Counts bytes, forgets them, and knows how fast they came. */
final class CountingSink implements Sink {
    private static final long MAX_BYTES = 64 << 20;

    private volatile long size;
    private volatile long start;
    private volatile long last;

    /** The request goes out now. */
    void start() {
        start = System.nanoTime();
    }

    /** @param roundTripNanos what passed before the first byte could come */
    long bytesPerSecond(long roundTripNanos) {
        return (long) (size * 1e9 / Math.max(1_000, last - start - roundTripNanos));
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long limit() {
        return MAX_BYTES;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        size += length;
        last = System.nanoTime();
    }

    @Override
    public void restart() {
        size = 0;
    }
}
