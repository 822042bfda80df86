package io.jenkins.plugins.gomodules.jenkins.failures;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which builds wait for their analysis, one small file each, so that no end of Jenkins loses one and none costs more than
 * that. A file's name is made from what is in it, so no build waits twice.
 */
final class WaitingBuilds {
    /** More than an id of a build can have. */
    private static final int MAX_BYTES = 16 * 1024;

    private static final int NAME = 32;
    private static final String NAMES = "[0-9a-f]*";

    private final Path directory;

    WaitingBuilds(Path directory) {
        this.directory = directory;
    }

    /** @return the name by which it is known here */
    String add(String id) throws IOException {
        Files.createDirectories(directory);
        String name = name(id);
        Files.writeString(directory.resolve(name), id);
        return name;
    }

    void remove(String name) throws IOException {
        Files.deleteIfExists(directory.resolve(name));
    }

    /** What is known by that name; nothing if it waits no more. */
    Optional<String> id(String name) throws IOException {
        try {
            Path file = directory.resolve(name);
            return Files.size(file) > MAX_BYTES ? Optional.empty() : Optional.of(Files.readString(file));
        } catch (NoSuchFileException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The names of some of them, in no order. */
    List<String> names(int most) throws IOException {
        return names(most, name -> true);
    }

    /** The names of some of those that are wanted. */
    List<String> names(int most, Predicate<String> wanted) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, NAMES)) {
            for (Path file : files) {
                if (names.size() == most) {
                    break;
                }
                String name = file.getName(file.getNameCount() - 1).toString();
                if (wanted.test(name)) {
                    names.add(name);
                }
            }
        } catch (NoSuchFileException e) {
            return names;
        }
        return names;
    }

    private static String name(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, NAME);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
