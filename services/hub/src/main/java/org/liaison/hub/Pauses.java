package org.liaison.hub;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.liaison.console.port.Grounds;
import org.liaison.console.port.Operator;
import org.liaison.console.port.Routes.Pause;

/// The pauses that hold, in their table: a restart does not end them.
final class Pauses {

    private final DataSource database;

    Pauses(DataSource database) {
        this.database = database;
    }

    List<Pause> all() {
        List<Pause> pauses = new ArrayList<>();
        try (var connection = database.getConnection();
                var question = connection.prepareStatement(
                        "select route, since, until, person, reason from hub_pauses order by route");
                var rows = question.executeQuery()) {
            while (rows.next())
                pauses.add(new Pause(
                        rows.getString(1),
                        rows.getTimestamp(2).toInstant(),
                        rows.getTimestamp(3).toInstant(),
                        new Operator(rows.getString(4)),
                        new Grounds(rows.getString(5))));
            return pauses;
        } catch (SQLException e) {
            throw new CountsUnreadable("The pauses cannot be read.", e);
        }
    }

    void keep(Pause pause) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into hub_pauses (route, since, until, person, reason) values (?, ?, ?, ?, ?)"
                                + " on conflict (route) do update set since = excluded.since, until = excluded.until,"
                                + " person = excluded.person, reason = excluded.reason")) {
            insert.setString(1, pause.route());
            insert.setTimestamp(2, Timestamp.from(pause.since()));
            insert.setTimestamp(3, Timestamp.from(pause.until()));
            insert.setString(4, pause.by().name());
            insert.setString(5, pause.why().text());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new CountsUnreadable("The pause cannot be kept.", e);
        }
    }

    void forget(String route) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from hub_pauses where route = ?")) {
            delete.setString(1, route);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new CountsUnreadable("The pause cannot be ended.", e);
        }
    }
}
