package io.jenkins.plugins.gomodules.modcache;

import io.jenkins.plugins.gomodules.modcache.ModCacheException.Reason;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.modzip.InvalidModuleZipException;
import io.jenkins.plugins.gomodules.modzip.ModuleZip;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private final Path zipHash;
    private final Path partial;
    private final Path directory;

    VersionLock(ModCache cache, ModuleVersion module, FileLocks.Held lock) {
        this.cache = cache;
        this.module = module;
        this.lock = lock;
        this.zip = cache.zip(module);
        this.zipHash = cache.zipHash(module);
        this.partial = cache.partial(module);
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
            removeTemporaryFiles();
            removeOldTrees();
            if (CacheFiles.exists(directory) && !isExtracted()) {
                removeTree();
            }
        } catch (IOException e) {
            throw explain(directory, e);
        }
    }

    private void removeTemporaryFiles() throws IOException {
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
                removeTemporaryFiles();
            }
            return new ZipDownload(this, CacheFiles.create(zip));
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
        boolean done = false;
        try (ModuleZip open = openCached()) {
            String hash = extract(open);
            Optional<String> stored = cache.storedHash(module);
            if (stored.isPresent() && !stored.get().equals(hash)) {
                throw corrupt("its content has the hash " + hash + ", it was stored with " + stored.get(), null);
            }
            check.verify(hash);
            if (stored.isEmpty()) {
                writeZipHash(hash);
            }
            finish(open);
            done = true;
        } catch (InvalidModuleZipException e) {
            throw corrupt(e.getMessage(), e);
        } finally {
            if (!done) {
                tryToRemoveTree();
            }
        }
    }

    /**
     * Stores the hash of the zip that is in the cache once more, after its .ziphash file was lost.
     *
     * @param check asked before the hash is stored
     * @return the hash
     * @throws ModCacheException with {@link Reason#CORRUPT} if the zip is broken
     */
    public String rehash(HashCheck check) throws IOException {
        String hash;
        try (ModuleZip open = openCached()) {
            hash = open.hash();
        } catch (InvalidModuleZipException e) {
            throw corrupt(e.getMessage(), e);
        }
        check.verify(hash);
        writeZipHash(hash);
        return hash;
    }

    /** Removes the zip and its hash, so that the module can be downloaded once more. */
    public void discardZip() throws IOException {
        try {
            Files.deleteIfExists(zip);
            Files.deleteIfExists(zipHash);
        } catch (IOException e) {
            throw explain(zip, e);
        }
    }

    private ModuleZip openCached() throws IOException {
        try {
            return ModuleZip.open(zip, module);
        } catch (IOException e) {
            throw explain(zip, e);
        }
    }

    private ModCacheException corrupt(String problem, IOException cause) {
        return new ModCacheException(
                Reason.CORRUPT, "module cache " + cache.root() + ": " + zip + " is broken: " + problem, cause);
    }

    /** Extracts a zip, under the mark that it is not done, which {@link #finish} removes. Returns its hash. */
    String extract(ModuleZip from) throws IOException {
        try {
            CacheFiles.createNew(partial);
            while (!Directories.makeNew(directory)) {
                Directories.remove(directory);
            }
            return from.extract(directory);
        } catch (IOException e) {
            throw explain(directory, e);
        }
    }

    /** Makes what was extracted count: last of all, since nobody looks at it again if the process dies after that. */
    void finish(ModuleZip extracted) throws IOException {
        if (!cache.writable()) {
            extracted.makeDirectoriesReadOnly();
        }
        try {
            Files.delete(partial);
        } catch (IOException e) {
            throw explain(partial, e);
        }
    }

    /** The mark goes last, and only when there is nothing left to mark. */
    private void removeTree() throws IOException {
        Directories.remove(directory);
        Files.deleteIfExists(partial);
    }

    /** Removes what was extracted, if it can be. If not it stays marked, and whoever comes next tries again. */
    void tryToRemoveTree() {
        try {
            removeTree();
        } catch (IOException e) {
            return; // something else has failed already, and that is what the caller is told
        }
    }

    void writeZipHash(String hash) throws IOException {
        try {
            CacheFiles.write(zipHash, hash.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw explain(zipHash, e);
        }
    }

    /** Gives the lock back. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
