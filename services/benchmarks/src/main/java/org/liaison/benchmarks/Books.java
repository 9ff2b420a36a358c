package org.liaison.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// A gateway's tables, read from outside and never written: cheaper for the gateway than asking it over REST, so that
/// watching changes little of what is watched. Not for several threads at once.
final class Books implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement waiting;

    private Books(Connection connection) throws SQLException {
        this.connection = connection;
        this.waiting = connection.prepareStatement("select id from outbox where statement is null");
    }

    static Books of(Program gateway) {
        Program.DatabaseFiles files =
                gateway.database().orElseThrow(() -> new BenchFailed(gateway.name() + " has no database of its own"));
        try {
            Connection connection = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + files.port() + "/postgres",
                    "liaison",
                    Files.readString(files.password()).strip());
            connection.setReadOnly(true);
            return new Books(connection);
        } catch (SQLException | IOException e) {
            throw new BenchFailed("the database of " + gateway.name() + " cannot be read", e);
        }
    }

    /// The process of the server that answers our questions.
    long serverProcess() {
        return count("select pg_backend_pid()");
    }

    /// Messages sent here whose recipient's evidence has not been verified and committed yet.
    Set<UUID> waiting() {
        try (ResultSet rows = waiting.executeQuery()) {
            Set<UUID> ids = new HashSet<>();
            while (rows.next()) ids.add(rows.getObject(1, UUID.class));
            return ids;
        } catch (SQLException e) {
            throw new BenchFailed("the outbox cannot be read", e);
        }
    }

    int sent() {
        return count("select count(*) from messages where direction = 'OUT'");
    }

    int received() {
        return count("select count(*) from messages where direction = 'IN'");
    }

    /// Handed over, as the sender has it from the recipient's verified evidence.
    int handedOver() {
        return count("select count(*) from passages join messages using (message_id, authority)"
                + " where direction = 'OUT' and state in ('HANDED_OVER', 'OPENED')");
    }

    /// Statements of handover beyond the first for one message: it was handed over twice.
    int statedTwice() {
        return count("select coalesce(sum(n - 1), 0) from (select count(*) as n from evidence join messages"
                + " using (message_id, authority) where direction = 'IN'"
                + " and evidence.event = 'CONTENT_HANDOVER'"
                + " group by message_id, authority) as each");
    }

    /// Evidence that came back and was kept, which it is only after its signature and its log proof were verified.
    int verified() {
        return count("select count(*) from evidence join messages using (message_id, authority)"
                + " where direction = 'OUT' and receipt is not null");
    }

    /// Arrivals that proved nothing.
    int setAside() {
        return count("select count(*) from set_aside");
    }

    private int count(String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new BenchFailed("the tables of a gateway cannot be counted", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new BenchFailed("a connection could not be closed", e);
        }
    }
}
