package io.jenkins.plugins.gomodules.modcache;

import io.jenkins.plugins.gomodules.module.InvalidModuleException;
import io.jenkins.plugins.gomodules.module.ModulePath;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A module cache directory: where everything is, what is there, and how it gets there.
 *
 * <p>Safe for use by several threads, and by other processes at the same time. Methods that take a module throw {@link
 * InvalidModuleException} if its path or version could not be a file name, or its version is not canonical.
 *
 * @see <a href="https://go.dev/ref/mod#module-cache">Go Modules Reference: module cache</a>
 */
public final class ModCache {

    /** How go.mod files began that the first go commands made up and cached; they are ignored. */
    private static final byte[] OLD_VGO = "//vgo 0.0.".getBytes(StandardCharsets.UTF_8);

    private final Path root;
    private final boolean writable;

    /**
     * @param root absolute path of the cache's directory, which need not exist yet
     * @param writable whether extracted directories stay writable ({@code -modcacherw})
     */
    public ModCache(Path root, boolean writable) {
        if (!root.isAbsolute()) {
            throw new IllegalArgumentException("the module cache's path must be absolute: " + root);
        }
        this.root = root;
        this.writable = writable;
    }

    /**
     * Loads what file locks need, which takes a moment in a JVM that has just started. To be called in the background while
     * something else is waited for; everything works without it.
     */
    public static void warmUp() {
        FileLocks.warmUp();
    }

    /** Sentences about file locks that do not work as they should here; empty as a rule. To be read when all is done. */
    public static List<String> lockNotices() {
        return FileLocks.notices();
    }

    /** Whether no module has ever been downloaded to it. */
    public boolean isEmpty() {
        return !Files.exists(root.resolve("cache").resolve("download"));
    }

    /** The cache's directory, GOMODCACHE. */
    public Path root() {
        return root;
    }

    boolean writable() {
        return writable;
    }

    /** {@code .info}: version and time as JSON. */
    public Path info(ModuleVersion module) {
        return file(module, ".info");
    }

    /** {@code .mod}: the go.mod file. */
    public Path mod(ModuleVersion module) {
        return file(module, ".mod");
    }

    public Path zip(ModuleVersion module) {
        return file(module, ".zip");
    }

    /** {@code .ziphash}: the zip's h1 hash. */
    public Path zipHash(ModuleVersion module) {
        return file(module, ".ziphash");
    }

    /** {@code .lock}: what the go command locks while it downloads or extracts. */
    public Path lock(ModuleVersion module) {
        return file(module, ".lock");
    }

    /** {@code .partial}: there while the module is being extracted. */
    public Path partial(ModuleVersion module) {
        return file(module, ".partial");
    }

    /** {@code list}: the cached versions of a module. */
    public Path list(String modulePath) {
        return directory(ModulePath.escape(modulePath)).resolve("list");
    }

    /** Where the module's files are. */
    public Path extractedDir(ModuleVersion module) {
        return root.resolve(module.escapedPath().concat("@").concat(escapedVersion(module)));
    }

    private Path directory(String escapedPath) {
        return root.resolve("cache/download/".concat(escapedPath).concat("/@v"));
    }

    private Path file(ModuleVersion module, String suffix) {
        return root.resolve("cache/download/"
                .concat(module.escapedPath())
                .concat("/@v/")
                .concat(escapedVersion(module))
                .concat(suffix));
    }

    private static String escapedVersion(ModuleVersion module) {
        String version = module.version();
        if (version.isEmpty() || !ModuleVersion.canonicalVersion(version).equals(version)) {
            throw new InvalidModuleException("module " + module + ": not a canonical version such as v1.2.3");
        }
        return module.escapedVersion();
    }

    /** The .info file. One that a crash has emptied, or filled with NUL bytes, counts as absent. */
    public Optional<byte[]> readInfo(ModuleVersion module) throws IOException {
        return read(info(module));
    }

    /** The .mod file. One that a crash has spoilt counts as absent, as does one made up by a go command before 1.11. */
    public Optional<byte[]> readMod(ModuleVersion module) throws IOException {
        Optional<byte[]> content = read(mod(module));
        return content.isPresent() && startsWith(content.get(), OLD_VGO) ? Optional.empty() : content;
    }

    private Optional<byte[]> read(Path file) throws IOException {
        try {
            return CacheFiles.read(file);
        } catch (IOException e) {
            throw ModCacheException.explain(root, file, e);
        }
    }

    private static boolean startsWith(byte[] content, byte[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i == content.length || content[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** Writes the .info file at once. */
    public void writeInfo(ModuleVersion module, byte[] content) throws IOException {
        write(info(module), content);
    }

    /**
     * Writes the .mod file at once, then lists its version.
     *
     * @throws InterruptedException if the thread is interrupted while another process has the list locked; the .mod file
     *     is there by then
     */
    public void writeMod(ModuleVersion module, byte[] content) throws IOException, InterruptedException {
        Path file = mod(module);
        write(file, content);
        Path directory = file.getParent();
        try {
            VersionList.rewrite(directory);
        } catch (IOException e) {
            throw ModCacheException.explain(root, directory.resolve("list"), e);
        }
    }

    private void write(Path file, byte[] content) throws IOException {
        try {
            CacheFiles.write(file, content);
        } catch (IOException e) {
            throw ModCacheException.explain(root, file, e);
        }
    }

    /** Whether the zip is there and known to be complete: its hash is there as well. */
    public boolean hasZip(ModuleVersion module) {
        return CacheFiles.exists(zipHash(module)) && CacheFiles.exists(zip(module));
    }

    /** The zip's hash as it was when the zip came into the cache; nothing if it is missing or spoilt by a crash. */
    public Optional<String> storedHash(ModuleVersion module) throws IOException {
        Optional<byte[]> content = read(zipHash(module));
        if (content.isEmpty()) {
            return Optional.empty();
        }
        String hash = new String(content.get(), StandardCharsets.ISO_8859_1).trim();
        return hash.length() == 47 && hash.startsWith("h1:") ? Optional.of(hash) : Optional.empty();
    }

    /** Whether the module's directory is there and complete. */
    public boolean isExtracted(ModuleVersion module) {
        return extractedDir(module).toFile().isDirectory()
                && !CacheFiles.exists(partial(module))
                && (module.path().equals("golang.org/fips140") || CacheFiles.exists(zipHash(module)));
    }

    /**
     * Takes the module version's lock, which every go command takes before it downloads or extracts the module. Waits
     * for whoever has it; ask again afterwards what is there.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public VersionLock lockVersion(ModuleVersion module) throws IOException, InterruptedException {
        Path file = lock(module);
        try {
            return new VersionLock(this, module, FileLocks.exclusive(file));
        } catch (IOException e) {
            throw ModCacheException.explain(root, file, e);
        }
    }

    /**
     * Removes a directory of the cache with all that is in it, read-only or not; the cache's root, too. What is not there
     * is no error.
     */
    public static void removeTree(Path tree) throws IOException {
        Directories.remove(tree);
    }
}
