package io.jenkins.plugins.gomodules.modcache;

import io.jenkins.plugins.gomodules.modcache.ModCacheException.Reason;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.modzip.InvalidModuleZipException;
import io.jenkins.plugins.gomodules.modzip.ModuleZip;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The right to change what the cache has of one module version, until it is closed. For one thread at a time.
 *
 * <p>Whatever is done under it leaves the cache as readers may find it whenever the process dies; the next holder of the
 * lock clears up.
 */
public final class VersionLock implements Closeable {

    private final ModCache cache;
    private final ModuleVersion module;
    private final FileLocks.Held lock;
    private final Path zip;
    private final Path directory;

    VersionLock(ModCache cache, ModuleVersion module, FileLocks.Held lock) {
        this.cache = cache;
        this.module = module;
        this.lock = lock;
        this.zip = cache.zip(module);
        this.directory = cache.extractedDir(module);
    }

    ModuleVersion module() {
        return module;
    }

    Path zip() {
        return zip;
    }

    boolean isExtracted() {
        return cache.isExtracted(module);
    }

    IOException explain(Path file, IOException e) {
        return ModCacheException.explain(cache.root(), file, e);
    }

    /**
     * Clears what a process that died has left: zips that were not complete, trees that were not extracted to the end.
     * Everything else here does so as far as it must; nothing is there to clear if the lock file is a new one.
     */
    public void cleanUp() throws IOException {
        if (lock.created()) {
            return;
        }
        try {
            removeTemporaryZips();
            removeOldTrees();
            if (Files.exists(directory) && !isExtracted()) {
                Directories.remove(directory);
                Files.deleteIfExists(cache.partial(module));
            }
        } catch (IOException e) {
            throw explain(directory, e);
        }
    }

    private void removeTemporaryZips() throws IOException {
        String name = zip.getFileName().toString();
        String[] names = zip.getParent().toFile().list();
        for (String other : names == null ? new String[0] : names) {
            if (other.startsWith(name) && other.endsWith(".tmp")) {
                Files.deleteIfExists(zip.resolveSibling(other));
            }
        }
    }

    /** Go commands before 1.16 extracted to {@code <directory>.tmp-<digits>}. */
    private void removeOldTrees() throws IOException {
        String prefix = directory.getFileName().toString().concat(".tmp-");
        String[] names = directory.getParent().toFile().list();
        for (String other : names == null ? new String[0] : names) {
            if (other.startsWith(prefix)) {
                Directories.remove(directory.resolveSibling(other));
            }
        }
    }

    /** A new file beside the zip's place, to download into. Left-overs of former downloads are removed. */
    public ZipDownload newZip() throws IOException {
        try {
            if (!lock.created()) {
                removeTemporaryZips();
            }
            while (true) {
                Path file = CacheFiles.temporaryName(zip);
                File plain = file.toFile();
                if (plain.createNewFile()) {
                    return new ZipDownload(this, file);
                }
            }
        } catch (IOException e) {
            throw explain(zip, e);
        }
    }

    /**
     * Extracts the zip that is in the cache, and verifies it on the way: against the hash that was stored with it, and by
     * the caller's check. If that fails there is no directory, but still the zip; {@link #discardZip} makes room for a
     * new one.
     *
     * @throws ModCacheException with {@link Reason#CORRUPT} if the zip is not what it was when it was stored
     */
    public void extract(HashCheck check) throws IOException {
        try (ModuleZip open = openCached()) {
            extract(open, hash -> {
                Optional<String> stored = cache.storedHash(module);
                if (stored.isPresent() && !stored.get().equals(hash)) {
                    throw corrupt("its hash is " + hash + ", it was stored with " + stored.get(), null);
                }
                check.verify(hash);
                if (stored.isEmpty()) {
                    writeZipHash(hash);
                }
            });
            finish(open);
        } catch (InvalidModuleZipException e) {
            throw corrupt(e.getMessage(), e);
        }
    }

    /**
     * Stores the hash of the zip that is in the cache once more, after its .ziphash file was lost.
     *
     * @return the hash
     * @throws ModCacheException with {@link Reason#CORRUPT} if the zip is broken
     */
    public String rehash(HashCheck check) throws IOException {
        try (ModuleZip open = openCached()) {
            String hash = open.hash();
            check.verify(hash);
            writeZipHash(hash);
            return hash;
        } catch (InvalidModuleZipException e) {
            throw corrupt(e.getMessage(), e);
        }
    }

    /** Removes the zip and its hash, so that the module can be downloaded once more. */
    public void discardZip() throws IOException {
        try {
            Files.deleteIfExists(zip);
            Files.deleteIfExists(cache.zipHash(module));
        } catch (IOException e) {
            throw explain(zip, e);
        }
    }

    private ModuleZip openCached() throws IOException {
        try {
            return ModuleZip.open(zip, module);
        } catch (InvalidModuleZipException e) {
            throw corrupt(e.getMessage(), e);
        } catch (IOException e) {
            throw explain(zip, e);
        }
    }

    private ModCacheException corrupt(String problem, IOException cause) {
        return new ModCacheException(
                Reason.CORRUPT, "module cache " + cache.root() + ": " + zip + " is broken: " + problem, cause);
    }

    /**
     * Extracts a zip to the module's directory and has its hash checked. The {@code .partial} file stays; {@link #finish}
     * removes it.
     */
    void extract(ModuleZip from, HashCheck check) throws IOException {
        Path partial = cache.partial(module);
        boolean done = false;
        try {
            makeEmptyDirectory(partial);
            check.verify(from.extract(directory));
            done = true;
        } catch (IOException e) {
            throw explain(directory, e);
        } finally {
            if (!done) {
                removePartial(partial);
            }
        }
    }

    private void makeEmptyDirectory(Path partial) throws IOException {
        // An empty file under whatever mode the umask lets; one that is there already stays.
        File plain = partial.toFile();
        plain.createNewFile();
        while (true) {
            try {
                Files.createDirectory(directory);
                return;
            } catch (NoSuchFileException e) {
                Directories.make(directory.getParent());
            } catch (FileAlreadyExistsException e) {
                Directories.remove(directory);
            }
        }
    }

    /** The marker goes last, and only if there is nothing left to mark. */
    void removePartial(Path partial) throws IOException {
        Directories.remove(directory);
        Files.deleteIfExists(partial);
    }

    void undoExtraction() throws IOException {
        removePartial(cache.partial(module));
    }

    /** Makes the extracted directory count. */
    void finish(ModuleZip extracted) throws IOException {
        Path partial = cache.partial(module);
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            throw explain(partial, e);
        }
        if (!cache.writable()) {
            List<Path> directories = extracted.extractedDirectories();
            Directories.makeReadOnly(directories);
        }
    }

    void writeZipHash(String hash) throws IOException {
        Path file = cache.zipHash(module);
        try {
            CacheFiles.write(file, hash.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw explain(file, e);
        }
    }

    void removeZipHash() throws IOException {
        Files.deleteIfExists(cache.zipHash(module));
    }

    /** Gives the lock back. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
