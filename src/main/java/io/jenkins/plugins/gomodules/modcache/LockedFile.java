package io.jenkins.plugins.gomodules.modcache;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** A file of a project, such as go.sum, that the go command locks while it changes it. */
public final class LockedFile {
    /** The longest file that is changed, in bytes. */
    private static final int MAX_LENGTH = 16 << 20;

    private LockedFile() {}

    /** What becomes of a content. */
    public interface Change {
        /** @throws IOException if it cannot be changed, and is to stay as it is */
        byte[] apply(byte[] before) throws IOException;
    }

    /**
     * Changes a file, which is created if it is not there, under its lock. A reader finds the old content or the new one; a
     * process that dies leaves the old. (On Windows, where an open file cannot be replaced, it is written in place.)
     *
     * @throws InterruptedException if the thread is interrupted while another process has it locked
     */
    public static void change(Path file, Change change) throws IOException, InterruptedException {
        // What a link leads to is changed, not the link.
        Path target = Files.exists(file) ? file.toRealPath() : file;
        try (FileLocks.Held lock = FileLocks.exclusive(target)) {
            byte[] after = change.apply(content(target, lock.file()));
            if (!replace(target, after)) {
                lock.file().seek(0);
                lock.file().write(after);
                lock.file().setLength(after.length);
            }
        }
    }

    /** Returns false where a file that is open cannot be replaced: on Windows. */
    private static boolean replace(Path target, byte[] content) throws IOException {
        Path temporary = CacheFiles.create(target);
        try {
            Files.write(temporary, content);
            keepMode(target, temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileSystemException e) {
            if (File.separatorChar == '/') {
                throw e;
            }
            return false;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static byte[] content(Path path, RandomAccessFile file) throws IOException {
        if (file.length() > MAX_LENGTH) {
            throw new IOException(path + " has " + file.length() + " bytes, more than such a file may have");
        }
        byte[] content = new byte[(int) file.length()];
        file.readFully(content);
        return content;
    }

    private static void keepMode(Path from, Path to) throws IOException {
        PosixFileAttributeView mode = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (mode != null) {
            mode.setPermissions(Files.getPosixFilePermissions(from));
        }
    }
}
