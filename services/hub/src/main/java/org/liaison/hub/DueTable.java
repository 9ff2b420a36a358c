package org.liaison.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.liaison.console.port.Deadlines.Count;
import org.liaison.console.port.Deadlines.Missed;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Entry;
import org.liaison.message.Slip;

/// Who waits for an answer until when, kept from the slips in the log. The log is read once: from where it was read
/// last.
final class DueTable {

    private static final int AT_ONCE = 2_000;

    private static final String ANSWER = "update hub_due set answered = ? where case_id = ? and answered is null"
            + " and recipient = ? and sender = any(?) and sent <= ?";
    private static final String EXPECT =
            "insert into hub_due (message, case_id, kind, sender, recipient, corridor, sent,"
                    + " due, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
    private static final String COUNTS = """
            select corridor,
                count(*) filter (where answered is null and due >= ?),
                count(*) filter (where answered <= due),
                count(*) filter (where answered > due),
                count(*) filter (where answered is null and due < ?)
            from hub_due where recorded_at >= ? group by corridor order by corridor
            """;
    private static final String MISSED = "select message, case_id, kind, sender, recipient, due from hub_due"
            + " where recorded_at >= ? and answered is null and due < ? order by due, message limit ?";

    private final DataSource database;
    private final LoggedEntries log;

    DueTable(DataSource database, LoggedEntries log) {
        this.database = database;
        this.log = log;
    }

    /// Reads what the log has grown by, of what is as new as `from`, and forgets what is older. In portions, each of
    /// which is kept together with how far it came.
    void catchUp(Instant from) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                while (!portion(connection, from)) connection.commit();
                forget(connection, from);
                connection.commit();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /// Whether it was the last.
    private boolean portion(Connection connection, Instant from) throws SQLException {
        long next = number(connection, "select next from hub_due_read for update");
        long size = number(connection, "select coalesce(max(index) + 1, 0) from log_entry");
        if (size < next) {
            update(connection, "delete from hub_due");
            next = 0;
        }
        if (next == size) return true;
        List<LoggedEntries.Numbered> entries =
                log.read(Set.of(Entry.Event.SUBMISSION_ACCEPTANCE), next, size, from, AT_ONCE);
        try (PreparedStatement answer = connection.prepareStatement(ANSWER);
                PreparedStatement expect = connection.prepareStatement(EXPECT)) {
            for (LoggedEntries.Numbered one : entries) {
                Slip slip = LoggedEntries.slip(one.entry()).orElse(null);
                if (slip != null) follow(answer, expect, slip, one.entry().recordedAt());
            }
        }
        boolean last = entries.size() < AT_ONCE;
        update(
                connection,
                "update hub_due_read set next = "
                        + (last ? size : entries.getLast().index() + 1));
        return last;
    }

    private static void follow(PreparedStatement answer, PreparedStatement expect, Slip slip, Instant recordedAt)
            throws SQLException {
        answer.setTimestamp(1, Timestamp.from(recordedAt));
        answer.setString(2, slip.caseId().toString());
        answer.setString(3, slip.from().toString());
        answer.setArray(
                4,
                answer.getConnection()
                        .createArrayOf(
                                "text",
                                slip.to().stream().map(AuthorityCode::toString).toArray()));
        answer.setTimestamp(5, Timestamp.from(slip.created()));
        answer.executeUpdate();
        Instant due = slip.due().filter(at -> at.isAfter(slip.created())).orElse(null);
        if (due == null) return;
        for (AuthorityCode by : slip.to()) {
            expect.setObject(1, slip.id().value());
            expect.setString(2, slip.caseId().toString());
            expect.setString(3, slip.kind().code());
            expect.setString(4, slip.from().toString());
            expect.setString(5, by.toString());
            expect.setString(6, slip.from().country() + "-" + by.country());
            expect.setTimestamp(7, Timestamp.from(slip.created()));
            expect.setTimestamp(8, Timestamp.from(due));
            expect.setTimestamp(9, Timestamp.from(recordedAt));
            expect.executeUpdate();
        }
    }

    private static void forget(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from hub_due where recorded_at < ?")) {
            delete.setTimestamp(1, Timestamp.from(before));
            delete.executeUpdate();
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(sql);
                ResultSet row = question.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void update(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    /// By corridor: who waits, then who must answer.
    List<Count> counts(Instant from, Instant now) {
        List<Count> counts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement(COUNTS)) {
            question.setTimestamp(1, Timestamp.from(now));
            question.setTimestamp(2, Timestamp.from(now));
            question.setTimestamp(3, Timestamp.from(from));
            try (ResultSet row = question.executeQuery()) {
                while (row.next())
                    counts.add(new Count(
                            row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
            }
            return counts;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /// The longest missed first.
    List<Missed> missed(Instant from, Instant now, int most) {
        List<Missed> missed = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement(MISSED)) {
            question.setTimestamp(1, Timestamp.from(from));
            question.setTimestamp(2, Timestamp.from(now));
            question.setInt(3, most);
            try (ResultSet row = question.executeQuery()) {
                while (row.next())
                    missed.add(new Missed(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getTimestamp(6).toInstant()));
            }
            return missed;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static CountsUnreadable unreadable(SQLException cause) {
        return new CountsUnreadable("What is due cannot be read.", cause);
    }
}
