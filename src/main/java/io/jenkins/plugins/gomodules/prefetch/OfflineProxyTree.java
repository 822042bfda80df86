package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.modcache.ModCache;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.module.Semver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A directory laid out as a GOPROXY, with exactly what a build needs, for a container without network: {@code
 * GOPROXY=file:///deps,off}. Files are copied, not linked, so that whoever changes them does not change the module
 * cache.
 */
final class OfflineProxyTree {
    /** Tells a directory that may be replaced from one that somebody else made. */
    static final String MARKER = ".go-modules-offline-proxy";

    private static final Set<PosixFilePermission> READABLE_DIRECTORY = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> READABLE_FILE = PosixFilePermissions.fromString("rw-r--r--");

    private final ModCache cache;
    private final Set<ModuleVersion> zips = new TreeSet<>();
    private final Set<ModuleVersion> goMods = new TreeSet<>();

    OfflineProxyTree(ModCache cache) {
        this.cache = cache;
    }

    void add(ProjectModules modules) {
        zips.addAll(modules.zips());
        goMods.addAll(modules.goMods());
        goMods.addAll(modules.zips());
    }

    /**
     * Writes the tree beside its place and moves it there when it is complete; a tree from an earlier run is replaced.
     *
     * @throws IllegalArgumentException when something else is in its place
     * @throws IOException when it cannot be written
     */
    void write(Path directory) throws IOException {
        requireReplaceable(directory);
        Path parent = directory.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path unfinished = Files.createTempDirectory(parent, directory.getFileName() + ".unfinished-");
        try {
            fill(unfinished);
            if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
                ModCache.removeTree(directory);
            }
            Files.move(unfinished, directory);
        } finally {
            if (Files.exists(unfinished)) {
                ModCache.removeTree(unfinished);
            }
        }
    }

    private static void requireReplaceable(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> entries = Files.list(directory)) {
                if (Files.exists(directory.resolve(MARKER)) || entries.findAny().isEmpty()) {
                    return;
                }
            }
        }
        throw new IllegalArgumentException("offlineProxy: " + directory.toAbsolutePath()
                + " exists and was not laid out by a prefetch. Remove it or name another directory.");
    }

    private void fill(Path root) throws IOException {
        Map<String, List<String>> versions = new TreeMap<>();
        for (ModuleVersion module : goMods) {
            copy(cache.mod(module), root, module, ".mod");
            versions.computeIfAbsent(module.escapedPath(), path -> new ArrayList<>())
                    .add(module.version());
        }
        for (ModuleVersion module : zips) {
            copy(cache.info(module), root, module, ".info");
            copy(cache.zip(module), root, module, ".zip");
        }
        for (Map.Entry<String, List<String>> entry : versions.entrySet()) {
            entry.getValue().sort(Semver.ORDER);
            Files.write(
                    root.resolve(entry.getKey()).resolve("@v").resolve("list"),
                    (String.join("\n", entry.getValue()) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(root.resolve(MARKER), "Laid out by goModPrefetch; replaced by its next run.\n");
        makeReadable(root);
    }

    /** Whatever the umask: a container may run as another user. */
    private static void makeReadable(Path root) throws IOException {
        if (!Files.getFileStore(root).supportsFileAttributeView("posix")) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : (Iterable<Path>) tree::iterator) {
                Files.setPosixFilePermissions(path, Files.isDirectory(path) ? READABLE_DIRECTORY : READABLE_FILE);
            }
        }
    }

    private static void copy(Path from, Path root, ModuleVersion module, String suffix) throws IOException {
        Path directory = root.resolve(module.escapedPath()).resolve("@v");
        Files.createDirectories(directory);
        Files.copy(from, directory.resolve(module.escapedVersion() + suffix), StandardCopyOption.COPY_ATTRIBUTES);
    }
}
