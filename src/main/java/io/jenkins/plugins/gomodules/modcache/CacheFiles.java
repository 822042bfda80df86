package io.jenkins.plugins.gomodules.modcache;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Small files of the cache: read whole, written beside their place and renamed into it. Through java.io, which a JVM that
 * has just started gets through faster than through java.nio.file. */
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
        try (FileInputStream in = new FileInputStream(file)) {
            content = in.readNBytes((int) length);
        } catch (FileNotFoundException e) {
            if (!file.exists()) {
                return Optional.empty();
            }
            throw e;
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
        // Two that write the same file at the same time would need the same number to meet.
        Path temporary = temporaryName(path);
        boolean done = false;
        try (FileOutputStream out = open(temporary)) {
            out.write(content);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(temporary);
            }
        }
        rename(temporary, path);
    }

    private static FileOutputStream open(Path path) throws IOException {
        try {
            return new FileOutputStream(path.toFile());
        } catch (FileNotFoundException e) {
            // There may be no directory; if it is something else, this says what.
            createNew(path);
            return new FileOutputStream(path.toFile());
        }
    }

    /** Creates an empty file beside a path, under a name that the go command takes for a temporary one, too. */
    static Path create(Path path) throws IOException {
        while (true) {
            Path temporary = temporaryName(path);
            if (createNew(temporary)) {
                return temporary;
            }
        }
    }

    private static Path temporaryName(Path path) {
        int digits = ThreadLocalRandom.current().nextInt(1_000_000_000);
        String name = path.getFileName().toString();
        return path.resolveSibling(name.concat(Integer.toString(digits)).concat(".tmp"));
    }

    /**
     * Creates an empty file, and the directories above it.
     *
     * @return false if there is something of that name
     */
    static boolean createNew(Path path) throws IOException {
        try {
            return path.toFile().createNewFile();
        } catch (IOException e) {
            // Once more with the methods that are slower, but say what is wrong.
            Directories.make(path.getParent());
            try {
                Files.createFile(path);
                return true;
            } catch (FileAlreadyExistsException exists) {
                return false;
            }
        }
    }

    /** Renames a file of ours, replacing what is there, or removes it if that fails. */
    static void rename(Path from, Path to) throws IOException {
        if (File.separatorChar == '/' && from.toFile().renameTo(to.toFile())) {
            return;
        }
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

    /** Whether there is such a file, without an exception when there is not. */
    static boolean exists(Path path) {
        return path.toFile().exists();
    }
}
