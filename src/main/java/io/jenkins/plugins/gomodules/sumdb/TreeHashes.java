package io.jenkins.plugins.gomodules.sumdb;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hashes of subtrees of the tree that a head describes, each proved to be in it: the tiles at the right edge of the tree must
 * give the hash of the head, and every other tile the hash that the tile above it has in its place.
 */
final class TreeHashes {
    private final TreeHead head;
    private final Tiles tiles;
    private final List<Subtree> edge;
    private final Set<Tile> edgeTiles = new LinkedHashSet<>();
    private final Map<Tile, byte[]> proved = new LinkedHashMap<>();

    TreeHashes(TreeHead head, Tiles tiles) {
        this.head = head;
        this.tiles = tiles;
        this.edge = Subtree.cover(0, head.size());
        edge.forEach(subtree -> edgeTiles.add(Tile.of(subtree, head.size())));
    }

    /** The hash that the tree had when it had so many records. */
    Hash ofTree(long size) throws IOException, InterruptedException {
        return ofRange(0, size);
    }

    /** The hash over the records of a range that {@link Subtree#cover} can cover. */
    Hash ofRange(long from, long to) throws IOException, InterruptedException {
        return Subtree.join(read(Subtree.cover(from, to)));
    }

    /** The hash that the tree has for a record. */
    Hash ofRecord(long id) throws IOException, InterruptedException {
        return read(List.of(Subtree.ofRecord(id))).get(0);
    }

    /** @throws SumDbException when the tiles are not those of the tree */
    private List<Hash> read(List<Subtree> subtrees) throws IOException, InterruptedException {
        if (subtrees.isEmpty()) {
            return List.of();
        }
        List<Tile> wanted = plan(subtrees);
        Map<Tile, byte[]> data = load(wanted);
        if (!isProved(wanted, data)) {
            // What is on disk may have been spoilt there.
            if (tiles.distrustCached(wanted)) {
                data = load(wanted);
            }
            if (!isProved(wanted, data)) {
                throw new SumDbException(
                        "the tiles of the log do not give the hash of the signed head of " + head.size() + " records");
            }
        }
        proved.putAll(data);
        List<Hash> hashes = new ArrayList<>(subtrees.size());
        for (Subtree subtree : subtrees) {
            hashes.add(hash(subtree, data));
        }
        return hashes;
    }

    /** The tiles that are needed: those at the edge, and others behind the ones above them. */
    private List<Tile> plan(List<Subtree> subtrees) {
        Set<Tile> wanted = new LinkedHashSet<>(edgeTiles);
        for (Subtree subtree : subtrees) {
            Deque<Tile> path = new ArrayDeque<>();
            for (Tile tile = Tile.of(subtree, head.size()); !wanted.contains(tile); tile = tile.parent(head.size())) {
                path.push(tile);
            }
            wanted.addAll(path);
        }
        return new ArrayList<>(wanted);
    }

    private Map<Tile, byte[]> load(List<Tile> wanted) throws IOException, InterruptedException {
        List<byte[]> read = tiles.read(wanted);
        Map<Tile, byte[]> data = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            data.put(wanted.get(i), read.get(i));
        }
        return data;
    }

    private boolean isProved(List<Tile> wanted, Map<Tile, byte[]> data) {
        List<Hash> ofEdge = new ArrayList<>(edge.size());
        for (Subtree subtree : edge) {
            ofEdge.add(hash(subtree, data));
        }
        if (!Subtree.join(ofEdge).equals(head.hash())) {
            return false;
        }
        for (Tile tile : wanted.subList(edgeTiles.size(), wanted.size())) {
            Tile parent = tile.parent(head.size());
            if (!parent.hash(data.get(parent), tile.subtree()).equals(Hash.above(data.get(tile), 0, Tile.FULL))) {
                return false;
            }
        }
        return true;
    }

    private Hash hash(Subtree subtree, Map<Tile, byte[]> data) {
        Tile tile = Tile.of(subtree, head.size());
        return tile.hash(data.get(tile), subtree);
    }

    /** Caches the tiles that have been read here. To be called when the head is known to be a good one. */
    void save() {
        tiles.save(new ArrayList<>(proved.keySet()), new ArrayList<>(proved.values()));
    }
}
