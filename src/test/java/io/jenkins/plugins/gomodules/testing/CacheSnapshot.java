package io.jenkins.plugins.gomodules.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What a module cache holds: every path with its kind, mode and content. */
public final class CacheSnapshot {

    /**
     * @param kind "file", "directory" or "other"
     * @param mode permissions as {@code ls} shows them; "" where the file system has none
     * @param sha256 of a file's content; "" for a directory
     */
    public record Entry(String kind, String mode, String sha256) {}

    private final SortedMap<String, Entry> entries;

    private CacheSnapshot(SortedMap<String, Entry> entries) {
        this.entries = entries;
    }

    /**
     * Reads a cache. Left out is what says nothing about modules: the lock of the whole cache, what the checksum
     * database left, and what may differ between two runs of the go command itself. An absent cache is empty.
     */
    public static CacheSnapshot of(Path cache) throws IOException {
        SortedMap<String, Entry> entries = new TreeMap<>();
        for (Path path : Trees.list(cache)) {
            String name = cache.relativize(path).toString().replace('\\', '/');
            if (!name.isEmpty() && !mayDiffer(name)) {
                entries.put(name, entry(path));
            }
        }
        return new CacheSnapshot(entries);
    }

    private static boolean mayDiffer(String name) {
        return name.equals("cache/lock")
                || name.equals("cache/download/sumdb")
                || name.startsWith("cache/download/sumdb/")
                || name.equals("cache/vcs")
                || name.startsWith("cache/vcs/");
    }

    private static Entry entry(Path path) throws IOException {
        String mode = path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))
                : "";
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return new Entry("directory", mode, "");
        }
        boolean regular = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
        return new Entry(regular ? "file" : "other", mode, regular ? Hashes.sha256(Files.readAllBytes(path)) : "");
    }

    /** Paths relative to the cache, with slashes. */
    public Map<String, Entry> entries() {
        return entries;
    }

    /** The names for which the condition holds. */
    public List<String> names(Predicate<String> condition) {
        return entries.keySet().stream().filter(condition).toList();
    }

    /** The same without those paths. */
    public CacheSnapshot without(Predicate<String> condition) {
        SortedMap<String, Entry> rest = new TreeMap<>(entries);
        rest.keySet().removeIf(condition);
        return new CacheSnapshot(rest);
    }

    /** One line for each path that is not the same in both; empty if the caches are equal. */
    public List<String> differencesFrom(CacheSnapshot expected) {
        TreeSet<String> names = new TreeSet<>(entries.keySet());
        names.addAll(expected.entries.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            Entry here = entries.get(name);
            Entry there = expected.entries.get(name);
            if (there == null) {
                differences.add("unexpected " + name + " " + here);
            } else if (here == null) {
                differences.add("missing " + name + " " + there);
            } else if (!here.equals(there)) {
                differences.add("differs " + name + ": " + here + " instead of " + there);
            }
        }
        return differences;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CacheSnapshot && entries.equals(((CacheSnapshot) other).entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
