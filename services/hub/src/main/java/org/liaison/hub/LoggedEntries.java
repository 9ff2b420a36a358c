package org.liaison.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.Evidence;
import org.liaison.message.Reading;
import org.liaison.message.Slip;
import org.liaison.seal.Unproven;

/// The entries of the log, read in portions for counting: a log may be long. What they hold was proved when
/// it was recorded, so nothing is proved again.
final class LoggedEntries {

    private static final int AT_ONCE = 500;
    static final String ENTRIES =
            "select entry from log_entry where event = any(?) and recorded_at >= ? order by index";

    private final DataSource database;

    LoggedEntries(DataSource database) {
        this.database = database;
    }

    /// In the order of the log. Reads the part of the log that is as new as `from`, and little
    /// more.
    void read(Set<Entry.Event> events, Instant from, Consumer<Entry> reader) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement question = connection.prepareStatement(ENTRIES)) {
                question.setFetchSize(AT_ONCE);
                question.setArray(
                        1,
                        connection.createArrayOf(
                                "text", events.stream().map(Enum::name).toArray()));
                question.setTimestamp(2, Timestamp.from(from));
                try (ResultSet rows = question.executeQuery()) {
                    while (rows.next())
                        if (Entry.read(Bytes.owned(rows.getBytes(1))) instanceof Reading.Clear<Entry>(Entry entry))
                            reader.accept(entry);
                }
            }
            connection.rollback();
        } catch (SQLException e) {
            throw new CountsUnreadable("The log cannot be read for counting.", e);
        }
    }

    /// An entry and its place in the log.
    record Numbered(long index, Entry entry) {}

    /// From one place in the log to before another, of what is as new as `from`, at most so many.
    List<Numbered> read(Set<Entry.Event> events, long first, long end, Instant from, int most) {
        List<Numbered> entries = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement question =
                        connection.prepareStatement("select index, entry from log_entry where event = any(?)"
                                + " and index >= ? and index < ? and recorded_at >= ? order by index limit ?")) {
            question.setArray(
                    1,
                    connection.createArrayOf(
                            "text", events.stream().map(Enum::name).toArray()));
            question.setLong(2, first);
            question.setLong(3, end);
            question.setTimestamp(4, Timestamp.from(from));
            question.setInt(5, most);
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next())
                    if (Entry.read(Bytes.owned(rows.getBytes(2))) instanceof Reading.Clear<Entry>(Entry entry))
                        entries.add(new Numbered(rows.getLong(1), entry));
            }
            return entries;
        } catch (SQLException e) {
            throw new CountsUnreadable("The log cannot be read for counting.", e);
        }
    }

    /// The last entries, oldest first.
    List<Entry> newest(int many) {
        List<Entry> newest = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement(
                        "select entry from log_entry where index >= (select max(index) from log_entry) - ? order by index")) {
            question.setInt(1, many);
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next())
                    if (Entry.read(Bytes.owned(rows.getBytes(1))) instanceof Reading.Clear<Entry>(Entry entry))
                        newest.add(entry);
            }
            return newest;
        } catch (SQLException e) {
            throw new CountsUnreadable("The log cannot be read.", e);
        }
    }

    static Optional<Slip> slip(Entry entry) {
        return entry.slip()
                .flatMap(Unproven::content)
                .flatMap(json -> Slip.read(json) instanceof Reading.Clear<Slip>(Slip slip)
                        ? Optional.of(slip)
                        : Optional.empty());
    }

    static Optional<Evidence> evidence(Entry entry) {
        return entry.evidence()
                .flatMap(Unproven::content)
                .flatMap(json -> Evidence.read(json) instanceof Reading.Clear<Evidence>(Evidence evidence)
                        ? Optional.of(evidence)
                        : Optional.empty());
    }
}
