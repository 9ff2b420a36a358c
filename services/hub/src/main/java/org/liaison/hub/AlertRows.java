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
import javax.sql.DataSource;
import org.liaison.console.alert.Alert;
import org.liaison.console.alert.AlertBook;
import org.liaison.console.alert.Found;
import org.liaison.console.alert.Rule;
import org.liaison.console.port.Operator;

/// Alerts in their table.
final class AlertRows implements AlertBook {

    private static final String COLUMNS =
            "select rule, arguments, since, last_seen, cleared, told, acknowledged_by, acknowledged_at from hub_alerts";

    private final DataSource database;

    AlertRows(DataSource database) {
        this.database = database;
    }

    @Override
    public List<Alert> open() {
        return read(COLUMNS + " where cleared is null order by since, id");
    }

    @Override
    public List<Alert> cleared(int most) {
        return read(COLUMNS + " where cleared is not null order by cleared desc limit " + Math.max(0, most));
    }

    @Override
    public void seen(Found found, Instant at) {
        change(
                "insert into hub_alerts (cause, rule, arguments, since, last_seen) values (?, ?, ?, ?, ?)"
                        + " on conflict (cause) where cleared is null do update set arguments = excluded.arguments,"
                        + " last_seen = excluded.last_seen",
                (connection, statement) -> {
                    statement.setString(1, found.cause());
                    statement.setString(2, found.rule().name());
                    statement.setArray(
                            3,
                            connection.createArrayOf("text", found.arguments().toArray()));
                    statement.setTimestamp(4, Timestamp.from(at));
                    statement.setTimestamp(5, Timestamp.from(at));
                });
    }

    @Override
    public void clear(String cause, Instant at) {
        mark("cleared = ?", cause, at);
    }

    @Override
    public void told(String cause, Instant at) {
        mark("told = ?", cause, at);
    }

    private void mark(String what, String cause, Instant at) {
        change("update hub_alerts set " + what + " where cause = ? and cleared is null", (_, statement) -> {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setString(2, cause);
        });
    }

    @Override
    public boolean acknowledge(String cause, Operator by, Instant at) {
        return change(
                        "update hub_alerts set acknowledged_by = ?, acknowledged_at = ?"
                                + " where cause = ? and cleared is null",
                        (_, statement) -> {
                            statement.setString(1, by.name());
                            statement.setTimestamp(2, Timestamp.from(at));
                            statement.setString(3, cause);
                        })
                > 0;
    }

    private interface Filling {
        void fill(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private int change(String sql, Filling filling) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            filling.fill(connection, statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new CountsUnreadable("The alerts cannot be written.", e);
        }
    }

    private List<Alert> read(String sql) {
        List<Alert> alerts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement(sql);
                ResultSet rows = question.executeQuery()) {
            while (rows.next()) {
                Optional<String> by = Optional.ofNullable(rows.getString(7));
                Optional<Instant> at = time(rows, 8);
                alerts.add(new Alert(
                        new Found(Rule.valueOf(rows.getString(1)), List.of((String[])
                                rows.getArray(2).getArray())),
                        time(rows, 3).orElseThrow(),
                        time(rows, 4).orElseThrow(),
                        time(rows, 5),
                        time(rows, 6),
                        by.map(name -> new Alert.Acknowledged(new Operator(name), at.orElseThrow()))));
            }
            return alerts;
        } catch (SQLException e) {
            throw new CountsUnreadable("The alerts cannot be read.", e);
        }
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
