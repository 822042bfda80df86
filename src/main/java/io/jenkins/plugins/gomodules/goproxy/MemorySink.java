package io.jenkins.plugins.gomodules.goproxy;

import java.io.ByteArrayOutputStream;

/** Keeps a small file, such as a go.mod, in memory. */
public final class MemorySink implements Sink {
    private final long limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    /** @param limit the most bytes that the file may have */
    public MemorySink(long limit) {
        this.limit = limit;
    }

    @Override
    public long size() {
        return bytes.size();
    }

    @Override
    public long limit() {
        return limit;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        bytes.write(source, offset, length);
    }

    @Override
    public void restart() {
        bytes.reset();
    }

    /** A copy of what arrived. */
    public byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
