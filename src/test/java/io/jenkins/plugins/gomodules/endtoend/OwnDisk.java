package io.jenkins.plugins.gomodules.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A small file system in memory, where this user may mount one. */
record OwnDisk(Path at) implements AutoCloseable {

    /** Mounts one with these options; without the right to do so, the test is skipped and says so. */
    static OwnDisk orSkip(Path at, String options) throws IOException {
        Files.createDirectories(at);
        boolean mounted = succeeds("mount", "-t", "tmpfs", "-o", options, "tmpfs", at.toString());
        Assumptions.assumeTrue(mounted, "skipped: needs a file system of its own, and this user may not mount one");
        return new OwnDisk(at);
    }

    /** Changes its options, such as "size=1m" or "ro". */
    void remount(String options) {
        if (!succeeds("mount", "-o", "remount," + options, at.toString())) {
            throw new IllegalStateException("cannot remount " + at + " with " + options);
        }
    }

    @Override
    public void close() {
        if (!succeeds("umount", at.toString())) {
            throw new IllegalStateException("cannot unmount " + at);
        }
    }

    private static boolean succeeds(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
