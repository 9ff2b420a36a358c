package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.auditlog.book.BookInPostgres;
import org.liaison.database.Database;
import org.liaison.database.DatabaseSettings;
import org.liaison.message.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A year of a log, read from some day on.
class LoggedEntriesTest {

    private static final long SEED = 20261122;
    private static final int ENTRIES = 4_000;
    private static final int AT_ONCE = 500;
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration APART = Duration.ofDays(365).dividedBy(ENTRIES);
    /// Lanes and clocks that were set put entries out of the order of their times.
    private static final Duration DISORDER = Duration.ofDays(2);

    @TempDir
    static Path folder;

    private static final List<Entry> ALL = new ArrayList<>();
    private static Database database;

    @BeforeAll
    static void record() throws SQLException {
        Town town = Town.found(folder);
        database = Database.open(
                DatabaseSettings.embedded(folder.resolve("database")), "classpath:org/liaison/auditlog/schema");
        HubSettings.KeyAt key =
                new HubSettings.KeyAt(town.key("log"), town.key("log").resolveSibling("log.password"));
        Random random = new Random(SEED);
        Entry.Event[] events = Entry.Event.values();
        for (int n = 0; n < ENTRIES; n++) {
            Instant at = BEGINNING.plus(APART.multipliedBy(n)).plusSeconds(random.nextLong(DISORDER.toSeconds()));
            ALL.add(Entry.ofNote(events[random.nextInt(events.length)], at, "x".repeat(random.nextInt(2_000))));
        }
        try (BookInPostgres book = BookInPostgres.open(
                        database.source(),
                        LogKeyFile.signer(key, LogKeyFile.publicKeys(folder.resolve("pki/trust"))),
                        Clock.systemUTC());
                Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            for (int from = 0; from < ENTRIES; from += AT_ONCE) book.append(ALL.subList(from, from + AT_ONCE));
            // As the server does by itself, sooner or later.
            statement.execute("vacuum analyze log_entry");
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void what_is_read_is_exactly_what_was_recorded_since_in_the_order_of_the_log() {
        Random random = new Random(SEED);
        for (int round = 0; round < 50; round++) {
            Instant from =
                    BEGINNING.plusSeconds(random.nextLong(Duration.ofDays(370).toSeconds()));
            Set<Entry.Event> events = Arrays.stream(Entry.Event.values())
                    .filter(_ -> random.nextBoolean())
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Entry.Event.class)));
            List<Entry> read = new ArrayList<>();
            new LoggedEntries(database.source()).read(events, from, read::add);
            assertThat(read)
                    .as(events + " since " + from)
                    .containsExactlyElementsOf(ALL.stream()
                            .filter(entry -> events.contains(entry.event()))
                            .filter(entry -> !entry.recordedAt().isBefore(from))
                            .toList());
        }
    }

    @Test
    void the_last_week_costs_a_small_part_of_the_log() throws SQLException {
        Instant lastWeek = ALL.getLast().recordedAt().minus(Duration.ofDays(7));
        try (Connection connection = database.source().getConnection()) {
            long whole = pages(connection, "select pg_relation_size('log_entry') / 8192");
            try (PreparedStatement question =
                    connection.prepareStatement("explain (analyze, buffers, format json) " + LoggedEntries.ENTRIES)) {
                question.setArray(
                        1, connection.createArrayOf("text", new String[] {Entry.Event.SUBMISSION_ACCEPTANCE.name()}));
                question.setTimestamp(2, Timestamp.from(lastWeek));
                try (ResultSet row = question.executeQuery()) {
                    row.next();
                    JsonNode plan = JsonMapper.shared()
                            .readTree(row.getString(1))
                            .get(0)
                            .path("Plan");
                    long read = plan.path("Shared Hit Blocks").asLong()
                            + plan.path("Shared Read Blocks").asLong();
                    assertThat(whole).isGreaterThan(500);
                    assertThat(read).as(plan.toString()).isLessThan(whole / 4);
                }
            }
        }
    }

    private static long pages(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }
}
