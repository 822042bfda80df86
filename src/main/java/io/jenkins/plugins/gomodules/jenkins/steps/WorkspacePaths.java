package io.jenkins.plugins.gomodules.jenkins.steps;

import hudson.AbortException;
import io.jenkins.plugins.gomodules.prefetch.PrefetchOptions;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps what a Jenkinsfile names inside the workspace, symbolic links followed: a pull request must not make a step read
 * or write elsewhere on the agent. Only the module cache may be elsewhere, since it is shared by all builds.
 */
final class WorkspacePaths {
    private final Path directory;
    private final Path workspace;

    /**
     * @param directory where the step runs
     * @param workspace the workspace as the environment names it, or null; it counts if the directory lies in it
     */
    WorkspacePaths(Path directory, String workspace) throws IOException {
        this.directory = directory;
        Path real = real(directory.toAbsolutePath());
        Path root = workspace == null || workspace.isEmpty()
                ? real
                : real(Path.of(workspace).toAbsolutePath());
        this.workspace = real.startsWith(root) ? root : real;
    }

    /** @throws AbortException naming the first parameter that leaves the workspace */
    void check(PrefetchOptions options) throws IOException {
        checkDirs("goModPrefetch", options.dirs());
        if (!options.offlineProxy().isEmpty()) {
            check("goModPrefetch", "offlineProxy", options.offlineProxy());
        }
        if (!options.quarantine().isEmpty()) {
            check("goModPrefetch", "quarantine", options.quarantine());
        }
    }

    /**
     * Checks the directories of projects.
     *
     * @param step whose parameters these are, for messages
     * @throws AbortException naming the first that leaves the workspace
     */
    void checkDirs(String step, List<String> dirs) throws IOException {
        for (String dir : dirs) {
            check(step, "dir", dir);
        }
    }

    /** @throws AbortException if the file lies outside the workspace */
    void checkFile(String step, String parameter, String path) throws IOException {
        check(step, parameter, path);
    }

    private void check(String step, String parameter, String path) throws IOException {
        Path resolved;
        try {
            resolved = real(directory.resolve(path).toAbsolutePath());
        } catch (InvalidPathException | FileSystemException e) {
            throw new AbortException(Messages.WorkspacePaths_invalid(step, parameter, path));
        }
        if (!resolved.startsWith(workspace)) {
            throw new AbortException(Messages.WorkspacePaths_leaves(step, parameter, path, workspace));
        }
    }

    /** The path without links, as far as it exists; what does not exist cannot be a link. */
    private static Path real(Path path) throws IOException {
        Path parent = path.getParent();
        Path name = path.getFileName();
        if (parent == null || name == null || Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return path.toRealPath();
        }
        return real(parent).resolve(name).normalize();
    }
}
