package io.jenkins.plugins.gomodules.modfile;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A case in a file: several texts, each behind a line {@code -- name --}. What comes before the first says what the
 * case is about. {@code «CR»}, {@code «BOM»}, {@code «NUL»}, {@code «TAB»} and {@code «NBSP»} stand for characters
 * that editors would lose.
 */
record Archive(String name, Map<String, String> texts) {

    static Stream<Archive> in(String directory) {
        URL url = Archive.class.getResource(directory);
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            List<Path> sorted = files.sorted().toList();
            return sorted.stream().map(Archive::read);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(directory, e);
        }
    }

    private static Archive read(Path file) {
        try {
            Map<String, String> texts = new LinkedHashMap<>();
            StringBuilder text = new StringBuilder();
            for (String line : Files.readString(file).replace("\r\n", "\n").split("(?<=\n)")) {
                if (line.startsWith("-- ") && line.endsWith(" --\n")) {
                    text = new StringBuilder();
                    texts.put(line.substring(3, line.length() - 4), "");
                } else if (!texts.isEmpty()) {
                    text.append(unmasked(line));
                    texts.put(last(texts), text.toString());
                }
            }
            return new Archive(file.getFileName().toString(), texts);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String last(Map<String, String> texts) {
        return texts.keySet().stream().reduce((a, b) -> b).orElseThrow();
    }

    private static String unmasked(String line) {
        return line.replace("«CR»", "\r")
                .replace("«BOM»", "\ufeff")
                .replace("«NUL»", "\0")
                .replace("«TAB»", "\t")
                .replace("«NBSP»", "\u00a0")
                .replace("«EOF»\n", "");
    }

    boolean has(String text) {
        return texts.containsKey(text);
    }

    String text(String text) {
        if (!has(text)) {
            throw new AssertionError(name + " has no " + text);
        }
        return texts.get(text);
    }

    byte[] bytes(String text) {
        return text(text).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
