package io.jenkins.plugins.gomodules.sumdb;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The heads that the database has signed, as far as they were seen: all must lie on one line, each the continuation of the
 * one before. The latest is remembered on disk, and only ever replaced by one that is proved to continue it.
 */
final class Timeline {
    private enum When {
        PAST,
        NOW,
        FUTURE
    }

    private record Signed(TreeHead head, byte[] note) {}

    private final NoteKey key;
    private final SumDbOps ops;
    private final Tiles tiles;
    private final String file;
    private final AtomicReference<Signed> latest = new AtomicReference<>(new Signed(TreeHead.EMPTY, new byte[0]));
    private volatile ForkException fork;

    Timeline(NoteKey key, SumDbOps ops, Tiles tiles) {
        this.key = key;
        this.ops = ops;
        this.tiles = tiles;
        this.file = key.name() + "/latest";
    }

    /** The latest head. */
    TreeHead latest() throws ForkException {
        requireNoFork();
        return latest.get().head;
    }

    /** What was proved before a fork showed is not believed either. */
    void requireNoFork() throws ForkException {
        if (fork != null) {
            throw new ForkException(fork.getMessage());
        }
    }

    /** Begins with the head that is remembered. To be called once, first. */
    void resume() throws IOException, InterruptedException {
        Optional<byte[]> stored = ops.readConfig(file);
        if (stored.isPresent()) {
            mergeRemembered(stored.get());
        }
    }

    /**
     * Takes a signed head: one that is older must lie on the line, one that is newer must continue it, and is remembered.
     *
     * @throws ForkException when it does not
     * @throws SumDbException when it is not signed
     */
    void merge(byte[] note) throws IOException, InterruptedException {
        requireNoFork();
        if (mergeInMemory(note) != When.FUTURE) {
            return;
        }
        while (true) {
            Optional<byte[]> stored = ops.readConfig(file);
            if (stored.isPresent() && mergeRemembered(stored.get()) != When.PAST) {
                // Another process was faster, and we have its head now.
                return;
            }
            if (ops.writeConfig(file, stored, latest.get().note)) {
                return;
            }
        }
    }

    private When mergeRemembered(byte[] stored) throws IOException, InterruptedException {
        try {
            return mergeInMemory(stored);
        } catch (ForkException e) {
            throw e;
        } catch (SumDbException e) {
            throw new SumDbException("the head of the log that is remembered in " + ops.placeOfConfig(file)
                    + " cannot be used: " + e.getMessage()
                    + ". If the file is damaged, or the key of the database was changed on purpose, remove it");
        }
    }

    private When mergeInMemory(byte[] note) throws IOException, InterruptedException {
        if (Arrays.equals(note, latest.get().note)) {
            return When.NOW;
        }
        TreeHead head = TreeHead.parse(SignedNote.open(note, key));
        Signed signed = new Signed(head, note);
        while (true) {
            Signed now = latest.get();
            if (head.size() <= now.head.size()) {
                check(signed, now);
                return head.size() < now.head.size() ? When.PAST : When.NOW;
            }
            check(now, signed);
            if (latest.compareAndSet(now, signed)) {
                return When.FUTURE;
            }
        }
    }

    /** Both are signed; does the newer begin with the older? */
    private void check(Signed older, Signed newer) throws IOException, InterruptedException {
        if (older.head.size() == 0 && older.note.length == 0) {
            return;
        }
        if (older.head.size() == newer.head.size()) {
            if (!older.head.hash().equals(newer.head.hash())) {
                throw forked(older, newer, newer.head.hash(), List.of());
            }
            return;
        }
        TreeHashes hashes = new TreeHashes(newer.head, tiles);
        Hash hash = hashes.ofTree(older.head.size());
        if (!hash.equals(older.head.hash())) {
            List<Hash> proof = older.head.size() == 0
                    ? List.of()
                    : ConsistencyProof.of(hashes, newer.head.size(), older.head.size());
            throw forked(older, newer, hash, proof);
        }
        hashes.save();
    }

    /** From now on nothing that this database says is believed. */
    private ForkException forked(Signed older, Signed newer, Hash hash, List<Hash> proof) {
        fork = ForkException.of(key.name(), older.note, newer.note, older.head.size(), hash, proof);
        return fork;
    }
}
