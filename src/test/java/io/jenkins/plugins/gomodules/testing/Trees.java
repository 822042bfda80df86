package io.jenkins.plugins.gomodules.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directory trees as module caches are: read-only. */
public final class Trees {

    private Trees() {}

    /** Makes every directory below writable, so that whoever owns the tree (a temporary directory) can delete it. */
    public static void makeDeletable(Path root) {
        for (Path path : list(root)) {
            File file = path.toFile();
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !file.canWrite()) {
                file.setWritable(true);
            }
        }
    }

    /** Deletes the tree, read-only parts too. Nothing happens if it is not there. */
    public static void delete(Path root) {
        makeDeletable(root);
        list(root).stream().sorted(Comparator.reverseOrder()).forEach(path -> {
            try {
                Files.delete(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** All paths of the tree, itself included; parents first. */
    public static List<Path> list(Path root) {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
