package org.liaison.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    private static final String FIRST = "classpath:org/liaison/database/first";
    private static final String SECOND = "classpath:org/liaison/database/second";
    private static final String BROKEN = "classpath:org/liaison/database/broken";

    @TempDir
    Path folder;

    @Test
    void the_own_server_is_durable_and_keeps_what_it_confirmed_over_a_restart() throws SQLException {
        DatabaseSettings settings = DatabaseSettings.embedded(folder);
        try (Database database = Database.open(settings, FIRST, SECOND)) {
            assertThat(one(database, "SHOW fsync")).isEqualTo("on");
            assertThat(one(database, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(one(database, "SHOW full_page_writes")).isEqualTo("on");
            execute(database, "INSERT INTO letter VALUES ('kept')");
        }
        try (Database database = Database.open(settings, FIRST, SECOND)) {
            assertThat(one(database, "SELECT name FROM letter")).isEqualTo("kept");
        }
    }

    @Test
    void nobody_enters_the_own_server_without_its_password() {
        DatabaseSettings settings = DatabaseSettings.embedded(folder);
        try (Database database = Database.open(settings)) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), settings.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), settings.user(), null))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void only_the_owner_can_read_the_folder_and_the_password() throws IOException {
        try (Database database = Database.open(DatabaseSettings.embedded(folder))) {
            Path server = folder.resolve("postgresql");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(database.url()).doesNotContain(Files.readString(server.resolve("password")));
        }
    }

    @Test
    void closing_stops_the_own_server() throws Exception {
        OwnServer server = OwnServer.start(DatabaseSettings.embedded(folder));
        ProcessHandle postmaster = ProcessHandle.of(server.postmaster()).orElseThrow();
        server.close();
        postmaster.onExit().get(30, TimeUnit.SECONDS);
    }

    @Test
    void a_folder_in_use_is_refused() {
        DatabaseSettings settings = DatabaseSettings.embedded(folder);
        try (Database _ = Database.open(settings)) {
            assertThatThrownBy(() -> Database.open(settings))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining("in use by another program");
        }
    }

    @Test
    void a_program_that_is_killed_takes_its_server_with_it_and_the_next_start_finds_everything() throws Exception {
        Process program = KilledProgram.start(folder);
        long postmaster = KilledProgram.postmasterOf(program);
        ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
        program.destroyForcibly().waitFor();
        server.onExit().get(30, TimeUnit.SECONDS);
        try (Database database = Database.open(DatabaseSettings.embedded(folder), FIRST)) {
            assertThat(one(database, "SELECT name FROM letter")).isEqualTo("written before the kill");
        }
    }

    @Test
    void an_orphan_whose_keeper_was_killed_too_is_stopped_by_the_next_start() throws Exception {
        Process program = KilledProgram.start(folder);
        long postmaster = KilledProgram.postmasterOf(program);
        program.descendants().forEach(ProcessHandle::destroyForcibly);
        program.destroyForcibly().waitFor();
        ProcessHandle orphan = ProcessHandle.of(postmaster).orElseThrow();
        try (Database database = Database.open(DatabaseSettings.embedded(folder), FIRST)) {
            assertThat(one(database, "SELECT name FROM letter")).isEqualTo("written before the kill");
            orphan.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void a_server_that_may_forget_is_refused(String setting) {
        DatabaseSettings own = DatabaseSettings.embedded(folder);
        try (OwnServer server = OwnServer.start(own, List.of(setting + "=off"))) {
            assertThatThrownBy(() -> Database.open(byUrl(server), FIRST))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining(setting + "=off")
                    .hasMessageContaining("Set " + setting + "=on");
        }
    }

    @Test
    void a_server_is_reached_by_url() throws SQLException {
        try (OwnServer server = OwnServer.start(DatabaseSettings.embedded(folder));
                Database database = Database.open(byUrl(server), FIRST)) {
            execute(database, "INSERT INTO letter VALUES ('by url')");
            assertThat(one(database, "SELECT name FROM letter")).isEqualTo("by url");
        }
    }

    @Test
    void a_server_that_is_not_there_is_named() {
        DatabaseSettings settings = new DatabaseSettings(
                Optional.of("jdbc:postgresql://127.0.0.1:1/nowhere"), "liaison", Optional.empty(), folder, 2);
        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("127.0.0.1:1/nowhere");
    }

    @Test
    void a_script_that_fails_stops_the_start_and_the_server() {
        DatabaseSettings settings = DatabaseSettings.embedded(folder);
        assertThatThrownBy(() -> Database.open(settings, BROKEN)).isInstanceOf(DatabaseUnusable.class);
        assertThat(new ServerFolder(folder.resolve("postgresql")).postmaster()).isEmpty();
    }

    @Test
    void a_password_in_the_url_is_refused() {
        assertThatThrownBy(() -> new DatabaseSettings(
                        Optional.of("jdbc:postgresql://h/d?password=secret"), "u", Optional.empty(), folder, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("password file");
    }

    private DatabaseSettings byUrl(OwnServer server) {
        return new DatabaseSettings(
                Optional.of(server.url()), "liaison", Optional.of(server.passwordFile()), folder, 2);
    }

    private static String one(Database database, String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
