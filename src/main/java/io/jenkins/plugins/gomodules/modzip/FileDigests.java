package io.jenkins.plugins.gomodules.modzip;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Names and SHA-256 digests of a module's files, in its zip or extracted: what the h1 hash is made of, kept so that two of
 * them can be compared file by file. Takes some hundred bytes a file.
 */
public final class FileDigests {

    private final String prefix;
    private final FileList files;
    private final String hash;
    private final long bytes;
    private final List<TreeRemark> remarks;

    FileDigests(String prefix, FileList files, String hash, long bytes, List<TreeRemark> remarks) {
        this.prefix = prefix;
        this.files = files;
        this.hash = hash;
        this.bytes = bytes;
        this.remarks = List.copyOf(remarks);
    }

    /**
     * Reads a zip as {@code go mod verify} does: the rules of module zips are not asked, but sizes and checksums must be as
     * declared and the declared sizes within 500 MiB.
     *
     * @throws InvalidModuleZipException if the zip is broken
     */
    public static FileDigests ofZip(Path zip, ModuleVersion module) throws IOException {
        try (Buffers buffers = Buffers.acquire();
                ZipBytes content = ZipBytes.open(zip, "zip ".concat(zip.toString()), buffers.window);
                CentralDirectory directory = CentralDirectory.read(content)) {
            long total = DirHash.checkReadable(content, directory);
            FileList files = compact(ModuleZip.list(content, directory, buffers));
            return new FileDigests(prefix(module), files, files.hash(buffers.sha256), total, List.of());
        }
    }

    /**
     * Reads an extracted module. Symbolic links are not followed and special files not opened; nor are files read beyond the
     * 500 MiB that a module may have. What was not read counts as changed, so that the hash is never the right one.
     *
     * @param dir the module's directory
     * @throws java.nio.file.NotDirectoryException if it is no directory
     * @throws IOException if something cannot be read, or there is more than any module can have
     */
    public static FileDigests ofTree(Path dir, ModuleVersion module) throws IOException {
        try (TreeReader reader = new TreeReader(dir, prefix(module))) {
            return reader.read();
        }
    }

    private static String prefix(ModuleVersion module) {
        return module.toString().concat("/");
    }

    /** The same list on an array of the names alone. */
    private static FileList compact(FileList files) {
        int length = 0;
        for (int i = 0; i < files.count(); i++) {
            length += files.nameEnd(i) - files.nameStart(i);
        }
        byte[] names = new byte[length];
        FileList compact = new FileList(names, files.count(), files.digests());
        int at = 0;
        for (int i = 0; i < files.count(); i++) {
            int size = files.nameEnd(i) - files.nameStart(i);
            System.arraycopy(files.names(), files.nameStart(i), names, at, size);
            compact.name(i, at, at + size);
            at += size;
        }
        return compact;
    }

    /** The h1 hash, as go.sum has it. */
    public String hash() {
        return hash;
    }

    /** Number of files. */
    public int count() {
        return files.count();
    }

    /** Bytes in all files. */
    public long bytes() {
        return bytes;
    }

    /** What the go command does not make and the hash does not cover, at most {@link TreeReader#MAX_REMARKS}. */
    public List<TreeRemark> remarks() {
        return remarks;
    }

    /**
     * Tells every file in which something differs from this, in the order of names.
     *
     * @param now what is there; this is what should be
     */
    public void differences(FileDigests now, Consumer<FileChange> to) {
        int[] mine = files.order();
        int[] others = now.files.order();
        int i = 0;
        int k = 0;
        while (i < mine.length || k < others.length) {
            int order = i == mine.length ? 1 : k == others.length ? -1 : compare(mine[i], now, others[k]);
            if (order < 0) {
                to.accept(new FileChange(FileChange.Kind.REMOVED, name(mine[i++])));
            } else if (order > 0) {
                to.accept(new FileChange(FileChange.Kind.ADDED, now.name(others[k++])));
            } else {
                if (!sameDigest(mine[i], now, others[k])) {
                    to.accept(new FileChange(FileChange.Kind.CHANGED, name(mine[i])));
                }
                i++;
                k++;
            }
        }
    }

    private int compare(int i, FileDigests other, int k) {
        return Arrays.compareUnsigned(
                files.names(),
                files.nameStart(i),
                files.nameEnd(i),
                other.files.names(),
                other.files.nameStart(k),
                other.files.nameEnd(k));
    }

    private boolean sameDigest(int i, FileDigests other, int k) {
        return Arrays.equals(files.digests(), i * 32, i * 32 + 32, other.files.digests(), k * 32, k * 32 + 32);
    }

    private String name(int i) {
        String name = new String(
                files.names(), files.nameStart(i), files.nameEnd(i) - files.nameStart(i), StandardCharsets.UTF_8);
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }
}
