package io.jenkins.plugins.gomodules.jenkins.steps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Looks for secrets in every file of a directory, and in their names. */
final class SecretSearch extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<String> secrets;
    private final List<String> found = new ArrayList<>();

    private SecretSearch(Path root, List<String> secrets) {
        this.root = root;
        this.secrets = secrets;
    }

    /** Which file shows which secret; empty if none does. */
    static List<String> in(Path root, List<String> secrets) throws IOException {
        SecretSearch search = new SecretSearch(root, secrets);
        Files.walkFileTree(root, search);
        return search.found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isRegularFile()) {
            try {
                look(file, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            } catch (NoSuchFileException e) {
                return FileVisitResult.CONTINUE; // Jenkins writes its files beside their place, and moves them
            }
        } else {
            look(file, "");
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        return e instanceof NoSuchFileException ? FileVisitResult.CONTINUE : super.visitFileFailed(file, e);
    }

    private void look(Path file, String content) {
        String name = root.relativize(file).toString();
        String text = name + "\n" + content;
        // The files of a build are XML mostly.
        String read = text + text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        for (String secret : secrets) {
            if (read.contains(secret)) {
                found.add(name + " shows a secret of " + secret.length() + " characters");
            }
        }
    }
}
