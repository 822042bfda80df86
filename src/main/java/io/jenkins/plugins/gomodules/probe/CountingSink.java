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

    /**
     * How fast they came.
     *
     * @param roundTripNanos what usually passes before the first byte can come; this time it may have been less
     */
    long bytesPerSecond(long roundTripNanos) {
        long whole = Math.max(1_000, last - start);
        return (long) (size * 1e9 / Math.max(whole / 4, whole - roundTripNanos));
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
