package org.liaison.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.liaison.console.port.Corridor;
import org.liaison.hub.UnderWay.Waiting;
import org.liaison.message.Priority;

/// What waited to be handed over, minute by minute; older than two days, the most of each hour.
final class BacklogTable {

    private static final Duration MINUTES_KEPT = Duration.ofDays(2);

    private static final String KEEP = "insert into hub_backlog as known (minute, corridor, lane, waiting)"
            + " values (?, ?, ?, ?) on conflict (minute, corridor, lane)"
            + " do update set waiting = greatest(known.waiting, excluded.waiting)";
    private static final String ROLL_UP = """
            insert into hub_backlog_hours as known (hour, corridor, lane, waiting)
            select date_bin('1 hour', minute, 'epoch'), corridor, lane, max(waiting) from hub_backlog
            where minute >= coalesce((select max(hour) from hub_backlog_hours), '-infinity') group by 1, 2, 3
            on conflict (hour, corridor, lane) do update set waiting = greatest(known.waiting, excluded.waiting)
            """;
    /// Of each way the most within a step, then all ways together.
    private static final String MOST = """
            select step, sum(most) from (
                select date_bin(?::interval, minute, ?) as step, corridor, lane, max(waiting) as most from hub_backlog
                where minute >= ? and (?::text is null or corridor = ?) and (?::text is null or lane = ?)
                group by 1, 2, 3) as ways group by 1
            """;
    private static final Duration HOUR = Duration.ofHours(1);

    private final DataSource database;

    BacklogTable(DataSource database) {
        this.database = database;
    }

    void keep(Instant minute, Map<UnderWay.Way, Waiting> waiting) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(KEEP)) {
            for (Map.Entry<UnderWay.Way, Waiting> one : waiting.entrySet()) {
                insert.setTimestamp(1, Timestamp.from(minute));
                insert.setString(2, one.getKey().corridor().toString());
                insert.setString(3, one.getKey().lane().name());
                insert.setLong(4, one.getValue().messages());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// Makes hours of what came since the last one, and forgets what is too old.
    void tidy(Instant now) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement rollUp = connection.prepareStatement(ROLL_UP)) {
                rollUp.executeUpdate();
            }
            forget(connection, "delete from hub_backlog where minute < ?", now.minus(MINUTES_KEPT));
            forget(connection, "delete from hub_backlog_hours where hour < ?", now.minus(TrafficTable.KEPT));
        }
    }

    private static void forget(Connection connection, String sql, Instant before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setTimestamp(1, Timestamp.from(before));
            delete.executeUpdate();
        }
    }

    /// By the beginning of its step; a step in which nobody looked is absent.
    Map<Instant, Long> most(Instant from, Duration step, Optional<Corridor> corridor, Optional<Priority> lane)
            throws SQLException {
        String table = step.compareTo(HOUR) > 0 ? "hub_backlog_coarse" : "hub_backlog";
        Map<Instant, Long> most = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement(MOST.replace("hub_backlog", table))) {
            question.setQueryTimeout(TrafficTable.PATIENCE_SECONDS);
            question.setString(1, step.toSeconds() + " seconds");
            question.setTimestamp(2, Timestamp.from(from));
            question.setTimestamp(3, Timestamp.from(from));
            String way = corridor.map(Corridor::toString).orElse(null);
            question.setString(4, way);
            question.setString(5, way);
            String which = lane.map(Priority::name).orElse(null);
            question.setString(6, which);
            question.setString(7, which);
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) most.put(rows.getTimestamp(1).toInstant(), rows.getLong(2));
            }
        }
        return most;
    }
}
