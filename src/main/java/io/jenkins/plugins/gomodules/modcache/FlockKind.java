package io.jenkins.plugins.gomodules.modcache;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** {@code flock(2)}. The lock belongs to the open file, so closing that is all it takes to unlock. */
final class FlockKind implements FileLocks.Kind {

    private final CLibrary c = new CLibrary();

    /** How Java writes file names: a path with other letters than ASCII must mean the same file to both. */
    private final Charset names = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    /** Fails with a LinkageError or a RuntimeException where the C library cannot be called. */
    FlockKind() {}

    @Override
    public Grip tryLock(Path file) throws IOException {
        byte[] name = file.toString().getBytes(names);
        byte[] path = Arrays.copyOf(name, name.length + 1);
        while (true) {
            int descriptor = c.open(path, CLibrary.O_RDWR | c.closeOnExec);
            if (descriptor >= 0) {
                return lock(file, descriptor);
            }
            int error = CLibrary.errno();
            if (error == CLibrary.ENOENT) {
                throw new NoSuchFileException(file.toString());
            }
            if (error == CLibrary.EACCES) {
                throw new AccessDeniedException(file.toString());
            }
            if (error != CLibrary.EINTR) {
                throw new FileSystemException(file.toString(), null, "cannot be opened for locking, error " + error);
            }
        }
    }

    private Grip lock(Path file, int descriptor) throws IOException {
        int error;
        do {
            error = c.flock(descriptor, CLibrary.LOCK_EX | CLibrary.LOCK_NB) == 0 ? 0 : CLibrary.errno();
        } while (error == CLibrary.EINTR);
        if (error == 0) {
            return new Locked(c, file, descriptor);
        }
        c.close(descriptor);
        if (error == c.eagain) {
            return null;
        }
        throw new FileLocks.LocksUnsupportedException("The file system of " + file.getParent()
                + " has no file locks (error " + error + "): do not use the module cache from several processes at the"
                + " same time.");
    }

    private static final class Locked extends Grip {
        private final CLibrary c;
        private final int descriptor;

        Locked(CLibrary c, Path path, int descriptor) {
            super(path);
            this.c = c;
            this.descriptor = descriptor;
        }

        /** Called once: the number may be another file's afterwards. */
        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                c.close(descriptor);
            }
        }
    }
}
