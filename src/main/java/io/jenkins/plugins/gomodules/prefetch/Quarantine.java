package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goproxy.ModuleFile;
import io.jenkins.plugins.gomodules.json.JsonWriter;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * A directory in which bytes with a wrong hash are kept for examination, each file with a note beside it. Only their owner can
 * read them, nothing is executable, and nothing is unpacked. Safe for any number of threads.
 */
final class Quarantine {
    /** The most files that one prefetch keeps: a proxy that is wrong about everything must not fill the disk. */
    static final int MOST_FILES = 20;

    private static final int LONGEST_NAME = 120;

    private final Path directory;
    private int kept;

    /** @param directory where to keep things, made when there is one; null to keep nothing */
    Quarantine(Path directory) {
        this.directory = directory;
    }

    /** Writes the bytes. */
    interface Bytes {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Keeps a file.
     *
     * @param hash of the bytes, for the name
     * @param note what is known of it
     * @return where it is, if it is kept
     */
    synchronized Optional<Path> keep(ModuleFile file, String hash, Bytes bytes, Map<String, Object> note)
            throws IOException {
        if (directory == null || kept == MOST_FILES) {
            return Optional.empty();
        }
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, permissions(posix, "rwx------"));
        }
        String name = name(file, hash);
        Path path = directory.resolve(name);
        Files.deleteIfExists(path);
        Files.createFile(path, permissions(posix, "rw-------"));
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
            bytes.writeTo(out);
        }
        Path beside = directory.resolve(name.concat(".json"));
        Files.deleteIfExists(beside);
        Files.createFile(beside, permissions(posix, "rw-------"));
        Files.writeString(
                beside, JsonWriter.writeIndented(note).concat("\n"), StandardCharsets.UTF_8, StandardOpenOption.WRITE);
        kept++;
        return Optional.of(path);
    }

    private static FileAttribute<?>[] permissions(boolean posix, String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * The module's escaped name with {@code _} for slashes, a piece of the hash, and a suffix that no program opens: letters,
     * digits and {@code !@_.~+-} only.
     */
    private static String name(ModuleFile file, String hash) {
        ModuleVersion module = file.module();
        String name = module.escapedPath().replace('/', '_').concat("@").concat(module.escapedVersion());
        String digest = hash.replaceAll("[^A-Za-z0-9]", "");
        return name.substring(0, Math.min(LONGEST_NAME, name.length()))
                + "-" + digest.substring(0, Math.min(16, digest.length()))
                + (file.kind() == ModuleFile.Kind.ZIP ? ".zip" : ".mod") + ".quarantine";
    }
}
