package io.jenkins.plugins.gomodules.goenv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the root of the Go installation from where its {@code go} program lies, without running it. */
final class GoRoot {
    private GoRoot() {}

    /**
     * The root that the program at this path belongs to: two or three directories up, symbolic links followed if need
     * be; {@code ""} when that is no Go installation.
     */
    static String of(Path program) {
        Path root = above(program.toAbsolutePath());
        if (root != null) {
            return root.toString();
        }
        try {
            root = above(program.toRealPath());
        } catch (IOException e) {
            return "";
        }
        return root == null ? "" : root.toString();
    }

    private static Path above(Path program) {
        Path bin = program.getParent();
        Path root = bin == null ? null : bin.getParent();
        // A cross-compiled go lies one directory deeper, in bin/GOOS_GOARCH.
        for (int i = 0; i < 2 && root != null; i++) {
            if (Files.isDirectory(root.resolve("pkg").resolve("tool"))) {
                return root;
            }
            root = root.getParent();
        }
        return null;
    }
}
