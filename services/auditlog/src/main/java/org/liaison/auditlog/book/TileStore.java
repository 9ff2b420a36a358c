package org.liaison.auditlog.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.liaison.message.Bytes;

/// The full tiles. They never change, so the ones used last are kept at hand.
final class TileStore {

    private static final int AT_HAND = 64;
    private static final String INSERT = "INSERT INTO log_tile (level, index, hashes) VALUES (?, ?, ?)";
    private static final String SELECT = "SELECT hashes FROM log_tile WHERE level = ? AND index = ?";

    private final DataSource source;
    private final Map<TileId, Tile> atHand = new LinkedHashMap<>(AT_HAND, 0.75f, true);

    TileStore(DataSource source) {
        this.source = source;
    }

    static void insert(Connection connection, List<Tile> tiles) throws SQLException {
        if (tiles.isEmpty()) return;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Tile tile : tiles) {
                insert.setInt(1, tile.id().level());
                insert.setLong(2, tile.id().index());
                insert.setBytes(3, tile.bytes(Tile.WIDTH).toArray());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static Tile select(Connection connection, TileId id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setInt(1, id.level());
            select.setLong(2, id.index());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) throw new SQLException("the log lacks its " + id);
                return Tile.ofBytes(id, Bytes.owned(row.getBytes(1)));
            }
        }
    }

    Tile full(TileId id) {
        synchronized (atHand) {
            Tile known = atHand.get(id);
            if (known != null) return known;
        }
        Tile read;
        try (Connection connection = source.getConnection()) {
            read = select(connection, id);
        } catch (SQLException e) {
            throw new LogUnreadable("The audit log cannot be read now: " + e.getMessage() + ". Check the database.", e);
        }
        synchronized (atHand) {
            atHand.put(id, read);
            if (atHand.size() > AT_HAND)
                atHand.remove(atHand.keySet().iterator().next());
        }
        return read;
    }
}
