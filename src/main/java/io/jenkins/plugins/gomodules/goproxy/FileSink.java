package io.jenkins.plugins.gomodules.goproxy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a large file, such as a module zip, to disk as it arrives. */
public final class FileSink implements Sink, Closeable {
    private final long limit;
    private final FileChannel channel;
    private long size;

    /**
     * @param file an existing, empty file
     * @param limit the most bytes that it may get
     */
    public FileSink(Path file, long limit) throws IOException {
        this.limit = limit;
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long limit() {
        return limit;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        size += length;
    }

    @Override
    public void restart() throws IOException {
        channel.truncate(0);
        channel.position(0);
        size = 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
