package io.jenkins.plugins.gomodules.goenv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the root of the Go installation from where its {@code go} program lies, without running it. */
final class GoRoot {
    private GoRoot() {}

    /** The root that the program at this path belongs to: two or three directories up, symbolic links followed. */
    static Optional<Path> of(Path program) {
        Optional<Path> root = above(program.toAbsolutePath());
        if (root.isPresent()) {
            return root;
        }
        try {
            return above(program.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The path as one of this machine, or empty where it cannot be one. */
    static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> above(Path program) {
        Path bin = program.getParent();
        Path root = bin == null ? null : bin.getParent();
        // A cross-compiled go lies one directory deeper, in bin/GOOS_GOARCH.
        for (int i = 0; i < 2 && root != null; i++) {
            if (Files.isDirectory(root.resolve("pkg").resolve("tool"))) {
                return Optional.of(root);
            }
            root = root.getParent();
        }
        return Optional.empty();
    }
}
