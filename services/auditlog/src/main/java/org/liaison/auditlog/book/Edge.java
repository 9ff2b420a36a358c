package org.liaison.auditlog.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.message.Digest;

/// The right edge of a tree: at each level the one tile that is not full yet. It is all that appending needs to
/// know of the past, at most 255 hashes a level. It does not change; growing makes another.
final class Edge {

    /// What growing yields: the new edge, and the tiles that became full on the way.
    record Growth(Edge edge, List<Tile> filled) {}

    private final long size;
    private final List<Tile> tiles;

    private Edge(long size, List<Tile> tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    static Edge empty() {
        return new Edge(0, List.of(Tile.empty(0, 0)));
    }

    /// An edge as it was kept: for each level, from the leaves upwards, the tile that is not full.
    static Edge of(long size, List<Tile> tiles) {
        return new Edge(size, List.copyOf(tiles));
    }

    Growth grow(List<Digest> leafHashes) {
        List<Tile> growing = new ArrayList<>();
        for (Tile tile : tiles) growing.add(tile.copy());
        List<Tile> filled = new ArrayList<>();
        for (Digest leafHash : leafHashes) add(growing, filled, 0, leafHash);
        return new Growth(new Edge(size + leafHashes.size(), List.copyOf(growing)), filled);
    }

    private static void add(List<Tile> growing, List<Tile> filled, int level, Digest hash) {
        if (level == growing.size()) growing.add(Tile.empty(level, 0));
        Tile tile = growing.get(level);
        tile.add(hash);
        if (!tile.isFull()) return;
        filled.add(tile);
        growing.set(level, Tile.empty(level, tile.id().index() + 1));
        add(growing, filled, level + 1, tile.root());
    }

    long size() {
        return size;
    }

    /// The tile of this id, if it is the one at the edge.
    Optional<Tile> tile(TileId id) {
        return id.level() < tiles.size() && tiles.get(id.level()).id().equals(id)
                ? Optional.of(tiles.get(id.level()))
                : Optional.empty();
    }
}
