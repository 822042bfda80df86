package io.jenkins.plugins.gomodules.modcache;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The files in which the go command keeps what it knows of checksum databases: {@code cache/download/sumdb} in the module
 * cache, whose files can be had again, and {@code pkg/sumdb} in GOPATH, whose files must not be lost, and are locked as the
 * go command locks them. Safe for any number of threads and processes.
 */
public final class SumDbFiles {
    /** The longest file that is read, in bytes. */
    private static final int MAX_LENGTH = 1 << 20;

    private final Path cache;
    private final Path config;

    /**
     * @param moduleCache the module cache, GOMODCACHE
     * @param config {@code pkg/sumdb} in GOPATH
     */
    public SumDbFiles(Path moduleCache, Path config) {
        this.cache = moduleCache.resolve("cache/download/sumdb");
        this.config = config;
    }

    /** A cached file, if it is there, has content and can be read. */
    public Optional<byte[]> readCache(String file) {
        Path path = cache.resolve(file);
        if (!CacheFiles.exists(path)) {
            return Optional.empty();
        }
        try {
            return read(path);
        } catch (IOException e) {
            // Whoever asks can have it from the database.
            return Optional.empty();
        }
    }

    /** Caches a file at once: other processes see all of it or nothing. A disk that is full is no reason to fail. */
    public void writeCache(String file, byte[] data) {
        try {
            CacheFiles.write(cache.resolve(file), data);
        } catch (IOException e) {
            // The next one who needs it has to ask for it again, and that is all.
            return;
        }
    }

    /** Where a remembered file is. */
    public Path config(String file) {
        return config.resolve(file);
    }

    /**
     * A remembered file, if it is there and has content.
     *
     * @throws InterruptedException if the thread is interrupted while another process has it locked
     */
    public Optional<byte[]> readConfig(String file) throws IOException, InterruptedException {
        Path path = config(file);
        if (!CacheFiles.exists(path)) {
            return Optional.empty();
        }
        try (FileLocks.Held lock = FileLocks.exclusive(path)) {
            return content(path, lock.file());
        } catch (AccessDeniedException e) {
            // It is another user's: then this process will not write it, and those that do write it in one go.
            return read(path);
        } catch (IOException e) {
            throw explain(path, e);
        }
    }

    /**
     * Replaces a remembered file if its content is what it was, and if it has none. It is written in place, because its
     * lock is on the file and not on its name.
     *
     * @param before the content it had
     * @return false if it has other content by now
     * @throws InterruptedException if the thread is interrupted while another process has it locked
     */
    public boolean writeConfig(String file, Optional<byte[]> before, byte[] after)
            throws IOException, InterruptedException {
        Path path = config(file);
        try (FileLocks.Held lock = FileLocks.exclusive(path)) {
            RandomAccessFile locked = lock.file();
            Optional<byte[]> now = content(path, locked);
            if (now.isPresent() && !(before.isPresent() && Arrays.equals(now.get(), before.get()))) {
                return false;
            }
            locked.seek(0);
            locked.write(after);
            locked.setLength(after.length);
            return true;
        } catch (IOException e) {
            throw explain(path, e);
        }
    }

    private IOException explain(Path path, IOException e) {
        return ModCacheException.explain("what is remembered of checksum databases in " + config, path, e);
    }

    private static Optional<byte[]> content(Path path, RandomAccessFile file) throws IOException {
        long length = file.length();
        if (length > MAX_LENGTH) {
            throw new IOException(path + " has " + length + " bytes, which nobody wrote who should");
        }
        byte[] content = new byte[(int) length];
        file.seek(0);
        file.readFully(content);
        return content.length == 0 ? Optional.empty() : Optional.of(content);
    }

    private static Optional<byte[]> read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(MAX_LENGTH + 1);
            return content.length == 0 || content.length > MAX_LENGTH ? Optional.empty() : Optional.of(content);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
