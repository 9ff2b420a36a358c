package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.console.port.Corridor;
import org.liaison.console.port.Latency;
import org.liaison.console.port.Traffic.Figures;
import org.liaison.database.Database;
import org.liaison.database.DatabaseSettings;
import org.liaison.hub.Tally.Cell;
import org.liaison.hub.UnderWay.Waiting;
import org.liaison.hub.UnderWay.Way;
import org.liaison.message.Priority;
import org.liaison.message.Reason;

/// Counts and backlog by the minute, and a month of them by the hour.
class TrafficTableTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration HOURS_6 = Duration.ofHours(6);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Way URGENT = new Way(Corridor.parse("XC-XA"), Priority.URGENT);
    private static final Way ROUTINE = new Way(Corridor.parse("XA-XC"), Priority.ROUTINE);

    @TempDir
    static Path folder;

    static Database database;

    @BeforeAll
    static void open() {
        database = Database.open(DatabaseSettings.embedded(folder), "classpath:org/liaison/hub/schema");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        sql(
                "truncate hub_traffic, hub_traffic_hours, hub_refusals, hub_refusals_hours, hub_backlog, hub_backlog_hours");
    }

    @Test
    void a_month_is_read_from_hours_and_says_what_its_minutes_said() throws SQLException {
        TrafficTable table = new TrafficTable(database.source());
        Map<Cell, Figures> counted = new HashMap<>();
        for (int minute = 0; minute < 3 * 24 * 60; minute += 7)
            counted.put(
                    new Cell(NOON.plus(Duration.ofMinutes(minute)), URGENT.corridor(), URGENT.lane()),
                    figures(1, Duration.ofMillis(20L + minute)));
        table.add(counted);
        Map<Cell, Figures> before = month(table);
        assertThat(before).hasSize(12);
        table.rollUp(NOON);
        assertThat(month(table)).isEqualTo(before);
        sql("delete from hub_traffic where minute < '2026-11-25 11:00:00Z'");
        sql("delete from hub_refusals where minute < '2026-11-25 11:00:00Z'");
        assertThat(month(table)).as("without the minutes").isEqualTo(before);
    }

    @Test
    void what_is_counted_again_or_late_gets_into_its_hour() throws SQLException {
        TrafficTable table = new TrafficTable(database.source());
        Cell early = new Cell(NOON, URGENT.corridor(), URGENT.lane());
        Cell late = new Cell(NOON.plus(Duration.ofHours(2)), URGENT.corridor(), URGENT.lane());
        table.add(Map.of(early, figures(1, Duration.ofSeconds(1)), late, figures(1, Duration.ofSeconds(1))));
        table.rollUp(Instant.EPOCH);
        table.add(Map.of(early, figures(2, Duration.ofSeconds(9))));
        table.rollUp(NOON);
        assertThat(month(table).values()).singleElement().satisfies(sum -> {
            assertThat(sum.accepted()).isEqualTo(4);
            assertThat(sum.latency().size()).isEqualTo(3);
            assertThat(sum.refusals()).containsEntry(Reason.CLOCK_SKEW, 4L);
        });
    }

    @Test
    void the_most_that_waited_is_kept_by_the_minute_and_then_by_the_hour() throws SQLException {
        BacklogTable table = new BacklogTable(database.source());
        table.keep(NOON, Map.of(URGENT, waiting(3), ROUTINE, waiting(10)));
        table.keep(NOON.plusSeconds(60), Map.of(URGENT, waiting(5), ROUTINE, waiting(0)));
        table.keep(NOON.plus(QUARTER.multipliedBy(2)), Map.of(URGENT, waiting(0), ROUTINE, waiting(0)));
        Map<Instant, Long> day = table.most(NOON, QUARTER, Optional.empty(), Optional.empty());
        assertThat(day)
                .as("nobody looked in the second quarter")
                .isEqualTo(Map.of(NOON, 15L, NOON.plus(QUARTER.multipliedBy(2)), 0L));
        assertThat(table.most(NOON, QUARTER, Optional.of(URGENT.corridor()), Optional.empty()))
                .containsEntry(NOON, 5L);
        assertThat(table.most(NOON, QUARTER, Optional.empty(), Optional.of(Priority.ROUTINE)))
                .containsEntry(NOON, 10L);

        Instant later = NOON.plus(Duration.ofDays(3));
        table.keep(later, Map.of(URGENT, waiting(1)));
        table.tidy(later);
        assertThat(table.most(NOON, QUARTER, Optional.empty(), Optional.empty()))
                .containsOnlyKeys(later);
        assertThat(table.most(NOON, HOURS_6, Optional.empty(), Optional.empty()))
                .isEqualTo(Map.of(NOON, 15L, later, 1L));
        table.tidy(later.plus(TrafficTable.KEPT));
        assertThat(table.most(NOON, HOURS_6, Optional.empty(), Optional.empty()))
                .isEqualTo(Map.of(later, 1L));
    }

    private static Waiting waiting(long messages) {
        return new Waiting(messages, Optional.empty());
    }

    private static Figures figures(long many, Duration took) {
        Latency latency = Latency.none();
        latency.add(took);
        return new Figures(many, many, 1, 0, 0, latency, Map.of(Reason.CLOCK_SKEW, many));
    }

    private static Map<Cell, Figures> month(TrafficTable table) throws SQLException {
        return table.sums(NOON, HOURS_6, Optional.empty(), Optional.empty());
    }

    private static void sql(String statement) throws SQLException {
        try (Connection connection = database.source().getConnection();
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }
}
