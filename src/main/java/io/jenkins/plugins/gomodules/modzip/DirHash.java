package io.jenkins.plugins.gomodules.modzip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The h1 hash of go.sum and the checksum database: a hash over names and contents of files, wherever they are.
 *
 * @see <a href="https://go.dev/ref/mod#go-sum-files">Go Modules Reference: go.sum files</a>
 */
public final class DirHash {

    private static final byte[] GO_MOD = {'g', 'o', '.', 'm', 'o', 'd'};

    private DirHash() {}

    /** The hash that go.sum's {@code /go.mod} lines have: of a go.mod file's content. */
    public static String ofGoMod(byte[] goModFile) {
        MessageDigest sha256 = Buffers.newSha256();
        FileList files = new FileList(GO_MOD, 1);
        files.name(0, 0, GO_MOD.length);
        sha256.update(goModFile);
        digest(sha256, files.digests(), 0);
        return files.hash(sha256);
    }

    /**
     * The hash of what a zip holds. The rules of module zips are not asked, but sizes and checksums must be as declared and
     * the declared sizes within 500 MiB.
     *
     * @throws InvalidModuleZipException if the zip is broken
     */
    public static String ofZip(Path zip) throws IOException {
        try (Buffers buffers = Buffers.acquire();
                ZipBytes bytes = ZipBytes.open(zip, "zip ".concat(zip.toString()), buffers.window);
                CentralDirectory directory = CentralDirectory.read(bytes)) {
            long total = 0;
            for (int i = 0; i < directory.count(); i++) {
                total += Math.min(directory.size(i), ZipRules.MAX_ZIP + 1);
                if (total > ZipRules.MAX_ZIP) {
                    throw bytes.invalid("inflates to more than " + ZipRules.MAX_ZIP + " bytes (500 MiB)");
                }
                if (directory.isEncrypted(i) || directory.method(i) != 0 && directory.method(i) != 8) {
                    throw bytes.invalid("has an entry that is neither deflated nor stored: " + directory.quotedName(i));
                }
            }
            return ModuleZip.hash(bytes, directory, buffers);
        }
    }

    /**
     * The hash of all files in a directory and below, symbolic links followed.
     *
     * @param dir for a module in the cache its extracted tree
     * @param prefix what the files' names have in front of a slash in the hash, {@code module@version} as a rule
     */
    public static String ofDirectory(Path dir, String prefix) throws IOException {
        if (Files.isRegularFile(dir)) {
            throw new NotDirectoryException(dir.toString());
        }
        List<Path> paths = new ArrayList<>();
        Files.walkFileTree(dir, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                paths.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        byte[][] names = new byte[paths.size()][];
        int length = 0;
        for (int i = 0; i < names.length; i++) {
            String relative = UnusualNames.relativize(dir, paths.get(i));
            if (relative.indexOf('\n') >= 0) {
                throw new IOException("the name of a file in " + dir + " has a line break, no module's file has");
            }
            names[i] = prefix.concat("/").concat(relative).getBytes(StandardCharsets.UTF_8);
            length += names[i].length;
        }
        byte[] joined = new byte[length];
        FileList files = new FileList(joined, names.length);
        try (Buffers buffers = Buffers.acquire()) {
            int at = 0;
            for (int i = 0; i < names.length; i++) {
                System.arraycopy(names[i], 0, joined, at, names[i].length);
                files.name(i, at, at + names[i].length);
                at += names[i].length;
                update(paths.get(i), buffers);
                digest(buffers.sha256, files.digests(), i);
            }
            return files.hash(buffers.sha256);
        }
    }

    private static void update(Path file, Buffers buffers) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.wrap(buffers.content);
            int n;
            while ((n = channel.read(buffer)) >= 0) {
                buffers.sha256.update(buffers.content, 0, n);
                buffer.clear();
            }
        }
    }

    private static void digest(MessageDigest sha256, byte[] digests, int i) {
        try {
            sha256.digest(digests, i * 32, 32);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }
}
