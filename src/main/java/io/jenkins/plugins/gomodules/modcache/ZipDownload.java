package io.jenkins.plugins.gomodules.modcache;

import io.jenkins.plugins.gomodules.modzip.InvalidModuleZipException;
import io.jenkins.plugins.gomodules.modzip.ModuleZip;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A zip on its way into the cache. Closed without having been committed it leaves nothing. */
public final class ZipDownload implements Closeable {

    private final VersionLock lock;
    private final Path file;
    private boolean committed;

    ZipDownload(VersionLock lock, Path file) {
        this.lock = lock;
        this.file = file;
    }

    /** The file to write the zip to; it exists and is empty, and may be truncated for another attempt. */
    public Path path() {
        return file;
    }

    /**
     * Takes the zip into the cache once it is written and closed: checks the rules, hashes and, if wanted, extracts it in
     * one go, has the hash verified, and only then makes it part of the cache. If any of that fails, nothing of the module
     * stays but this file, which {@link #close} removes.
     *
     * @param extract whether to extract the module, if it is not extracted already
     * @throws InvalidModuleZipException if the zip is not one that the go command would take
     */
    public void commit(boolean extract, HashCheck check) throws IOException {
        boolean extracting = extract && !lock.isExtracted();
        boolean storing = false;
        try (ModuleZip zip = open()) {
            String hash = extracting ? lock.extract(zip) : hash(zip);
            check.verify(hash);
            storing = true;
            lock.writeZipHash(hash);
            rename();
            if (extracting) {
                lock.finish(zip);
            }
            committed = true;
        } finally {
            if (!committed) {
                undo(extracting, storing);
            }
        }
    }

    private ModuleZip open() throws IOException {
        try {
            return ModuleZip.open(file, lock.module());
        } catch (IOException e) {
            throw lock.explain(file, e);
        }
    }

    private String hash(ModuleZip zip) throws IOException {
        try {
            return zip.hash();
        } catch (IOException e) {
            throw lock.explain(file, e);
        }
    }

    private void rename() throws IOException {
        try {
            CacheFiles.rename(file, lock.zip());
        } catch (IOException e) {
            throw lock.explain(lock.zip(), e);
        }
    }

    private void undo(boolean extracting, boolean storing) {
        if (extracting) {
            lock.tryToRemoveTree();
        }
        if (storing) {
            try {
                lock.discardZip();
            } catch (IOException e) {
                return; // what has failed before is what the caller is told
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (!committed) {
            Files.deleteIfExists(file);
        }
    }
}
