package io.jenkins.plugins.gomodules.verify;

import io.jenkins.plugins.gomodules.modcache.ModCache;
import io.jenkins.plugins.gomodules.modfile.GoSum;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.modzip.FileDigests;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Checks what the cache has of one module version. Zip and tree are read by different threads, perhaps; then {@link
 * #conclude} is called.
 */
final class ModuleCheck {
    /** What it came to. */
    enum Result {
        /** There is nothing to check. */
        ABSENT,
        /** All that is there is what go.sum lists. */
        VERIFIED,
        /** All that is there is what was stored, go.sum does not list it, and the checksum database has it like this. */
        IN_DATABASE,
        /** All that is there is what was stored; go.sum does not list it. */
        RECORDED,
        /** There are findings. */
        WRONG
    }

    private final ModCache cache;
    private final GoSum goSum;
    private final ModuleVersion module;
    private final Path zipFile;
    private final Path directory;
    private volatile Look zip = Look.NOTHING;
    private volatile Look tree = Look.NOTHING;

    ModuleCheck(ModCache cache, GoSum goSum, ModuleVersion module) {
        this.cache = cache;
        this.goSum = goSum;
        this.module = module;
        this.zipFile = cache.zip(module);
        this.directory = cache.extractedDir(module);
    }

    ModuleVersion module() {
        return module;
    }

    /** Length of the zip in bytes, which tells how long the check is going to take; 0 if it is not there. */
    long size() {
        return zipFile.toFile().length();
    }

    void lookAtZip() throws InterruptedIOException {
        zip = lookAtZip(false);
    }

    void lookAtTree() throws InterruptedIOException {
        tree = lookAtTree(false);
    }

    private Look lookAtZip(boolean keep) throws InterruptedIOException {
        return Files.exists(zipFile) ? Look.at(() -> FileDigests.ofZip(zipFile, module), keep) : Look.NOTHING;
    }

    /** A tree that is not complete, by the marks that the go command leaves, is not used by it but extracted anew. */
    private Look lookAtTree(boolean keep) throws InterruptedIOException {
        return cache.isExtracted(module) ? Look.at(() -> FileDigests.ofTree(directory, module), keep) : Look.NOTHING;
    }

    /** What is there of the zip. */
    Look zip() {
        return zip;
    }

    /** What is there of the extracted module. */
    Look tree() {
        return tree;
    }

    /** The hash of what is there, all of which is alike if the check came to {@link Result#RECORDED}. */
    String hash() {
        return zip.there() ? zip.hash() : tree.hash();
    }

    /**
     * Judges. What is not right is read once more, to compare it by file; what is right by then, because another process
     * was just at work on it, is right.
     */
    Result conclude(Findings to) throws IOException {
        if (!zip.there() && !tree.there()) {
            return Result.ABSENT;
        }
        Optional<String> stored = cache.storedHash(module);
        if (isRight(zip, stored) && isRight(tree, stored) && isRecordRight(stored)) {
            return isListed() ? Result.VERIFIED : Result.RECORDED;
        }
        zip = lookAtZip(true);
        tree = lookAtTree(true);
        int before = to.count();
        judge(cache.storedHash(module), to);
        dropDigests();
        if (to.count() > before) {
            return Result.WRONG;
        }
        return !zip.there() && !tree.there() ? Result.ABSENT : isListed() ? Result.VERIFIED : Result.RECORDED;
    }

    /** A finding that is not this check's own. */
    Finding finding(String cause, String message) {
        return new Finding(
                module.path(),
                module.version(),
                zip.there() ? Part.ZIP : Part.TREE,
                cause,
                message,
                (zip.there() ? zipFile : directory).toString(),
                "",
                hash(),
                FileChanges.UNKNOWN);
    }

    private boolean isListed() {
        return goSum.zipHashes(module).stream().anyMatch(hash -> hash.startsWith("h1:"));
    }

    /** Whether a zip or tree is what it should be; one that is not there is. */
    private boolean isRight(Look look, Optional<String> stored) {
        return !look.there() || look.isReadable() && isRight(look.hash(), stored);
    }

    private boolean isRight(String hash, Optional<String> stored) {
        return switch (goSum.checkZip(module, hash)) {
            case VERIFIED -> true;
            case MISMATCH -> false;
            case MISSING -> stored.isEmpty() || stored.get().equals(hash);
        };
    }

    private boolean isRecordRight(Optional<String> stored) {
        return stored.isPresent() && isRight(stored.get(), stored);
    }

    private void judge(Optional<String> stored, Findings to) {
        if (!zip.there() && !tree.there()) {
            return;
        }
        String right = isListed() ? String.join(" and ", goSum.zipHashes(module)) : stored.orElse("");
        Sentences sentences = new Sentences(module, zipFile, directory, right, isListed());
        boolean zipRight = isRight(zip, stored);
        boolean treeRight = isRight(tree, stored);
        if (stored.isEmpty()) {
            to.add(sentences.recordMissing(cache.zipHash(module), zip, zipRight));
        } else if (!isRecordRight(stored)) {
            boolean together = hasHash(zip, stored.get()) && hasHash(tree, stored.get());
            if (together) {
                to.add(sentences.otherThanListed(zip.there(), stored.get()));
                return;
            }
            if (zip.there() && zipRight || tree.there() && treeRight) {
                to.add(sentences.recordWrong(cache.zipHash(module), stored.get()));
            }
        }
        if (!zipRight) {
            to.add(
                    zip.isReadable()
                            ? sentences.zipChanged(zip.hash(), changes(tree, zip), tree.there() && treeRight)
                            : sentences.zipBroken(zip.problem()));
        }
        if (!treeRight) {
            to.add(
                    tree.isReadable()
                            ? sentences.treeChanged(tree, changes(zip, tree), zip.there() && zipRight)
                            : sentences.treeUnreadable(tree.problem()));
        }
    }

    private static boolean hasHash(Look look, String hash) {
        return !look.there() || look.hash().equals(hash);
    }

    private static FileChanges changes(Look reference, Look now) {
        return reference.digests() == null || now.digests() == null
                ? FileChanges.UNKNOWN
                : FileChanges.between(reference.digests(), now.digests());
    }

    private void dropDigests() {
        zip = new Look(zip.there(), zip.hash(), zip.problem(), zip.files(), zip.bytes(), zip.remarks(), null);
        tree = new Look(tree.there(), tree.hash(), tree.problem(), tree.files(), tree.bytes(), tree.remarks(), null);
    }
}
