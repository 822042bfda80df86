package io.jenkins.plugins.gomodules.modcache;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Exclusive locks on files, of the kind that the go command takes: {@code flock(2)} on Linux, macOS and FreeBSD,
 * {@code LockFileEx} on Windows, {@code fcntl(2)} elsewhere.
 *
 * <p>On Linux {@code flock} and {@code fcntl} do not see each other, and Java's own file locks are the latter; so the C
 * library is called through JNA there. Where JNA cannot be loaded, or the file system has no locks (some NFS), work goes on,
 * with a notice: it is only several processes in one cache that are not safe then. Within this JVM the locks always
 * exclude each other. The operating system drops the locks of a process that dies.
 */
final class FileLocks {

    private static final long FIRST_PAUSE_MILLIS = 1;
    private static final long LONGEST_PAUSE_MILLIS = 32;

    private static final Set<String> HELD_HERE = ConcurrentHashMap.newKeySet();
    private static final Set<String> NOTICES = ConcurrentHashMap.newKeySet();

    private FileLocks() {}

    /** One way of locking a file. */
    interface Kind {

        /**
         * @param file one that exists
         * @return the lock, or null if somebody else has it
         * @throws LocksUnsupportedException if the file system has no locks
         */
        Grip tryLock(Path file) throws IOException;
    }

    /** The file system cannot lock. */
    static final class LocksUnsupportedException extends IOException {
        private static final long serialVersionUID = 1L;

        LocksUnsupportedException(String message) {
            super(message);
        }
    }

    /** A held lock. */
    static final class Held implements Closeable {
        private final String key;
        private final boolean created;
        private Grip grip;

        private Held(String key, boolean created, Grip grip) {
            this.key = key;
            this.created = created;
            this.grip = grip;
        }

        /** Whether the file was not there before: nobody can have locked it and left something behind. */
        boolean created() {
            return created;
        }

        /** The locked file, for reading and writing while it is locked. */
        synchronized RandomAccessFile file() throws IOException {
            if (grip == null) {
                throw new IOException(key + " is not locked any more");
            }
            return grip.file();
        }

        @Override
        public synchronized void close() throws IOException {
            if (grip != null) {
                try {
                    grip.close();
                } finally {
                    grip = null;
                    HELD_HERE.remove(key);
                }
            }
        }
    }

    /**
     * Loads what locking needs, some 40 ms of work in a JVM that has just started. To be called in the background while
     * something else is waited for; locking works without it.
     */
    static void warmUp() {
        Kinds.best();
    }

    /** Sentences about locks that do not work as they should on this computer; empty as a rule. */
    static List<String> notices() {
        return List.copyOf(NOTICES);
    }

    static void addNotice(String notice) {
        NOTICES.add(notice);
    }

    /**
     * Takes the lock on a file, which is created if need be (with its directory), and waits for whoever has it.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    static Held exclusive(Path file) throws IOException, InterruptedException {
        return exclusive(file, Kinds.best());
    }

    static Held exclusive(Path file, Kind kind) throws IOException, InterruptedException {
        String key = file.toString();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            if (HELD_HERE.add(key)) {
                Held held = null;
                try {
                    held = attempt(file, key, kind);
                } finally {
                    if (held == null) {
                        HELD_HERE.remove(key);
                    }
                }
                if (held != null) {
                    return held;
                }
            }
            Thread.sleep(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private static Held attempt(Path file, String key, Kind kind) throws IOException {
        boolean created = CacheFiles.createNew(file);
        Grip grip;
        try {
            grip = kind.tryLock(file);
        } catch (NoSuchFileException e) {
            return null; // removed since it was created: once more
        } catch (LocksUnsupportedException e) {
            addNotice(e.getMessage());
            grip = new Grip(file);
        }
        return grip == null ? null : new Held(key, created, grip);
    }
}
