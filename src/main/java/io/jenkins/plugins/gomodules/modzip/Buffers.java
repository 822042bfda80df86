package io.jenkins.plugins.gomodules.modzip;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.zip.CRC32;
import java.util.zip.Inflater;

/**
 * What one thread needs to go through a zip. Made once and passed on: a new Inflater allocates its window outside the heap,
 * and a MessageDigest is found through the list of security providers.
 */
final class Buffers implements AutoCloseable {

    /** Bytes of a zip that are in memory at a time. */
    static final int WINDOW = 256 * 1024;

    private static final int MAX_IDLE = Math.min(8, Runtime.getRuntime().availableProcessors());
    private static final ArrayBlockingQueue<Buffers> IDLE = new ArrayBlockingQueue<>(MAX_IDLE);

    final byte[] window = new byte[WINDOW];
    final byte[] content = new byte[64 * 1024];
    final Inflater inflater = new Inflater(true);
    final CRC32 crc = new CRC32();
    final MessageDigest sha256 = newSha256();

    private Buffers() {}

    /** Takes idle buffers or makes new ones; give them back with {@link #close}. */
    static Buffers acquire() {
        Buffers buffers = IDLE.poll();
        return buffers != null ? buffers : new Buffers();
    }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() {
        sha256.reset();
        if (!IDLE.offer(this)) {
            inflater.end();
        }
    }
}
