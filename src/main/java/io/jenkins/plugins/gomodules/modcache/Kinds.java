package io.jenkins.plugins.gomodules.modcache;

import java.util.Locale;

/** Which kind of file lock the go command uses on this operating system. Initialised on the first lock, or by a warm-up. */
final class Kinds {

    private static final FileLocks.Kind BEST = choose();

    private Kinds() {}

    static FileLocks.Kind best() {
        return BEST;
    }

    private static FileLocks.Kind choose() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean flock = os.startsWith("linux") || os.startsWith("mac") || os.contains("bsd");
        if (flock) {
            try {
                return new FlockKind();
            } catch (VirtualMachineError e) {
                throw e;
            } catch (Error
                    | RuntimeException e) { // JNA throws a plain Error when its native half is of another version
                FileLocks.addNotice("The go command's file locks are not available (" + e
                        + "): do not run the go command in the same module cache at the same time.");
            }
        }
        return new JavaLockKind();
    }
}
