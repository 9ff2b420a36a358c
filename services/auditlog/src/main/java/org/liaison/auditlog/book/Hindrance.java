package org.liaison.auditlog.book;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.LongSupplier;

/// What would keep the log from being written, found out without writing it.
final class Hindrance {

    private static final int PATIENCE_SECONDS = 3;
    private static final String UNDEFINED = "42";
    private static final String QUESTION = """
            SELECT epoch, current_setting('transaction_read_only') = 'on', has_table_privilege('log_entry', 'INSERT'),
                   EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1
                           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                           AND classid = %d AND objid = %d)
            FROM log_head
            """.formatted(Heads.LOCK >>> 32, Heads.LOCK & 0xffff_ffffL);

    private Hindrance() {}

    /// `ours`: the epoch of our own sequencer. A newer one belongs to another program, and is in
    /// the way while that one holds the lock; after that our next attempt takes the log back.
    static Optional<String> find(Connection connection, LongSupplier ours) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            try (ResultSet row = statement.executeQuery(QUESTION)) {
                if (!row.next()) return Optional.of("The log has no head: its tables were emptied.");
                if (row.getBoolean(2)) return Optional.of("The database is read-only, so nothing can be recorded.");
                if (!row.getBoolean(3)) return Optional.of("The database user may not write into the log's table.");
                if (row.getBoolean(4) && row.getLong(1) > ours.getAsLong())
                    return Optional.of("Another program has taken the log over. Only one hub may write a log: stop the"
                            + " other, or this one.");
                return Optional.empty();
            }
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith(UNDEFINED))
                return Optional.of("The log's tables are not where they were, or may not be read.");
            throw e;
        } finally {
            connection.rollback();
        }
    }
}
