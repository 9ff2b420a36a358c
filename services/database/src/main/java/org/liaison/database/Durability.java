package org.liaison.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/// Proof that what the server confirms survives a crash of the server and of its machine.
final class Durability {

    private record Demand(String setting, String consequence) {}

    private static final List<Demand> DEMANDS = List.of(
            new Demand("fsync", "a power failure can destroy the whole database"),
            new Demand("synchronous_commit", "a crash can lose what was already confirmed"),
            new Demand("full_page_writes", "a power failure can leave half-written pages"));

    private Durability() {}

    /// Returns only when each setting is on; `synchronous_commit` may also be one of its other values, which
    /// all wait for the server's own disk.
    static void prove(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (Demand demand : DEMANDS) {
                if (show(statement, demand.setting()).equals("off"))
                    throw new DatabaseUnusable("The database server runs with " + demand.setting() + "=off: "
                            + demand.consequence() + ". Set " + demand.setting() + "=on and start again.");
            }
        } catch (SQLException e) {
            throw new DatabaseUnusable("The database server does not tell whether it is durable.", e);
        }
    }

    private static String show(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
