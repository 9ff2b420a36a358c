package org.liaison.hub;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.liaison.console.port.Corridor;
import org.liaison.console.port.Latency;
import org.liaison.console.port.Traffic.Figures;
import org.liaison.hub.Tally.Cell;
import org.liaison.message.Priority;
import org.liaison.message.Reason;

/// The counts of the last 30 days, by the minute, and rolled up by the hour.
final class TrafficTable {

    static final Duration KEPT = Duration.ofDays(30);
    /// Nobody waits longer for a chart.
    static final int PATIENCE_SECONDS = 20;
    private static final Duration HOUR = Duration.ofHours(1);

    private static final String ADD = """
            insert into hub_traffic as known
                (minute, corridor, lane, accepted, refused, handed_over, failed, opened, latency)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (minute, corridor, lane) do update set
                accepted = known.accepted + excluded.accepted, refused = known.refused + excluded.refused,
                handed_over = known.handed_over + excluded.handed_over, failed = known.failed + excluded.failed,
                opened = known.opened + excluded.opened,
                latency = array(select coalesce(a, 0) + coalesce(b, 0)
                                from unnest(known.latency, excluded.latency) with ordinality as sums (a, b, step)
                                order by step)
            """;
    private static final String ADD_REFUSALS = """
            insert into hub_refusals as known (minute, corridor, lane, reason, count) values (?, ?, ?, ?, ?)
            on conflict (minute, corridor, lane, reason) do update set count = known.count + excluded.count
            """;
    private static final String WHICH =
            " where minute >= ? and (?::text is null or corridor = ?) and (?::text is null or lane = ?)";
    private static final String SUMS = """
            select date_bin(?::interval, minute, ?) as step, corridor, lane, sum(accepted), sum(refused),
                sum(handed_over), sum(failed), sum(opened) from hub_traffic%s""" + WHICH + " group by 1, 2, 3";
    private static final String LATENCIES = """
            select date_bin(?::interval, minute, ?) as step, corridor, lane, latency_step, sum(many)
            from hub_traffic%s, unnest(latency) with ordinality as steps (many, latency_step)""" + WHICH + " and many > 0 group by 1, 2, 3, 4";
    private static final String REFUSALS = """
            select date_bin(?::interval, minute, ?) as step, corridor, lane, reason, sum(count)
            from hub_refusals%s""" + WHICH + " group by 1, 2, 3, 4";
    private static final String COARSE = "_coarse";

    private static final String ROLL_UP = """
            insert into hub_traffic_hours
            select hour, corridor, lane, accepted, refused, handed_over, failed, opened, coalesce(latency, '{}')
            from (select date_bin('1 hour', minute, 'epoch') as hour, corridor, lane, sum(accepted) as accepted,
                    sum(refused) as refused, sum(handed_over) as handed_over, sum(failed) as failed,
                    sum(opened) as opened
                from hub_traffic where minute >= ? group by 1, 2, 3) as sums
            left join (select hour, corridor, lane, array_agg(many order by step) as latency
                from (select date_bin('1 hour', minute, 'epoch') as hour, corridor, lane, step, sum(many) as many
                    from hub_traffic, unnest(latency) with ordinality as steps (many, step)
                    where minute >= ? group by 1, 2, 3, 4) as steps
                group by 1, 2, 3) as latencies using (hour, corridor, lane)
            """;
    private static final String ROLL_UP_REFUSALS = """
            insert into hub_refusals_hours
            select date_bin('1 hour', minute, 'epoch'), corridor, lane, reason, sum(count)
            from hub_refusals where minute >= ? group by 1, 2, 3, 4
            """;

    private final DataSource database;

    TrafficTable(DataSource database) {
        this.database = database;
    }

    /// Adds to what is there, all of it or nothing.
    void add(Map<Cell, Figures> counted) throws SQLException {
        inOneTransaction(connection -> add(connection, counted));
    }

    /// Puts these in the place of everything from `from` on.
    void replace(Instant from, Map<Cell, Figures> counted) throws SQLException {
        inOneTransaction(connection -> {
            for (String table : List.of("hub_traffic", "hub_refusals")) delete(connection, table, "minute >= ?", from);
            add(connection, counted);
        });
    }

    void dropBefore(Instant from) throws SQLException {
        inOneTransaction(connection -> {
            for (String table : List.of("hub_traffic", "hub_refusals")) delete(connection, table, "minute < ?", from);
            for (String table : List.of("hub_traffic_hours", "hub_refusals_hours"))
                delete(connection, table, "hour < ?", from);
        });
    }

    /// Makes the hours from this one on anew from their minutes, and those that were never made.
    void rollUp(Instant from) throws SQLException {
        inOneTransaction(connection -> {
            Instant hour = first(lastHour(connection), from).truncatedTo(ChronoUnit.HOURS);
            for (String table : List.of("hub_traffic_hours", "hub_refusals_hours"))
                delete(connection, table, "hour >= ?", hour);
            for (String sql : List.of(ROLL_UP, ROLL_UP_REFUSALS))
                try (PreparedStatement insert = connection.prepareStatement(sql)) {
                    insert.setTimestamp(1, Timestamp.from(hour));
                    if (sql.equals(ROLL_UP)) insert.setTimestamp(2, Timestamp.from(hour));
                    insert.executeUpdate();
                }
        });
    }

    private static Instant lastHour(Connection connection) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement("select max(hour) from hub_traffic_hours");
                ResultSet row = question.executeQuery()) {
            row.next();
            Timestamp last = row.getTimestamp(1);
            return last == null ? Instant.EPOCH : last.toInstant();
        }
    }

    private static Instant first(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    Optional<Instant> lastMinute() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement("select max(minute) from hub_traffic");
                ResultSet row = question.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant) : Optional.empty();
        }
    }

    /// Sums by step and way, of steps of this length that begin at `from`.
    Map<Cell, Figures> sums(Instant from, Duration step, Optional<Corridor> corridor, Optional<Priority> lane)
            throws SQLException {
        Asked asked = new Asked(from, step, corridor.map(Corridor::toString), lane.map(Priority::name));
        Map<Cell, Latency> latencies = new HashMap<>();
        Map<Cell, Map<Reason, Long>> refusals = new HashMap<>();
        Map<Cell, Figures> sums = new HashMap<>();
        try (Connection connection = database.getConnection()) {
            each(connection, LATENCIES, asked, row -> {
                Long[] counts = new Long[row.getInt(4)];
                Arrays.fill(counts, 0L);
                counts[counts.length - 1] = row.getLong(5);
                latencies.computeIfAbsent(cell(row), _ -> Latency.none()).add(Latency.of(List.of(counts)));
            });
            each(
                    connection,
                    REFUSALS,
                    asked,
                    row -> refusals.computeIfAbsent(cell(row), _ -> new EnumMap<>(Reason.class))
                            .put(Reason.valueOf(row.getString(4)), row.getLong(5)));
            each(connection, SUMS, asked, row -> {
                Cell cell = cell(row);
                sums.put(
                        cell,
                        new Figures(
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8),
                                latencies.getOrDefault(cell, Latency.none()),
                                refusals.getOrDefault(cell, Map.of())));
            });
        }
        return sums;
    }

    private record Asked(Instant from, Duration step, Optional<String> corridor, Optional<String> lane) {}

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private void inOneTransaction(Work work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.on(connection);
                connection.commit();
            } finally {
                connection.rollback();
            }
        }
    }

    private static void delete(Connection connection, String table, String which, Instant at) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from " + table + " where " + which)) {
            delete.setTimestamp(1, Timestamp.from(at));
            delete.executeUpdate();
        }
    }

    private static void each(Connection connection, String sql, Asked asked, Reader reader) throws SQLException {
        String tables = asked.step().compareTo(HOUR) > 0 ? COARSE : "";
        try (PreparedStatement question = connection.prepareStatement(sql.formatted(tables))) {
            question.setQueryTimeout(PATIENCE_SECONDS);
            question.setString(1, asked.step().toSeconds() + " seconds");
            question.setTimestamp(2, Timestamp.from(asked.from()));
            question.setTimestamp(3, Timestamp.from(asked.from()));
            for (int at : List.of(4, 5)) question.setString(at, asked.corridor().orElse(null));
            for (int at : List.of(6, 7)) question.setString(at, asked.lane().orElse(null));
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) reader.read(rows);
            }
        }
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                row.getTimestamp(1).toInstant(), Corridor.parse(row.getString(2)), Priority.valueOf(row.getString(3)));
    }

    private static void add(Connection connection, Map<Cell, Figures> counted) throws SQLException {
        List<Map.Entry<Cell, Figures>> inOrder = new ArrayList<>(counted.entrySet());
        try (PreparedStatement insert = connection.prepareStatement(ADD);
                PreparedStatement reasons = connection.prepareStatement(ADD_REFUSALS)) {
            for (Map.Entry<Cell, Figures> one : inOrder) {
                Figures figures = one.getValue();
                place(insert, one.getKey());
                insert.setLong(4, figures.accepted());
                insert.setLong(5, figures.refused());
                insert.setLong(6, figures.handedOver());
                insert.setLong(7, figures.failed());
                insert.setLong(8, figures.opened());
                Array latency = connection.createArrayOf(
                        "int8", figures.latency().counts().toArray());
                insert.setArray(9, latency);
                insert.addBatch();
                for (Map.Entry<Reason, Long> refusal : figures.refusals().entrySet()) {
                    place(reasons, one.getKey());
                    reasons.setString(4, refusal.getKey().name());
                    reasons.setLong(5, refusal.getValue());
                    reasons.addBatch();
                }
            }
            insert.executeBatch();
            reasons.executeBatch();
        }
    }

    private static void place(PreparedStatement statement, Cell cell) throws SQLException {
        statement.setTimestamp(1, Timestamp.from(cell.minute()));
        statement.setString(2, cell.corridor().toString());
        statement.setString(3, cell.lane().name());
    }
}
