package org.liaison.auditlog.book;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.liaison.auditlog.tree.Hashing;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;

/// Up to 256 neighbouring hashes of one level of tiles (C2SP tlog-tiles, height 8), with every complete subtree
/// over them.
///
/// `rows.get(k)` holds the subtrees over `2^k` hashes of the tile. A tile is filled by [Edge] alone and does
/// not change after that.
final class Tile {

    static final int HEIGHT = 8;
    static final int WIDTH = 1 << HEIGHT;

    private final TileId id;
    private final List<List<Digest>> rows;

    private Tile(TileId id, List<List<Digest>> rows) {
        this.id = id;
        this.rows = rows;
    }

    static Tile empty(int level, long index) {
        List<List<Digest>> rows = new ArrayList<>(HEIGHT + 1);
        for (int k = 0; k <= HEIGHT; k++) rows.add(new ArrayList<>());
        return new Tile(new TileId(level, index), rows);
    }

    /// Reads the hashes of a tile and computes the subtrees over them.
    static Tile ofBytes(TileId id, Bytes hashes) {
        Tile tile = empty(id.level(), id.index());
        for (int start = 0; start < hashes.size(); start += 32) tile.add(new Digest(hashes.slice(start, start + 32)));
        return tile;
    }

    Tile copy() {
        List<List<Digest>> copies = new ArrayList<>(HEIGHT + 1);
        for (List<Digest> row : rows) copies.add(new ArrayList<>(row));
        return new Tile(id, copies);
    }

    void add(Digest hash) {
        Digest completed = hash;
        for (int k = 0; k <= HEIGHT; k++) {
            List<Digest> row = rows.get(k);
            row.add(completed);
            if (row.size() % 2 == 1) return;
            completed = Hashing.node(row.get(row.size() - 2), row.getLast());
        }
        throw new IllegalStateException("tile " + id + " is full");
    }

    TileId id() {
        return id;
    }

    int width() {
        return rows.getFirst().size();
    }

    boolean isFull() {
        return width() == WIDTH;
    }

    /// The hash over all 256, which is one hash of the tile above.
    Digest root() {
        return at(HEIGHT, 0);
    }

    Digest at(int k, int offset) {
        return rows.get(k).get(offset);
    }

    Bytes bytes(int width) {
        ByteBuffer out = ByteBuffer.allocate(32 * width);
        for (Digest hash : rows.getFirst().subList(0, width))
            out.put(hash.value().buffer());
        return Bytes.owned(out.array());
    }
}
