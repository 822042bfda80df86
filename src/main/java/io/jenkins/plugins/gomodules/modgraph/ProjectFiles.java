package io.jenkins.plugins.gomodules.modgraph;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Finds go.work and go.mod as the go command does when it is started in a directory. */
final class ProjectFiles {
    /** Enough to find the modules of a usual repository without walking through a large one. */
    private static final int MOST_SUGGESTIONS = 8;

    private final Path dir;
    private final GoEnvironment env;

    ProjectFiles(Path dir, GoEnvironment env) {
        this.dir = dir;
        this.env = env;
    }

    /** Checks that the directory is there. */
    void checkDirectory() throws GoModException {
        if (Files.isDirectory(dir)) {
            return;
        }
        throw new GoModException(
                GoModException.MISSING,
                Files.exists(dir)
                        ? dir + " is no directory. Name the directory that holds go.mod or go.work."
                        : "There is no directory " + dir
                                + ". Name the directory of the module, relative to the current directory,"
                                + " and check that the sources are checked out before this step.");
    }

    /**
     * The go.work file in force.
     *
     * @throws GoModException if GOWORK names no file
     */
    Optional<Path> workFile() throws GoModException {
        String value = env.get("GOWORK");
        switch (value) {
            case "off":
                return Optional.empty();
            case "", "auto":
                return findUpwards("go.work");
            default:
                if (!env.os().isAbsolute(value)) {
                    throw new GoModException(
                            GoModException.MISSING,
                            "GOWORK must be off, or the absolute path of a go.work file, and " + value + " ("
                                    + env.setting("GOWORK").origin() + ") is neither.");
                }
                Path file = path(value);
                if (!Files.isRegularFile(file)) {
                    throw new GoModException(
                            GoModException.MISSING,
                            "GOWORK (" + env.setting("GOWORK").origin() + ") names " + value
                                    + ", but there is no such file. Correct it, or set GOWORK=off.");
                }
                return Optional.of(file);
        }
    }

    private static Path path(String value) throws GoModException {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new GoModException(GoModException.MISSING, "No file can be called " + value + ".", e);
        }
    }

    /** The nearest go.mod file, here or above. */
    Optional<Path> modFile() {
        Optional<Path> file = findUpwards("go.mod");
        return file.isPresent() && isTemporaryRoot(file.get().getParent()) ? Optional.empty() : file;
    }

    /** The go command ignores a go.mod there, since somebody's experiment would turn all directories below into modules. */
    private static boolean isTemporaryRoot(Path parent) {
        return parent.equals(Path.of(System.getProperty("java.io.tmpdir")).normalize());
    }

    private Optional<Path> findUpwards(String name) {
        for (Path d = dir; d != null; d = d.getParent()) {
            Path file = d.resolve(name);
            if (Files.exists(file) && !Files.isDirectory(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** The error for a project without go.mod: where was looked, and what was found nearby. */
    GoModException missing() throws GoModException {
        StringBuilder message = new StringBuilder(200);
        message.append("There is no go.mod in ").append(dir).append(" or in a directory above it");
        Optional<Path> ignored = findUpwards("go.mod");
        if (ignored.isPresent()) {
            message.append(" (")
                    .append(ignored.get())
                    .append(" does not count: the go command ignores one in the temporary directory)");
        }
        List<String> below = modulesBelow();
        if (below.isEmpty()) {
            message.append(
                    ". Name the directory of the module (dir), or create one there: go mod init example.com/name");
        } else {
            message.append(", but there is one in ")
                    .append(String.join(", ", below))
                    .append(". Name the directory of the module (dir), or several (dirs).");
        }
        return new GoModException(GoModException.MISSING, message.toString());
    }

    /** Directories up to two levels below that hold a go.mod. */
    private List<String> modulesBelow() {
        List<String> found = new ArrayList<>();
        for (Path child : directoriesIn(dir)) {
            if (Files.isRegularFile(child.resolve("go.mod"))) {
                found.add(dir.relativize(child).toString());
                continue;
            }
            for (Path grandchild : directoriesIn(child)) {
                if (Files.isRegularFile(grandchild.resolve("go.mod"))) {
                    found.add(dir.relativize(grandchild).toString());
                }
            }
        }
        return found.size() > MOST_SUGGESTIONS ? found.subList(0, MOST_SUGGESTIONS) : found;
    }

    private static List<Path> directoriesIn(Path dir) {
        List<Path> directories = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(dir)) {
            for (Path child : children) {
                String name = child.getFileName().toString();
                boolean ofInterest = !name.startsWith(".") && !name.equals("vendor") && !name.equals("node_modules");
                if (ofInterest && Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    directories.add(child);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return Collections.emptyList(); // Only a suggestion is lost.
        }
        Collections.sort(directories);
        return directories;
    }
}
