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
        if (acceptComplete(cache)) {
            return;
        }
        if (!cache.hasZip(module)) {
            trust.requireVouched(module, Trust.Part.ZIP);
        }
        try (VersionLock lock = cache.lockVersion(module)) {
            if (acceptComplete(cache)) {
                return;
            }
            lock.cleanUp();
            if (!Files.exists(cache.zip(module)) || !reuse(lock)) {
                fetch(lock);
            }
        }
    }

    /** Takes what is there, if all of it is, the hash of the zip included: a crash may have left an empty file for it. */
    private boolean acceptComplete(ModCache cache) throws IOException {
        // A zip that is passed on must be what its recorded hash says, so it is read once more.
        boolean passedOn = !session.options().offlineProxy().isEmpty();
        if (passedOn || !cache.hasZip(module) || session.options().extract() && !cache.isExtracted(module)) {
            return false;
        }
        Optional<String> hash = cache.storedHash(module);
        if (hash.isEmpty()) {
            return false;
        }
        accept(Outcome.Origin.CACHE, "", trust.check(module, Trust.Part.ZIP, hash.get(), "the module cache"));
        return true;
    }

    /** The zip is there, and is read once more. Returns false when it is broken, and removes it. */
    private boolean reuse(VersionLock lock) throws IOException, InterruptedException {
        Verifier verifier = new Verifier("the module cache");
        session.processors().acquire();
        try {
            if (session.options().extract() && !session.cache().isExtracted(module)) {
                lock.extract(verifier);
            } else {
                lock.rehash(verifier);
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
        accept(Outcome.Origin.CACHE, "", verifier.verdict);
        return true;
    }

    private void fetch(VersionLock lock) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try (ZipDownload download = lock.newZip()) {
                Fetched fetched;
                try (FileSink sink = new FileSink(download.path(), MAX_ZIP_BYTES)) {
                    fetched = session.origins().fetch(new ModuleFile(module, ModuleFile.Kind.ZIP), sink);
                }
                Verifier verifier = new Verifier(fetched.proxy());
                if (commit(download, verifier, fetched, tries)) {
                    accept(Outcome.Origin.NETWORK, fetched.proxy(), verifier.verdict);
                    return;
                }
            }
        }
    }

    /** Returns false when the bytes are spoilt in a way that the network may have done, and it is worth asking again. */
    private boolean commit(ZipDownload download, Verifier verifier, Fetched fetched, int tries)
            throws IOException, InterruptedException {
        session.processors().acquire();
        try {
            download.commit(session.options().extract(), verifier);
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

    private void accept(Outcome.Origin origin, String proxy, Trust.Verdict verdict) {
        session.outcome().arrived(module, origin, proxy, verdict);
    }

    /** Remembers what the check came to. */
    private final class Verifier implements HashCheck {
        private final String from;
        private Trust.Verdict verdict = Trust.Verdict.UNCHECKED;

        Verifier(String from) {
            this.from = from;
        }

        @Override
        public void verify(String h1) throws IOException {
            verdict = trust.check(module, Trust.Part.ZIP, h1, from);
        }
    }
}
