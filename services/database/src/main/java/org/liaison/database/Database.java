package org.liaison.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// An open database: durable, and with its schema in place. Closing it closes the connections and, where the
/// server is the program's own, stops the server.
public final class Database implements AutoCloseable {

    private static final int SECONDS = 1000;

    private final HikariDataSource pool;
    private final @Nullable OwnServer server;

    private Database(HikariDataSource pool, @Nullable OwnServer server) {
        this.pool = pool;
        this.server = server;
    }

    /// Opens the database and brings each schema up to date, in the order given. A location is a folder on the
    /// class path with Flyway scripts (`classpath:org/liaison/hub/schema`). It keeps a history of its own, so
    /// that two rooms may both begin with `V1`.
    ///
    /// Throws [DatabaseUnusable] with the reason when the server cannot be reached, would lose what it
    /// confirmed, or refuses a script.
    public static Database open(DatabaseSettings settings, String... schemaLocations) {
        OwnServer server = settings.url().isPresent() ? null : OwnServer.start(settings);
        HikariDataSource pool = null;
        try {
            pool = server == null
                    ? connect(settings, settings.url().orElseThrow(), settings.passwordFile())
                    : connect(settings, server.url(), Optional.of(server.passwordFile()));
            Durability.prove(pool);
            for (String location : schemaLocations) migrate(pool, location);
            return new Database(pool, server);
        } catch (RuntimeException e) {
            if (pool != null) pool.close();
            if (server != null) server.close();
            throw e;
        }
    }

    public DataSource source() {
        return pool;
    }

    /// The address of the server, for programs that share it. Never carries the password.
    public String url() {
        return pool.getJdbcUrl();
    }

    @Override
    public void close() {
        pool.close();
        if (server != null) server.close();
    }

    private static HikariDataSource connect(DatabaseSettings settings, String url, Optional<Path> passwordFile) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("liaison-database");
        config.setJdbcUrl(url);
        config.setUsername(settings.user());
        passwordFile.ifPresent(file -> config.setPassword(password(file)));
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(1);
        config.setIdleTimeout(60 * SECONDS);
        config.setConnectionTimeout(10 * SECONDS);
        config.setInitializationFailTimeout(10 * SECONDS);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", "10");
        // A server's error detail quotes the row that failed, and rows hold what officers write.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("ApplicationName", "liaison");
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new DatabaseUnusable(
                    "The database at " + url + " cannot be reached as user " + settings.user()
                            + ". Check that it runs, and its user and password file.",
                    e);
        }
    }

    private static String password(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new DatabaseUnusable("The database's password file " + file + " cannot be read.", e);
        }
    }

    private static void migrate(DataSource source, String location) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations(location)
                    .table(historyOf(location))
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .failOnMissingLocations(true)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnusable(
                    "The schema at " + location + " cannot be brought up to date. A newer program may have worked on"
                            + " this database: run that version, or restore a backup.",
                    e);
        }
    }

    /// `classpath:org/liaison/hub/schema` keeps its history in `schema_history_org_liaison_hub_schema`.
    private static String historyOf(String location) {
        return "schema_history_" + location.replaceFirst("^[a-z]+:", "").replaceAll("[^A-Za-z0-9]+", "_");
    }
}
