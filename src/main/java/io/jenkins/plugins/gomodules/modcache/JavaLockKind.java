package io.jenkins.plugins.gomodules.modcache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Java's file locks over the whole file: LockFileEx on Windows, fcntl elsewhere. */
final class JavaLockKind implements FileLocks.Kind {

    @Override
    public Closeable tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return null; // locked by this JVM, by code loaded a second time
        } catch (IOException e) {
            throw new FileLocks.LocksUnsupportedException("The file system of " + file.getParent()
                    + " has no file locks (" + e.getMessage() + "): do not use the module cache from several processes"
                    + " at the same time.");
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked ? channel : null;
    }
}
