package io.jenkins.plugins.gomodules.modcache;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.module.Semver;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** {@code @v/list}: the versions of a module whose .mod file is in the cache, in order, one a line. */
final class VersionList {

    private VersionList() {}

    /** Writes the list anew, under the lock on it, if it has changed. */
    static void rewrite(Path directory) throws IOException, InterruptedException {
        rewrite(directory, Kinds.best());
    }

    static void rewrite(Path directory, FileLocks.Kind locks) throws IOException, InterruptedException {
        FileLocks.Held lock = FileLocks.exclusive(directory.resolve("list"), locks);
        try {
            byte[] content = content(directory);
            RandomAccessFile file = lock.file();
            if (!lock.created() && holds(file, content)) {
                return;
            }
            // Emptied first: what a power cut leaves out is zeroes then, not a mixture of two lists.
            file.setLength(0);
            file.seek(0);
            file.write(content);
        } finally {
            lock.close();
        }
    }

    private static byte[] content(Path directory) {
        String[] names = directory.toFile().list();
        String[] versions = new String[names == null ? 0 : names.length];
        int count = 0;
        for (int i = 0; i < versions.length; i++) {
            String name = names[i];
            if (name.endsWith(".mod")) {
                String version = name.substring(0, name.length() - ".mod".length());
                if (!version.isEmpty()
                        && ModuleVersion.canonicalVersion(version).equals(version)) {
                    versions[count++] = version;
                }
            }
        }
        Arrays.sort(versions, 0, count, Semver.ORDER);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(versions[i]).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean holds(RandomAccessFile file, byte[] content) throws IOException {
        if (file.length() != content.length) {
            return false;
        }
        byte[] old = new byte[content.length];
        file.readFully(old);
        return Arrays.equals(old, content);
    }
}
