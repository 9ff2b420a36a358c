package org.liaison.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.liaison.console.port.SnapshotShelf;
import org.liaison.directory.Directory;
import org.liaison.directory.Rulebook;
import org.liaison.directory.Snapshot;
import org.liaison.message.Bytes;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;

/// Keeps each directory and rulebook that was in force, so that one can say what changed. [#keep] is called
/// once in a while; it does nothing while nothing is new.
final class SnapshotArchive implements SnapshotShelf {

    private static final int MOST = 100;

    private final DataSource database;
    private final Supplier<Optional<Directory>> directory;
    private final Supplier<Optional<Rulebook>> rulebook;
    private final Duration grace;
    private final InstantSource clock;
    private final Map<Kind, Long> kept = new ConcurrentHashMap<>();

    SnapshotArchive(
            DataSource database,
            Supplier<Optional<Directory>> directory,
            Supplier<Optional<Rulebook>> rulebook,
            Duration grace,
            InstantSource clock) {
        this.database = database;
        this.directory = directory;
        this.rulebook = rulebook;
        this.grace = grace;
        this.clock = clock;
    }

    /// Cheap while nothing is new: the database is not asked.
    void keep() {
        directory
                .get()
                .ifPresent(
                        known -> keep(Kind.DIRECTORY, known, known.authorities().size()));
        rulebook.get()
                .ifPresent(known -> keep(Kind.RULEBOOK, known, known.rules().size()));
    }

    private void keep(Kind kind, Snapshot snapshot, int size) {
        if (Long.valueOf(snapshot.number()).equals(kept.get(kind))) return;
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into hub_snapshots (kind, number, since, content, issued, expires, size)"
                                + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")) {
            insert.setString(1, kind.name());
            insert.setLong(2, snapshot.number());
            insert.setTimestamp(3, Timestamp.from(clock.instant()));
            insert.setString(4, snapshot.toJson().utf8());
            insert.setTimestamp(5, Timestamp.from(snapshot.issued()));
            insert.setTimestamp(6, Timestamp.from(snapshot.expires()));
            insert.setInt(7, size);
            insert.executeUpdate();
            kept.put(kind, snapshot.number());
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public List<Version> all() {
        List<Version> versions = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement(
                        "select kind, number, since, issued, expires, size from hub_snapshots"
                                + " order by since desc, kind limit ?")) {
            question.setInt(1, MOST);
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) versions.add(version(rows));
            }
            return versions;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private Version version(ResultSet row) throws SQLException {
        Kind kind = Kind.valueOf(row.getString(1));
        long number = row.getLong(2);
        return new Version(
                kind,
                number,
                row.getTimestamp(4).toInstant(),
                row.getTimestamp(5).toInstant(),
                row.getTimestamp(3).toInstant(),
                standing(kind, number),
                row.getInt(6));
    }

    private Standing standing(Kind kind, long number) {
        Optional<? extends Snapshot> now = kind == Kind.DIRECTORY ? directory.get() : rulebook.get();
        return now.filter(known -> known.number() == number)
                .map(known -> switch (known.standing(clock.instant(), grace)) {
                    case org.liaison.directory.Standing.Current _ -> Standing.IN_FORCE;
                    case org.liaison.directory.Standing.InGrace _ -> Standing.IN_GRACE;
                    case org.liaison.directory.Standing.Expired _ -> Standing.EXPIRED;
                })
                .orElse(Standing.EARLIER);
    }

    @Override
    public Optional<List<Difference>> between(Kind kind, long from, long to) {
        Optional<JsonNode> before = content(kind, from);
        Optional<JsonNode> after = content(kind, to);
        return before.isPresent() && after.isPresent()
                ? Optional.of(SnapshotDifferences.between(before.get(), after.get()))
                : Optional.empty();
    }

    private Optional<JsonNode> content(Kind kind, long number) {
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement(
                        "select content from hub_snapshots where kind = ? and number = ?")) {
            question.setString(1, kind.name());
            question.setLong(2, number);
            try (ResultSet row = question.executeQuery()) {
                return row.next()
                        ? Optional.of(StrictJson.MAPPER.readTree(
                                Bytes.ofUtf8(row.getString(1)).toArray()))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static CountsUnreadable unreadable(SQLException cause) {
        return new CountsUnreadable("The directories and rulebooks that were in force cannot be read.", cause);
    }
}
