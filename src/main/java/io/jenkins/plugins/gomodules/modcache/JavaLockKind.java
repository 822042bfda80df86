package io.jenkins.plugins.gomodules.modcache;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Java's file locks over the whole file: LockFileEx on Windows, fcntl elsewhere. */
final class JavaLockKind implements FileLocks.Kind {

    @Override
    public Grip tryLock(Path path) throws IOException {
        RandomAccessFile file = open(path);
        boolean locked = false;
        try {
            locked = file.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return null; // locked by this JVM, by code loaded a second time
        } catch (IOException e) {
            throw new FileLocks.LocksUnsupportedException("The file system of " + path.getParent()
                    + " has no file locks (" + e.getMessage() + "): do not use the module cache from several processes"
                    + " at the same time.");
        } finally {
            if (!locked) {
                file.close();
            }
        }
        // Windows lets nobody but the locking handle itself read and write; where these locks are fcntl's, closing
        // another handle would unlock.
        return locked ? new Grip(path, file) : null;
    }

    private static RandomAccessFile open(Path path) throws IOException {
        try {
            return new RandomAccessFile(path.toFile(), "rw");
        } catch (FileNotFoundException e) {
            Files.newByteChannel(path).close(); // says in which way it cannot be opened
            throw e;
        }
    }
}
