package io.jenkins.plugins.gomodules.modzip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/** Collects names and digests of the files in a directory, without keeping an object for each. */
final class TreeHash extends SimpleFileVisitor<Path> {

    private final Path root;
    private final String prefix;
    private final Buffers buffers;
    private final ByteArrayOutputStream names = new ByteArrayOutputStream();
    private final ByteArrayOutputStream digests = new ByteArrayOutputStream();
    private int[] ends = new int[64];
    private int count;

    /** @param prefix what the names start with in the hash, with its slash */
    TreeHash(Path root, String prefix, Buffers buffers) {
        this.root = root;
        this.prefix = prefix;
        this.buffers = buffers;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while hashing " + root);
        }
        String name = UnusualNames.relativize(root, file);
        if (name.indexOf('\n') >= 0) {
            throw new IOException("the name of a file in " + root + " has a line break, which no module's file has");
        }
        names.writeBytes(prefix.concat(name).getBytes(StandardCharsets.UTF_8));
        digests.writeBytes(digest(file));
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        ends[count++] = names.size();
        return FileVisitResult.CONTINUE;
    }

    private byte[] digest(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.wrap(buffers.content);
            int n;
            while ((n = channel.read(buffer)) >= 0) {
                buffers.sha256.update(buffers.content, 0, n);
                buffer.clear();
            }
        }
        return buffers.sha256.digest();
    }

    /** The h1 hash of all files visited. */
    String hash() {
        FileList files = new FileList(names.toByteArray(), count, digests.toByteArray());
        for (int i = 0; i < count; i++) {
            files.name(i, i == 0 ? 0 : ends[i - 1], ends[i]);
        }
        return files.hash(buffers.sha256);
    }
}
