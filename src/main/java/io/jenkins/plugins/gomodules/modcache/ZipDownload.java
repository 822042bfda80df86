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
    private boolean renamed;

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
        boolean done = false;
        try (ModuleZip zip = ModuleZip.open(file, lock.module())) {
            if (extracting) {
                lock.extract(zip, new Storing(check));
            } else {
                new Storing(check).verify(zip.hash());
            }
            CacheFiles.rename(file, lock.zip());
            renamed = true;
            if (extracting) {
                lock.finish(zip);
            }
            done = true;
        } catch (IOException e) {
            throw lock.explain(lock.zip(), e);
        } finally {
            if (!done && extracting) {
                lock.undoExtraction();
            }
        }
    }

    /** Stores a hash that has proved right, before there is a zip that it belongs to. */
    private final class Storing implements HashCheck {
        private final HashCheck check;

        Storing(HashCheck check) {
            this.check = check;
        }

        @Override
        public void verify(String hash) throws IOException {
            check.verify(hash);
            lock.writeZipHash(hash);
        }
    }

    @Override
    public void close() throws IOException {
        if (!renamed) {
            Files.deleteIfExists(file);
        }
    }
}
