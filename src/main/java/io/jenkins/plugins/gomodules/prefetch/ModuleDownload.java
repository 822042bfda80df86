package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goproxy.Fetched;
import io.jenkins.plugins.gomodules.goproxy.FileSink;
import io.jenkins.plugins.gomodules.goproxy.MemorySink;
import io.jenkins.plugins.gomodules.goproxy.ModuleFile;
import io.jenkins.plugins.gomodules.goproxy.RevInfo;
import io.jenkins.plugins.gomodules.modcache.HashCheck;
import io.jenkins.plugins.gomodules.modcache.ModCache;
import io.jenkins.plugins.gomodules.modcache.ModCacheException;
import io.jenkins.plugins.gomodules.modcache.VersionLock;
import io.jenkins.plugins.gomodules.modcache.ZipDownload;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.modzip.InvalidModuleZipException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** Brings one module version into the cache: its zip, verified, its extracted tree and its .info file. */
final class ModuleDownload {
    /** The go command takes no larger zip. */
    private static final long MAX_ZIP_BYTES = 500L << 20;

    private static final long MAX_INFO_BYTES = 1L << 20;

    /** How often a zip is fetched anew when what arrived in pieces or unannounced length turns out to be spoilt. */
    private static final int SPOILT_TRIES = 2;

    private final Session session;
    private final Trust trust;
    private final ModuleVersion module;

    ModuleDownload(Session session, Trust trust, ModuleVersion module) {
        this.session = session;
        this.trust = trust;
        this.module = module;
    }

    /** Makes sure that the .info file is there. */
    void info() throws IOException, InterruptedException {
        if (session.cache().readInfo(module).isPresent()) {
            return;
        }
        MemorySink sink = new MemorySink(MAX_INFO_BYTES);
        Fetched fetched = session.origins().fetch(new ModuleFile(module, ModuleFile.Kind.INFO), sink);
        RevInfo info = RevInfo.parse(sink.toByteArray(), module, fetched.proxy());
        session.cache().writeInfo(module, info.toJson());
    }

    /** Makes sure that the zip is there, and the extracted tree where that is wanted. */
    void zip() throws IOException, InterruptedException {
        ModCache cache = session.cache();
        Expectation expected = trust.expect(module, Trust.Part.ZIP);
        if (acceptComplete(cache, expected)) {
            return;
        }
        try (VersionLock lock = cache.lockVersion(module)) {
            if (acceptComplete(cache, expected)) {
                return;
            }
            lock.cleanUp();
            if (!Files.exists(cache.zip(module)) || !reuse(lock, expected)) {
                fetch(lock, expected);
            }
        }
    }

    /** Takes what is there, if all of it is, the hash of the zip included: a crash may have left an empty file for it. */
    private boolean acceptComplete(ModCache cache, Expectation expected) throws IOException {
        // A zip that is passed on must be what its recorded hash says, so it is read once more.
        boolean passedOn = !session.options().offlineProxy().isEmpty();
        if (passedOn || !cache.hasZip(module) || session.options().extract() && !cache.isExtracted(module)) {
            return false;
        }
        Optional<String> hash = cache.storedHash(module);
        if (hash.isEmpty()) {
            return false;
        }
        expected.check(hash.get(), "the module cache");
        accept(Outcome.Origin.CACHE, "", expected);
        return true;
    }

    /** The zip is there, and is read once more. Returns false when it is broken, and removes it. */
    private boolean reuse(VersionLock lock, Expectation expected) throws IOException, InterruptedException {
        HashCheck check = hash -> expected.check(hash, "the module cache");
        session.processors().acquire();
        try {
            if (session.options().extract() && !session.cache().isExtracted(module)) {
                lock.extract(check);
            } else {
                lock.rehash(check);
            }
        } catch (ModCacheException e) {
            if (e.reason() != ModCacheException.Reason.CORRUPT) {
                throw e;
            }
            session.outcome().notice(e.getMessage() + " It is fetched again.");
            lock.discardZip();
            return false;
        } finally {
            session.processors().release();
        }
        accept(Outcome.Origin.CACHE, "", expected);
        return true;
    }

    private void fetch(VersionLock lock, Expectation expected) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try (ZipDownload download = lock.newZip()) {
                Fetched fetched;
                try (FileSink sink = new FileSink(download.path(), MAX_ZIP_BYTES)) {
                    fetched = session.origins().fetch(new ModuleFile(module, ModuleFile.Kind.ZIP), sink);
                }
                try {
                    if (commit(download, expected, fetched, tries)) {
                        accept(Outcome.Origin.NETWORK, fetched.proxy(), expected);
                        return;
                    }
                } catch (UntrustedException e) {
                    throw session.examiner()
                            .examine(
                                    new ModuleFile(module, ModuleFile.Kind.ZIP),
                                    e,
                                    fetched,
                                    out -> Files.copy(download.path(), out));
                }
            }
        }
    }

    /** Returns false when the bytes are spoilt in a way that the network may have done, and it is worth asking again. */
    private boolean commit(ZipDownload download, Expectation expected, Fetched fetched, int tries)
            throws IOException, InterruptedException {
        session.processors().acquire();
        try {
            download.commit(session.options().extract(), hash -> expected.check(hash, fetched.proxy()));
            return true;
        } catch (InvalidModuleZipException e) {
            if (tries >= SPOILT_TRIES) {
                throw new SpoiltZipException(e, fetched.proxy(), fetched.attempts() + tries - 1);
            }
            return false;
        } catch (UntrustedException e) {
            // A body that was put together from several answers may be at fault; one that came whole is what it is.
            if (tries >= SPOILT_TRIES || fetched.attempts() == 1) {
                throw e;
            }
            return false;
        } finally {
            session.processors().release();
        }
    }

    private void accept(Outcome.Origin origin, String proxy, Expectation expected) {
        session.outcome().arrived(module, origin, proxy, expected.by());
    }
}
