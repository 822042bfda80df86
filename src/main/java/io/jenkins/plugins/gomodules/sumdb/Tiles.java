package io.jenkins.plugins.gomodules.sumdb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * The tiles of one database: from memory, from the cache on disk or from the database, each fetched once however many want
 * it. What comes from here is not proved to be right; what is handed back to {@link #save} has been.
 */
final class Tiles {
    /** Tiles in memory, 8 KiB each. All others are on disk by then, or have failed. */
    private static final int MOST_IN_MEMORY = 512;

    private final String database;
    private final SumDbOps ops;
    private final Executor executor;
    private final Once<Tile, byte[]> loads = new Once<>(MOST_IN_MEMORY);
    /** Those whose hashes are on disk as they are in memory. */
    private final Set<Tile> cached = ConcurrentHashMap.newKeySet();
    /** Those that are not to be taken from disk. */
    private final Set<Tile> distrusted = ConcurrentHashMap.newKeySet();

    /** @param executor where tiles are fetched besides the thread that wants them; it may drop what it is given */
    Tiles(String database, SumDbOps ops, Executor executor) {
        this.database = database;
        this.ops = ops;
        this.executor = executor;
    }

    /** Reads them all at the same time. */
    List<byte[]> read(List<Tile> tiles) throws IOException, InterruptedException {
        List<FutureTask<byte[]>> tasks = new ArrayList<>(tiles.size());
        for (Tile tile : tiles) {
            tasks.add(loads.task(tile, () -> load(tile)));
        }
        for (int i = 1; i < tasks.size(); i++) {
            if (!tasks.get(i).isDone()) {
                executor.execute(tasks.get(i));
            }
        }
        List<byte[]> data = new ArrayList<>(tiles.size());
        for (FutureTask<byte[]> task : tasks) {
            data.add(Once.result(task));
        }
        return data;
    }

    private byte[] load(Tile tile) throws IOException, InterruptedException {
        byte[] data = fromCache(tile);
        if (data == null && !tile.isFull()) {
            byte[] full = fromCache(tile.full());
            data = full == null ? null : Arrays.copyOf(full, tile.length());
        }
        if (data != null) {
            cached.add(tile);
            return data;
        }
        return fromDatabase(tile);
    }

    /** One that a crash has cut counts as absent. */
    private byte[] fromCache(Tile tile) {
        if (distrusted.contains(tile)) {
            return null;
        }
        Optional<byte[]> data = ops.readCache(fileOf(tile));
        return data.isPresent() && data.get().length == tile.length() ? data.get() : null;
    }

    private byte[] fromDatabase(Tile tile) throws IOException, InterruptedException {
        try {
            return remote(tile);
        } catch (NotFoundException e) {
            if (!tile.isFull()) {
                // The log has grown since, and only the full tile is kept.
                return Arrays.copyOf(fromDatabase(tile.full()), tile.length());
            }
            throw new SumDbException("a part of the log is not to be had: " + e.getMessage());
        }
    }

    private byte[] remote(Tile tile) throws IOException, InterruptedException {
        byte[] data = ops.readRemote(tile.path(), tile.length());
        if (data.length != tile.length()) {
            throw new SumDbException(
                    "the answer for " + tile.path() + " has " + data.length + " bytes instead of " + tile.length());
        }
        return data;
    }

    /**
     * Some of these tiles are wrong. Those that came from the cache on disk are read from the database next time.
     *
     * @return whether there are such, so that reading again may help
     */
    boolean distrustCached(List<Tile> tiles) {
        boolean any = false;
        for (Tile tile : tiles) {
            if (cached.remove(tile)) {
                distrusted.add(tile);
                distrusted.add(tile.full());
                loads.forget(tile);
            }
            any |= distrusted.contains(tile);
        }
        return any;
    }

    /** Caches tiles that have been proved right, those that came from there excepted. */
    void save(List<Tile> tiles, List<byte[]> data) {
        for (int i = 0; i < tiles.size(); i++) {
            if (cached.add(tiles.get(i))) {
                ops.writeCache(fileOf(tiles.get(i)), data.get(i));
            }
        }
    }

    private String fileOf(Tile tile) {
        return database + "/" + tile.path();
    }
}
