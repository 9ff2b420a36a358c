package org.liaison.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    void keep() {
        directory.get().ifPresent(known -> keep(Kind.DIRECTORY, known));
        rulebook.get().ifPresent(known -> keep(Kind.RULEBOOK, known));
    }

    private void keep(Kind kind, Snapshot snapshot) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into hub_snapshots (kind, number, since, content) values (?, ?, ?, ?)"
                                + " on conflict do nothing")) {
            insert.setString(1, kind.name());
            insert.setLong(2, snapshot.number());
            insert.setTimestamp(3, Timestamp.from(clock.instant()));
            insert.setString(4, snapshot.toJson().utf8());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public List<Version> all() {
        keep();
        List<Version> versions = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement(
                        "select kind, number, since, content from hub_snapshots order by since desc, kind limit ?")) {
            question.setInt(1, MOST);
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next())
                    versions.add(version(
                            Kind.valueOf(rows.getString(1)),
                            rows.getLong(2),
                            rows.getTimestamp(3).toInstant(),
                            StrictJson.MAPPER.readTree(rows.getString(4))));
            }
            return versions;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private Version version(Kind kind, long number, Instant since, JsonNode json) {
        Optional<? extends Snapshot> now = kind == Kind.DIRECTORY ? directory.get() : rulebook.get();
        Standing standing = now.filter(known -> known.number() == number)
                .map(known -> switch (known.standing(clock.instant(), grace)) {
                    case org.liaison.directory.Standing.Current _ -> Standing.IN_FORCE;
                    case org.liaison.directory.Standing.InGrace _ -> Standing.IN_GRACE;
                    case org.liaison.directory.Standing.Expired _ -> Standing.EXPIRED;
                })
                .orElse(Standing.EARLIER);
        int size = json.path(kind == Kind.DIRECTORY ? "authorities" : "rules").size();
        return new Version(
                kind,
                number,
                Instant.parse(json.path("issued").asString("")),
                Instant.parse(json.path("expires").asString("")),
                since,
                standing,
                size);
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
