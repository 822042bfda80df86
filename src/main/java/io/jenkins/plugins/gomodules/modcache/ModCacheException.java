package io.jenkins.plugins.gomodules.modcache;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
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

    /** Says what an exception of the JDK means for the cache. One that is clear already comes back as it is. */
    static IOException explain(Path root, Path file, IOException e) {
        if (!(e instanceof FileSystemException) && !(e instanceof FileNotFoundException) && !isPlain(e)) {
            return e;
        }
        String text = text(e);
        String in = "module cache " + root;
        if (text.contains("No space left") || text.contains("uota exceeded") || text.contains("not enough space")) {
            return new ModCacheException(Reason.DISK_FULL, in + ": no space left on the disk for " + file, e);
        }
        if (text.contains("Read-only file system")) {
            return new ModCacheException(Reason.READ_ONLY, in + " is on a read-only file system: " + file, e);
        }
        if (e instanceof AccessDeniedException || text.contains("Permission denied")) {
            return new ModCacheException(
                    Reason.PERMISSION,
                    in + ": user " + System.getProperty("user.name") + " may not write " + file
                            + " (is it owned by another user, from a build in a container perhaps?)",
                    e);
        }
        if (e instanceof NotDirectoryException || text.contains("Not a directory")) {
            return new ModCacheException(
                    Reason.NOT_A_DIRECTORY, in + ": a file is where a directory should be, on the way to " + file, e);
        }
        return new ModCacheException(Reason.OTHER, in + ": " + file + ": " + text, e);
    }

    /** Streams report a failed read or write by an IOException without a file name. */
    private static boolean isPlain(IOException e) {
        return e.getClass() == IOException.class;
    }

    private static String text(IOException e) {
        if (e instanceof FileSystemException) {
            String reason = ((FileSystemException) e).getReason();
            return reason != null ? reason : e.getClass().getSimpleName();
        }
        return String.valueOf(e.getMessage());
    }
}
