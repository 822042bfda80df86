package io.jenkins.plugins.gomodules.modcache;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Small files of the cache: read whole, written beside their place and renamed into it. */
final class CacheFiles {

    /** Longest file that is read, in bytes; a go.mod file may be 16 MiB. */
    private static final long MAX_LENGTH = 16L << 20;

    private CacheFiles() {}

    /**
     * Reads a file that a power cut may have spoilt: it then has its length, but NUL bytes for content, or no length.
     *
     * @return nothing if there is no file, or no content that somebody wrote
     */
    static Optional<byte[]> read(Path path) throws IOException {
        File file = path.toFile();
        long length = file.length();
        if (length == 0 || length > MAX_LENGTH) {
            return Optional.empty(); // not there, as a rule; asking takes less than an exception does
        }
        byte[] content;
        try {
            content = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        for (byte b : content) {
            if (b == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(content);
    }

    /** Puts a file into its place, where a reader finds the old content or the new one, nothing in between. */
    static void write(Path path, byte[] content) throws IOException {
        Path temporary;
        FileChannel channel;
        while (true) {
            temporary = temporaryName(path);
            try {
                channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                break;
            } catch (NoSuchFileException e) {
                Directories.make(path.getParent());
            } catch (FileAlreadyExistsException e) {
                continue; // another name
            }
        }
        boolean done = false;
        try (FileChannel file = channel) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(temporary);
            }
        }
        rename(temporary, path);
    }

    /** Renames a file of ours, or removes it if that fails. */
    static void rename(Path from, Path to) throws IOException {
        boolean done = false;
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(from);
            }
        }
    }

    /** A name beside the file that the go command takes for a temporary one, too. */
    static Path temporaryName(Path path) {
        int digits = ThreadLocalRandom.current().nextInt(1_000_000_000);
        return path.resolveSibling(path.getFileName().toString().concat(Integer.toString(digits)).concat(".tmp"));
    }

    /** Whether there is such a file, without an exception when there is not. */
    static boolean exists(Path path) {
        return path.toFile().exists();
    }
}
