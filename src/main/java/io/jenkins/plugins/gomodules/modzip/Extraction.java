package io.jenkins.plugins.gomodules.modzip;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a module's files with the modes that the go command gives them: files for reading only, by whomever the umask
 * lets, in directories with all permissions that the umask lets.
 *
 * <p>Through java.io where that can be, because a JVM that has just started writes small files with it in two thirds of the
 * time that FileChannels take.
 */
final class Extraction implements EntryReader.Sink {

    private final Path root;
    private final Map<String, File> made = new HashMap<>();
    private final List<File> directories = new ArrayList<>();
    private final Map<String, Path> unusualDirectories = new LinkedHashMap<>();
    private String lastParent = "";
    private File lastDirectory;
    private OutputStream out;

    /** @param root the module's directory, which exists and is empty */
    Extraction(Path root) {
        this.root = root;
        lastDirectory = root.toFile();
        made.put("", lastDirectory);
        directories.add(lastDirectory);
    }

    /**
     * Writes one file.
     *
     * @param name slash-separated, in the module, and by the rules of module zips
     */
    void write(String name, EntryReader reader, int entry, byte[] digests) throws IOException {
        if (UnusualNames.isUnusual(name)) {
            writeUnusual(name, reader, entry, digests);
            return;
        }
        int slash = name.lastIndexOf('/');
        File directory = directory(slash < 0 ? "" : name.substring(0, slash));
        File file = new File(directory, name.substring(slash + 1));
        if (file.exists()) {
            throw new IOException(
                    file + " is there already: this file system takes two of the module's file names for one");
        }
        out = new FileOutputStream(file);
        try {
            reader.read(entry, this, digests, entry * 32);
        } finally {
            out.close();
        }
        if (!file.setReadOnly()) {
            throw new IOException(file + " cannot be made read-only");
        }
    }

    @Override
    public void write(byte[] from, int start, int length) throws IOException {
        out.write(from, start, length);
    }

    private void writeUnusual(String name, EntryReader reader, int entry, byte[] digests) throws IOException {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            String parent = name.substring(0, slash);
            if (!UnusualNames.isUnusual(parent)) {
                make(parent);
            } else if (!unusualDirectories.containsKey(parent)) {
                unusualDirectories.put(parent, Files.createDirectory(UnusualNames.resolve(root, parent)));
            }
        }
        Path path = UnusualNames.resolve(root, name);
        out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            reader.read(entry, this, digests, entry * 32);
        } finally {
            out.close();
        }
        UnusualNames.makeReadOnly(path);
    }

    /** Takes the permission to write from all directories, children before parents. A best effort: some cannot do it. */
    void makeDirectoriesReadOnly() {
        List<Path> unusual = new ArrayList<>(unusualDirectories.values());
        for (int i = unusual.size() - 1; i >= 0; i--) {
            try {
                UnusualNames.makeReadOnly(unusual.get(i));
            } catch (IOException e) {
                continue; // as the go command does
            }
        }
        for (int i = directories.size() - 1; i >= 0; i--) {
            directories.get(i).setWritable(false, false);
        }
    }

    private File directory(String parent) throws IOException {
        if (!parent.equals(lastParent)) {
            lastDirectory = make(parent);
            lastParent = parent;
        }
        return lastDirectory;
    }

    /** Makes a directory and, from the top down, those above it that are not there yet. */
    private File make(String name) throws IOException {
        File directory = made.get(name);
        if (directory != null) {
            return directory;
        }
        int known = name.lastIndexOf('/');
        while (known > 0 && !made.containsKey(name.substring(0, known))) {
            known = name.lastIndexOf('/', known - 1);
        }
        directory = made.get(known < 0 ? "" : name.substring(0, known));
        int start = known + 1;
        while (start <= name.length()) {
            int slash = name.indexOf('/', start);
            int end = slash < 0 ? name.length() : slash;
            directory = new File(directory, name.substring(start, end));
            if (!directory.mkdir()) {
                Files.createDirectory(directory.toPath()); // says why it cannot be made
            }
            made.put(name.substring(0, end), directory);
            directories.add(directory);
            start = end + 1;
        }
        return directory;
    }
}
