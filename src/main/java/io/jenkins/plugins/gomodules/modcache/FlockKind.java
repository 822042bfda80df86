package io.jenkins.plugins.gomodules.modcache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** {@code flock(2)}. The lock belongs to the open file, so closing that is all it takes to unlock. */
final class FlockKind implements FileLocks.Kind {

    /** How Java writes file names: a path with other letters than ASCII must mean the same file to both. */
    private static final Charset NAMES = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    /** Fails with a LinkageError or a RuntimeException where the C library cannot be called. */
    FlockKind() {
        CLibrary.errno();
    }

    @Override
    public Closeable tryLock(Path file) throws IOException {
        byte[] name = file.toString().getBytes(NAMES);
        byte[] path = Arrays.copyOf(name, name.length + 1);
        int descriptor;
        do {
            descriptor = CLibrary.open(path, CLibrary.O_RDWR | CLibrary.O_CLOEXEC);
        } while (descriptor < 0 && CLibrary.errno() == CLibrary.EINTR);
        if (descriptor < 0) {
            if (CLibrary.errno() == CLibrary.ENOENT) {
                throw new NoSuchFileException(file.toString());
            }
            throw new FileSystemException(file.toString(), null, "cannot be opened, error " + CLibrary.errno());
        }
        return lock(file, descriptor);
    }

    private static Closeable lock(Path file, int descriptor) throws IOException {
        int error;
        do {
            error = CLibrary.flock(descriptor, CLibrary.LOCK_EX | CLibrary.LOCK_NB) == 0 ? 0 : CLibrary.errno();
        } while (error == CLibrary.EINTR);
        if (error == 0) {
            return new Unlock(descriptor);
        }
        CLibrary.close(descriptor);
        if (error == CLibrary.EAGAIN) {
            return null;
        }
        throw new FileLocks.LocksUnsupportedException("The file system of " + file.getParent()
                + " has no file locks (error " + error + "): do not use the module cache from several processes at the"
                + " same time.");
    }

    private record Unlock(int descriptor) implements Closeable {
        @Override
        public void close() {
            CLibrary.close(descriptor);
        }
    }
}
