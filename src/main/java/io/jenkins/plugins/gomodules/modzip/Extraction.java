package io.jenkins.plugins.gomodules.modzip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a module's files as the go command does: created for reading only, by whomever the umask lets, in directories with
 * all permissions that the umask lets.
 */
final class Extraction implements EntryReader.Sink {

    private static final Set<OpenOption> CREATE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final FileAttribute<?>[] NO_ATTRIBUTES = {};

    private final Path root;
    private final boolean posix;
    private final FileAttribute<?>[] readOnly;
    private final Map<String, Path> made = new HashMap<>();
    private final List<Path> directories = new ArrayList<>();
    private String lastParent = "";
    private Path lastDirectory;
    private FileChannel file;

    /** @param root the module's directory, which exists and is empty */
    Extraction(Path root) {
        this.root = root;
        this.posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
        this.readOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(EnumSet.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.GROUP_READ,
                            PosixFilePermission.OTHERS_READ))
                }
                : NO_ATTRIBUTES;
        made.put("", root);
        directories.add(root);
        lastDirectory = root;
    }

    /** The directories that hold the files, each behind its parent, the root first. */
    List<Path> directories() {
        return directories;
    }

    /**
     * Writes one file.
     *
     * @param name slash-separated, in the module, and by the rules of module zips
     */
    void write(String name, EntryReader reader, int entry, byte[] digests) throws IOException {
        int slash = name.lastIndexOf('/');
        Path path = directory(slash < 0 ? "" : name.substring(0, slash)).resolve(name.substring(slash + 1));
        file = FileChannel.open(path, CREATE, readOnly);
        try {
            reader.read(entry, this, digests, entry * 32);
        } finally {
            file.close();
        }
        if (!posix) {
            Files.setAttribute(path, "dos:readonly", true);
        }
    }

    @Override
    public void write(byte[] from, int start, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(from, start, length);
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
    }

    private Path directory(String parent) throws IOException {
        if (!parent.equals(lastParent)) {
            lastDirectory = make(parent);
            lastParent = parent;
        }
        return lastDirectory;
    }

    /** Makes a directory and, from the top down, those above it that are not there yet. */
    private Path make(String name) throws IOException {
        Path path = made.get(name);
        if (path != null) {
            return path;
        }
        int known = name.lastIndexOf('/');
        while (known > 0 && !made.containsKey(name.substring(0, known))) {
            known = name.lastIndexOf('/', known - 1);
        }
        path = known < 0 ? root : made.get(name.substring(0, known));
        int start = known + 1;
        while (start <= name.length()) {
            int slash = name.indexOf('/', start);
            int end = slash < 0 ? name.length() : slash;
            path = Files.createDirectory(path.resolve(name.substring(start, end)));
            made.put(name.substring(0, end), path);
            directories.add(path);
            start = end + 1;
        }
        return path;
    }
}
