package org.liaison.auditlog.book;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.liaison.database.Database;
import org.liaison.database.DatabaseSettings;

/// One embedded server for a class of tests, and an empty database with the log's schema for each test.
final class DatabaseServer implements AutoCloseable {

    private static final String SCHEMA = "classpath:org/liaison/auditlog/schema";
    /// Has the log's schema and nothing else. The others are copies of it.
    private static final String FIRST = "log";

    private final Path folder;
    private final Database server;
    private int databases;

    DatabaseServer(Path folder) {
        this.folder = folder;
        this.server = Database.open(DatabaseSettings.embedded(folder));
        create(FIRST);
        open(FIRST).close();
    }

    Database freshDatabase() {
        String name = FIRST + ++databases;
        create(name + " TEMPLATE " + FIRST);
        return open(name);
    }

    private void create(String database) {
        try (Connection connection = server.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Database open(String name) {
        return Database.open(
                new DatabaseSettings(
                        Optional.of(server.url().replaceFirst("/postgres$", "/" + name)),
                        "liaison",
                        Optional.of(folder.resolve("postgresql/password")),
                        folder,
                        5),
                SCHEMA);
    }

    @Override
    public void close() {
        server.close();
    }
}
