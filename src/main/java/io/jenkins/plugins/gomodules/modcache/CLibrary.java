package io.jenkins.plugins.gomodules.modcache;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * The three functions of the C library that lock a file as the go command does.
 *
 * <p>Called through JNA's Function objects: a call takes 1 µs. Methods bound by {@code Native.register} take half of that,
 * but 15 ms more to load, which only pays after ten thousand locks.
 */
final class CLibrary {

    static final int O_RDWR = 2;
    static final int LOCK_EX = 2;
    static final int LOCK_NB = 4;

    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EACCES = 13;

    /** What flock answers when somebody else has the lock (EWOULDBLOCK). */
    final int eagain;

    /** Closes the descriptor in child processes, which would keep the lock otherwise. */
    final int closeOnExec;

    private final Function open;
    private final Function flock;
    private final Function close;

    /** Fails with a LinkageError or a RuntimeException where JNA or the functions are not to be had. */
    CLibrary() {
        if (Platform.isLinux() && !Platform.isMIPS() && !Platform.isSPARC()) {
            closeOnExec = 0x80000;
            eagain = 11;
        } else if (Platform.isMac()) {
            closeOnExec = 0x1000000;
            eagain = 35;
        } else if (Platform.isFreeBSD()) {
            closeOnExec = 0x100000;
            eagain = 35;
        } else {
            throw new UnsupportedOperationException("flock's constants are not known on " + Platform.RESOURCE_PREFIX);
        }
        NativeLibrary process = NativeLibrary.getProcess();
        open = process.getFunction("open");
        flock = process.getFunction("flock");
        close = process.getFunction("close");
    }

    /**
     * {@code open(2)} of a file that exists; to create one would take a third argument, which processors pass in various
     * ways.
     *
     * @param path ends in a NUL byte
     */
    int open(byte[] path, int flags) {
        return open.invokeInt(new Object[] {path, flags});
    }

    int flock(int descriptor, int operation) {
        return flock.invokeInt(new Object[] {descriptor, operation});
    }

    int close(int descriptor) {
        return close.invokeInt(new Object[] {descriptor});
    }

    /** {@code errno} of this thread's last call. */
    static int errno() {
        return Native.getLastError();
    }
}
