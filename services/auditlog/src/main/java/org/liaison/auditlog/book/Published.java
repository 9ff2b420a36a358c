package org.liaison.auditlog.book;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liaison.auditlog.tree.Nodes;
import org.liaison.auditlog.tree.Proofs;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.LogProof;
import org.liaison.message.Wire;

/// A published tree and its checkpoint: what receipts, tiles and proofs are made from. Readers hold one and are
/// not disturbed by what is appended meanwhile.
///
/// Its tiles are those at the edge, those that the last batch filled, and the full ones in the store.
record Published(Checkpoint head, Bytes note, Edge edge, Map<TileId, Tile> recent, Function<TileId, Tile> store)
        implements Nodes {

    static Published of(Checkpoint head, Bytes note, Edge.Growth growth, Function<TileId, Tile> store) {
        Map<TileId, Tile> recent =
                growth.filled().stream().collect(Collectors.toUnmodifiableMap(Tile::id, Function.identity()));
        return new Published(head, note, growth.edge(), recent, store);
    }

    Wire.Receipt receipt(Row row) {
        List<Digest> path = Proofs.inclusion(this, row.index(), head.size());
        return new Wire.Receipt(row.json(), new LogProof(row.index(), row.salt(), head.size(), path, note));
    }

    List<Digest> consistency(long from, long to) {
        if (to > head.size())
            throw new IllegalArgumentException("the log has " + head.size() + " entries, not yet " + to);
        return Proofs.consistency(this, from, to);
    }

    Optional<Bytes> tile(int level, long index, int width) {
        if (level < 0 || level > 6 || index < 0 || width < 1 || width > Tile.WIDTH) return Optional.empty();
        long hashes = head.size() >> (Tile.HEIGHT * level);
        if (index >= Long.MAX_VALUE / Tile.WIDTH || index * Tile.WIDTH + width > hashes) return Optional.empty();
        return Optional.of(find(new TileId(level, index)).bytes(width));
    }

    @Override
    public Digest at(int level, long index) {
        int k = level % Tile.HEIGHT;
        int below = Tile.HEIGHT - k;
        Tile tile = find(new TileId(level / Tile.HEIGHT, index >> below));
        return tile.at(k, (int) (index & ((1L << below) - 1)));
    }

    private Tile find(TileId id) {
        return edge.tile(id).or(() -> Optional.ofNullable(recent.get(id))).orElseGet(() -> store.apply(id));
    }
}
