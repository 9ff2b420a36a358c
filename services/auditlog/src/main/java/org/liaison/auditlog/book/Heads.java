package org.liaison.auditlog.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.liaison.auditlog.tree.Hashing;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;

/// The head of the log, with its fence, and the checkpoints published so far.
final class Heads {

    /// `epoch` counts the sequencers that this log has had.
    record Head(long epoch, Checkpoint checkpoint) {}

    /// Any number will do as long as all versions of this program use the same.
    static final long LOCK = 0x4c69_6169_736f_6e31L;

    private static final String TAKE_OVER = """
            INSERT INTO log_head (only_row, origin, epoch, tree_size, root) VALUES (true, ?, 1, 0, ?)
            ON CONFLICT (only_row) DO UPDATE SET epoch = log_head.epoch + 1
            RETURNING origin, epoch, tree_size, root
            """;
    private static final String COMPARE_AND_SET =
            "UPDATE log_head SET tree_size = ?, root = ? WHERE epoch = ? AND tree_size = ? AND root = ?";
    private static final String PUBLISH =
            "INSERT INTO log_checkpoint (tree_size, root, note, epoch, published_at) VALUES (?, ?, ?, ?, ?)";

    private Heads() {}

    /// Waits a little for a sequencer that was killed: its lock goes when the server notices.
    static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '10s'");
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
        }
    }

    static void unlock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
        }
    }

    static Head takeOver(Connection connection, String origin) throws SQLException {
        try (PreparedStatement takeOver = connection.prepareStatement(TAKE_OVER)) {
            takeOver.setString(1, origin);
            takeOver.setBytes(2, Hashing.emptyRoot().value().toArray());
            try (ResultSet row = takeOver.executeQuery()) {
                row.next();
                return new Head(
                        row.getLong(2),
                        new Checkpoint(row.getString(1), row.getLong(3), new Digest(Bytes.owned(row.getBytes(4)))));
            }
        }
    }

    /// False when another sequencer has taken over or moved the head.
    static boolean compareAndSet(Connection connection, Head expected, Checkpoint next) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(COMPARE_AND_SET)) {
            update.setLong(1, next.size());
            update.setBytes(2, next.root().value().toArray());
            update.setLong(3, expected.epoch());
            update.setLong(4, expected.checkpoint().size());
            update.setBytes(5, expected.checkpoint().root().value().toArray());
            return update.executeUpdate() == 1;
        }
    }

    static void publish(Connection connection, Head head, Bytes note, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PUBLISH)) {
            insert.setLong(1, head.checkpoint().size());
            insert.setBytes(2, head.checkpoint().root().value().toArray());
            insert.setBytes(3, note.toArray());
            insert.setLong(4, head.epoch());
            insert.setTimestamp(5, Timestamp.from(now));
            insert.executeUpdate();
        }
    }

    /// The note with the largest size of all that were published.
    static Optional<Bytes> newestNote(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT note FROM log_checkpoint ORDER BY tree_size DESC LIMIT 1")) {
            return row.next() ? Optional.of(Bytes.owned(row.getBytes(1))) : Optional.empty();
        }
    }

    static Optional<Bytes> note(Connection connection, long size) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT note FROM log_checkpoint WHERE tree_size = ?")) {
            select.setLong(1, size);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Bytes.owned(row.getBytes(1))) : Optional.empty();
            }
        }
    }
}
