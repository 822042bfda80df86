package io.jenkins.plugins.gomodules.modcache;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * The three functions of the C library that lock a file as the go command does. Bound directly, not through an interface's
 * proxy, which takes longer to make and to call.
 */
final class CLibrary {

    static final int O_RDWR = 2;

    /** Closes the descriptor in child processes, which would keep the lock otherwise. */
    static final int O_CLOEXEC;

    static final int LOCK_EX = 2;
    static final int LOCK_NB = 4;

    static final int ENOENT = 2;
    static final int EINTR = 4;
    /** What flock answers when somebody else has the lock (EWOULDBLOCK). */
    static final int EAGAIN;

    static {
        if (Platform.isLinux() && !Platform.isMIPS() && !Platform.isSPARC()) {
            O_CLOEXEC = 0x80000;
            EAGAIN = 11;
        } else if (Platform.isMac()) {
            O_CLOEXEC = 0x1000000;
            EAGAIN = 35;
        } else if (Platform.isFreeBSD()) {
            O_CLOEXEC = 0x100000;
            EAGAIN = 35;
        } else {
            throw new UnsupportedOperationException("its constants are not known on " + Platform.RESOURCE_PREFIX);
        }
        Native.register(CLibrary.class, NativeLibrary.getProcess());
    }

    private CLibrary() {}

    /** {@code open(2)} of a file that exists: to create one takes a third argument, which processors pass in various ways. */
    static native int open(byte[] path, int flags);

    static native int flock(int descriptor, int operation);

    static native int close(int descriptor);

    /** {@code errno} of this thread's last call. */
    static int errno() {
        return Native.getLastError();
    }
}
