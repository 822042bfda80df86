package io.jenkins.plugins.gomodules.modzip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.DigestException;
import java.security.MessageDigest;

/**
 * The h1 hash of go.sum and the checksum database: a hash over names and contents of files, wherever they are.
 *
 * @see <a href="https://go.dev/ref/mod#go-sum-files">Go Modules Reference: go.sum files</a>
 */
public final class DirHash {

    private static final byte[] GO_MOD = {'g', 'o', '.', 'm', 'o', 'd'};

    private static final int WARM_UP_BYTES = 2048;
    private static final int WARM_UP_ROUNDS = 32;

    private DirHash() {}

    /**
     * Has the JVM compile what hashing spends its time in. To be called in the background by a JVM that has just started,
     * which would hash the first megabytes a hundred times slower otherwise.
     */
    public static void warmUp() {
        MessageDigest sha256 = Buffers.newSha256();
        byte[] zeros = new byte[WARM_UP_BYTES];
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            sha256.update(zeros);
        }
        sha256.digest();
    }

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
            checkReadable(bytes, directory);
            return ModuleZip.hash(bytes, directory, buffers);
        }
    }

    /**
     * Checks what has to be known before a zip of any origin is inflated.
     *
     * @return bytes that it inflates to, as declared
     */
    static long checkReadable(ZipBytes bytes, CentralDirectory directory) throws InvalidModuleZipException {
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
        return total;
    }

    /**
     * The hash of all files in a directory and below. Symbolic links count as the files they lead to, as in the go command's
     * own verification; there are none in what it extracts.
     *
     * @param dir for a module in the cache its extracted tree
     * @param prefix what the files' names have in front of a slash in the hash, {@code module@version} as a rule
     */
    public static String ofDirectory(Path dir, String prefix) throws IOException {
        if (Files.exists(dir) && !Files.isDirectory(dir, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(dir.toString());
        }
        try (Buffers buffers = Buffers.acquire()) {
            TreeHash tree = new TreeHash(dir, prefix.concat("/"), buffers);
            Files.walkFileTree(dir, tree);
            return tree.hash();
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
