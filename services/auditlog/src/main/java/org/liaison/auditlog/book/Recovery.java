package org.liaison.auditlog.book;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.auditlog.tree.Proofs;
import org.liaison.message.Bytes;

/// Rebuilds the right edge from what is kept, and refuses to go on with anything that is not what was signed.
final class Recovery {

    private Recovery() {}

    static Edge edge(Connection connection, String origin, Checkpoint head) throws SQLException {
        if (!head.origin().equals(origin))
            throw new LogUnwritable("This database keeps the audit log " + head.origin() + ", not " + origin
                    + ". Check the hub's database and log key.");
        Edge edge = Edge.of(head.size(), tilesAtEdge(connection, head.size()));
        Published tree = Published.of(head, Bytes.of(), new Edge.Growth(edge, List.of()), id -> unreachable(id));
        if (!Proofs.root(tree, head.size()).equals(head.root()))
            throw damaged("the tree of " + head.size() + " entries has another root than the one that was signed");
        return edge;
    }

    /// The newest checkpoint, which is the head's: both are written in one transaction. Only an
    /// empty log may lack it. A head that was set back would have us sign again what was signed
    /// before.
    static Optional<Bytes> note(Connection connection, Checkpoint head) throws SQLException {
        Optional<Bytes> newest = Heads.newestNote(connection);
        if (newest.isEmpty() && head.size() == 0) return newest;
        if (newest.isEmpty() || !newest.get().utf8().startsWith(head.noteText().utf8() + "\n"))
            throw damaged("its head is not the one of the newest checkpoint");
        return newest;
    }

    static void refuseDamaged(Row row, long expectedIndex) {
        if (row.index() != expectedIndex) throw damaged("entry " + expectedIndex + " is missing");
        if (!row.isWhole()) throw damaged("entry " + row.index() + " is not what was written");
    }

    /// The leaves since the last full tile, and at each level above the roots of the full tiles below that no
    /// full tile covers yet.
    private static List<Tile> tilesAtEdge(Connection connection, long size) throws SQLException {
        List<Tile> tiles = new ArrayList<>();
        Tile leaves = Tile.empty(0, size / Tile.WIDTH);
        long index = size / Tile.WIDTH * Tile.WIDTH;
        for (Row row : Rows.from(connection, index, (int) (size - index))) {
            refuseDamaged(row, index++);
            leaves.add(row.leafHash());
        }
        if (index != size) throw damaged("entry " + index + " is missing");
        tiles.add(leaves);
        for (int level = 1; size >> (Tile.HEIGHT * level) > 0; level++) {
            long count = size >> (Tile.HEIGHT * level);
            Tile tile = Tile.empty(level, count / Tile.WIDTH);
            for (long below = count / Tile.WIDTH * Tile.WIDTH; below < count; below++)
                tile.add(TileStore.select(connection, new TileId(level - 1, below))
                        .root());
            tiles.add(tile);
        }
        return tiles;
    }

    private static Tile unreachable(TileId id) {
        throw new IllegalStateException("the root of a tree follows from its edge, without " + id);
    }

    private static LogUnwritable damaged(String what) {
        return new LogUnwritable("The audit log in this database is damaged: " + what
                + ". Nothing more is written. Keep the database as it is and restore a backup beside it.");
    }
}
