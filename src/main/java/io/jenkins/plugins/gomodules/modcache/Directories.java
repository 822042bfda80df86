package io.jenkins.plugins.gomodules.modcache;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Making, closing and removing directories of the cache. */
final class Directories {

    private static final Set<PosixFilePermission> OWNER_ALL = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private Directories() {}

    /**
     * Makes a directory and what is missing above it.
     *
     * @throws FileAlreadyExistsException if there is something else in its place
     */
    static void make(Path directory) throws IOException {
        if (makeNew(directory) || Files.isDirectory(directory)) {
            return;
        }
        throw new FileAlreadyExistsException(directory.toString());
    }

    /**
     * Makes a directory that is not there, and what is missing above it.
     *
     * @return false if there is something of that name
     */
    static boolean makeNew(Path directory) throws IOException {
        // The plain File method is one system call, and nothing else where it succeeds.
        if (directory.toFile().mkdir()) {
            return true;
        }
        try {
            Files.createDirectory(directory);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (NoSuchFileException e) {
            Path parent = directory.getParent();
            if (parent == null) {
                throw e;
            }
            make(parent);
            return makeNew(directory);
        }
    }

    /**
     * Removes a tree, or a file, whose directories may be read-only. What somebody else removes meanwhile is no error;
     * symbolic links are removed and not followed.
     */
    static void remove(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(tree, new Remover());
        } catch (NoSuchFileException e) {
            return; // gone already
        }
    }

    private static final class Remover extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            PosixFileAttributeView view = Files.getFileAttributeView(directory, PosixFileAttributeView.class);
            if (view != null) {
                Set<PosixFilePermission> permissions = view.readAttributes().permissions();
                if (!permissions.containsAll(OWNER_ALL)) {
                    permissions.addAll(OWNER_ALL);
                    view.setPermissions(permissions);
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
            try {
                delete(directory);
            } catch (DirectoryNotEmptyException notEmpty) {
                if (e != null) {
                    notEmpty.addSuppressed(e);
                }
                throw notEmpty;
            }
            return FileVisitResult.CONTINUE;
        }

        private static void delete(Path path) throws IOException {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                if (!isDosReadOnly(path)) {
                    throw e;
                }
                Files.setAttribute(path, "dos:readonly", false);
                Files.deleteIfExists(path);
            }
        }

        private static boolean isDosReadOnly(Path path) throws IOException {
            return path.getFileSystem().supportedFileAttributeViews().contains("dos")
                    && !path.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && Boolean.TRUE.equals(Files.getAttribute(path, "dos:readonly"));
        }
    }
}
