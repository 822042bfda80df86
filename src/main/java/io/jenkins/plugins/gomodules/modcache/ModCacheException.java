package io.jenkins.plugins.gomodules.modcache;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The module cache cannot be read or written; the message is a sentence that names the file and the reason. */
public class ModCacheException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why, in the terms of what somebody has to do about it. */
    public enum Reason {
        /** No space, no inodes or no quota left on the file system. */
        DISK_FULL,
        /** This user may not write here. */
        PERMISSION,
        /** The file system is mounted read-only. */
        READ_ONLY,
        /** The cache's directory, or one on the way to it, is a file. */
        NOT_A_DIRECTORY,
        /** What is in the cache is broken. */
        CORRUPT,
        /** Anything else; the message has the operating system's words. */
        OTHER
    }

    private final Reason reason;

    ModCacheException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /**
     * Says what an exception of the JDK means for the cache. One that is clear already comes back as it is.
     *
     * <p>The operating system words its errors in the language of the process, so the file system is asked for its state
     * besides.
     */
    static IOException explain(Path root, Path file, IOException e) {
        return explain("module cache " + root, file, e);
    }

    /** The same for files of the go command that are not in the module cache; {@code in} says where they are. */
    static IOException explain(String in, Path file, IOException e) {
        if (!(e instanceof FileSystemException)
                && !(e instanceof FileNotFoundException)
                && e.getClass() != IOException.class) {
            return e;
        }
        String text = text(e);
        Reason reason = reason(file, text, e);
        String message =
                switch (reason) {
                    case DISK_FULL -> in + ": no space left on the disk for " + file;
                    case READ_ONLY -> in + " is on a read-only file system: cannot write " + file;
                    case PERMISSION ->
                        in + ": user " + System.getProperty("user.name") + " has no permission for " + file
                                + " (is it owned by another user, from a build in a container perhaps?)";
                    case NOT_A_DIRECTORY -> in + ": a file is where a directory should be, on the way to " + file;
                    default -> in + ": " + file + ": " + text;
                };
        return new ModCacheException(reason, message, e);
    }

    private static Reason reason(Path file, String text, IOException e) {
        if (text.contains("No space left") || text.contains("uota exceeded") || text.contains("not enough space")) {
            return Reason.DISK_FULL;
        }
        Path existing = file;
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!existing.equals(file) && !Files.isDirectory(existing)) {
            return Reason.NOT_A_DIRECTORY;
        }
        try {
            FileStore store = Files.getFileStore(existing);
            if (store.isReadOnly()) {
                return Reason.READ_ONLY;
            }
            if (store.getUsableSpace() == 0) {
                return Reason.DISK_FULL;
            }
        } catch (IOException unknown) {
            return Reason.OTHER;
        }
        boolean denied = e instanceof AccessDeniedException || !Files.isWritable(existing);
        return denied ? Reason.PERMISSION : Reason.OTHER;
    }

    private static String text(IOException e) {
        if (e instanceof FileSystemException) {
            String reason = ((FileSystemException) e).getReason();
            return reason != null ? reason : e.getClass().getSimpleName();
        }
        return String.valueOf(e.getMessage());
    }
}
