package org.liaison.hub;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.liaison.message.GatewayCode;

/// When each gateway last reported, in its table.
final class LastHeard {

    private final DataSource database;

    LastHeard(DataSource database) {
        this.database = database;
    }

    Map<GatewayCode, Instant> all() {
        Map<GatewayCode, Instant> all = new HashMap<>();
        try (var connection = database.getConnection();
                var question = connection.prepareStatement("select gateway, heard from hub_gateways");
                var rows = question.executeQuery()) {
            while (rows.next())
                all.put(new GatewayCode(rows.getString(1)), rows.getTimestamp(2).toInstant());
            return all;
        } catch (SQLException e) {
            throw new CountsUnreadable("It cannot be read when gateways last reported.", e);
        }
    }

    /// Durable when it returns.
    void keep(Map<GatewayCode, Instant> heard) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into hub_gateways (gateway, heard) values (?, ?)"
                        + " on conflict (gateway) do update set heard = excluded.heard")) {
            for (Map.Entry<GatewayCode, Instant> one : heard.entrySet()) {
                insert.setString(1, one.getKey().value());
                insert.setTimestamp(2, Timestamp.from(one.getValue()));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new CountsUnreadable("It cannot be kept when gateways last reported.", e);
        }
    }
}
