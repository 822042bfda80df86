package io.jenkins.plugins.gomodules.modzip;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Reads an extracted module whose files anybody may have put there: no link is followed, nothing is opened that is not a
 * file, and memory and bytes end where those of the largest module zip end.
 */
final class TreeReader implements Closeable {

    /** Remarks that are kept. */
    static final int MAX_REMARKS = 100;

    /** What a zip needs for a file besides its name, in its directory, in bytes. */
    private static final int ENTRY = 46;

    /** From here on, a tree's names count as a large directory of a zip does, in bytes. */
    private static final int LARGE = 1 << 20;

    private static final byte[] UNREAD = new byte[32];

    private final Path root;
    private final String prefix;
    private final Buffers buffers = Buffers.acquire();
    private final Class<? extends BasicFileAttributes> attributes;
    private final ByteArrayOutputStream names = new ByteArrayOutputStream();
    private final ByteArrayOutputStream digests = new ByteArrayOutputStream();
    private final List<TreeRemark> remarks = new ArrayList<>();
    private final Deque<Place> directories = new ArrayDeque<>();
    private int[] ends = new int[64];
    private int count;
    private long bytes;
    private int budget;

    TreeReader(Path root, String prefix) {
        this.root = root;
        this.prefix = prefix;
        this.attributes = root.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? PosixFileAttributes.class
                : BasicFileAttributes.class;
    }

    /** Something in the tree, and its name there: slash-separated, {@code ""} for the root. */
    private record Place(Path path, String name) {
        Place child(String child) {
            return new Place(
                    path.resolve(child),
                    name.isEmpty() ? child : name.concat("/").concat(child));
        }
    }

    FileDigests read() throws IOException {
        Place top = new Place(root, "");
        BasicFileAttributes found = Files.readAttributes(root, attributes, LinkOption.NOFOLLOW_LINKS);
        if (!found.isDirectory()) {
            throw new NotDirectoryException(root.toString());
        }
        remarkModes(top, found);
        directories.push(top);
        while (!directories.isEmpty()) {
            list(directories.pop());
        }
        FileList files = new FileList(names.toByteArray(), count, digests.toByteArray());
        for (int i = 0; i < count; i++) {
            files.name(i, i == 0 ? 0 : ends[i - 1], ends[i]);
        }
        return new FileDigests(prefix, files, files.hash(buffers.sha256), bytes, remarks);
    }

    private void list(Place directory) throws IOException {
        String[] children = UnusualNames.isUnusual(directory.name)
                ? null
                : directory.path.toFile().list();
        if (children == null || isAnyUnusual(children)) {
            listUnusual(directory);
            return;
        }
        for (String child : children) {
            visit(directory.child(child));
        }
        if (children.length == 0) {
            remark(TreeRemark.Kind.EMPTY_DIRECTORY, directory);
        }
    }

    private static boolean isAnyUnusual(String[] names) {
        for (String name : names) {
            if (UnusualNames.isUnusual(name)) {
                return true;
            }
        }
        return false;
    }

    /** Lists a directory with the methods that are slower, but keep the bytes of names, and say what is wrong. */
    private void listUnusual(Place directory) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory.path)) {
            for (Path child : children) {
                visit(new Place(child, UnusualNames.relativize(root, child)));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private void visit(Place place) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while reading " + root);
        }
        BasicFileAttributes found = Files.readAttributes(place.path, attributes, LinkOption.NOFOLLOW_LINKS);
        if (found.isDirectory()) {
            remarkModes(place, found);
            directories.push(place);
            return;
        }
        add(place.name);
        if (found.isRegularFile()) {
            remarkModes(place, found);
            digest(place, found.size());
        } else {
            remark(found.isSymbolicLink() ? TreeRemark.Kind.LINK : TreeRemark.Kind.SPECIAL, place);
            digests.writeBytes(UNREAD);
        }
    }

    private void add(String name) throws IOException {
        if (name.indexOf('\n') >= 0) {
            throw new IOException("the name of a file in " + root + " has a line break, which no module's file has");
        }
        names.writeBytes(prefix.concat(name).getBytes(StandardCharsets.UTF_8));
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        ends[count++] = names.size();
        long asDirectory = names.size() + (long) ENTRY * count;
        if (asDirectory > DirectoryBudget.MAX_LENGTH) {
            throw new IOException(root + " has more than " + (count - 1) + " files, more than any module can have");
        }
        if (budget == 0 && asDirectory > LARGE) {
            budget = DirectoryBudget.acquire(DirectoryBudget.MAX_LENGTH);
        }
    }

    private void digest(Place file, long size) throws IOException {
        if (size > ZipRules.MAX_ZIP - bytes) {
            digests.writeBytes(UNREAD);
            return;
        }
        try (InputStream in = open(file)) {
            // One byte more than there should be: a shorter answer is the end of the file, without asking again.
            int wanted = (int) Math.min(buffers.content.length, size + 1);
            long read = 0;
            int n;
            while ((n = in.read(buffers.content, 0, wanted)) >= 0 && bytes <= ZipRules.MAX_ZIP) {
                bytes += n;
                read += n;
                buffers.sha256.update(buffers.content, 0, n);
                if (n < wanted && read == size) {
                    break;
                }
            }
        }
        digests.writeBytes(buffers.sha256.digest());
    }

    private static InputStream open(Place file) throws IOException {
        return UnusualNames.isUnusual(file.name)
                ? Files.newInputStream(file.path)
                : new FileInputStream(file.path.toFile());
    }

    private void remarkModes(Place place, BasicFileAttributes found) {
        if (!(found instanceof PosixFileAttributes posix)) {
            return;
        }
        Set<PosixFilePermission> modes = posix.permissions();
        if (modes.contains(PosixFilePermission.OTHERS_WRITE)) {
            remark(TreeRemark.Kind.WRITABLE, place);
        }
        boolean executable = modes.contains(PosixFilePermission.OWNER_EXECUTE)
                || modes.contains(PosixFilePermission.GROUP_EXECUTE)
                || modes.contains(PosixFilePermission.OTHERS_EXECUTE);
        if (executable && found.isRegularFile()) {
            remark(TreeRemark.Kind.EXECUTABLE, place);
        }
    }

    private void remark(TreeRemark.Kind kind, Place place) {
        if (remarks.size() < MAX_REMARKS) {
            remarks.add(new TreeRemark(kind, place.name.isEmpty() ? "." : place.name));
        }
    }

    @Override
    public void close() {
        buffers.close();
        DirectoryBudget.release(budget);
    }
}
