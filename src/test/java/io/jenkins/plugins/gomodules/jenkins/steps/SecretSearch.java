package io.jenkins.plugins.gomodules.jenkins.steps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for secrets in every file of a directory, and in their names. */
final class SecretSearch {
    private SecretSearch() {}

    /** Which file shows which secret; empty if none does. */
    static List<String> in(Path root, List<String> secrets) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.forEach(file -> found.addAll(in(file, root, secrets)));
        }
        return found;
    }

    private static List<String> in(Path file, Path root, List<String> secrets) {
        String text = root.relativize(file) + "\n" + content(file);
        // The files of a build are XML mostly.
        String content = text + text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return secrets.stream()
                .filter(content::contains)
                .map(secret -> root.relativize(file) + " shows a secret of " + secret.length() + " characters")
                .toList();
    }

    private static String content(Path file) {
        try {
            return Files.isRegularFile(file) ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "";
        } catch (NoSuchFileException e) {
            return ""; // something temporary
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
