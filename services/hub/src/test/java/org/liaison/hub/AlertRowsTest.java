package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.console.alert.Alert;
import org.liaison.console.alert.AlertBook;
import org.liaison.console.alert.Found;
import org.liaison.console.alert.Rule;
import org.liaison.console.port.Operator;
import org.liaison.database.Database;
import org.liaison.database.DatabaseSettings;

/// Alerts outlive the program that saw them.
class AlertRowsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Found DISK = new Found(Rule.DISK, List.of("data", "3"));
    private static final Found DISK_LATER = new Found(Rule.DISK, List.of("data", "2"));

    @Test
    void one_cause_is_one_alert_until_it_has_cleared_and_then_another(@TempDir Path folder) {
        try (Database database = Database.open(DatabaseSettings.embedded(folder), "classpath:org/liaison/hub/schema")) {
            AlertBook alerts = new AlertRows(database.source());
            alerts.seen(DISK, NOON);
            alerts.seen(DISK_LATER, NOON.plusSeconds(60));
            alerts.told(DISK.cause(), NOON.plusSeconds(61));
            assertThat(alerts.acknowledge(DISK.cause(), new Operator("ada"), NOON.plusSeconds(90)))
                    .isTrue();
            assertThat(alerts.acknowledge("DISK elsewhere", new Operator("ada"), NOON))
                    .isFalse();

            assertThat(new AlertRows(database.source()).open())
                    .containsExactly(new Alert(
                            DISK_LATER,
                            NOON,
                            NOON.plusSeconds(60),
                            Optional.empty(),
                            Optional.of(NOON.plusSeconds(61)),
                            Optional.of(new Alert.Acknowledged(new Operator("ada"), NOON.plusSeconds(90)))));

            alerts.clear(DISK.cause(), NOON.plus(Duration.ofMinutes(10)));
            assertThat(alerts.open()).isEmpty();
            assertThat(alerts.cleared(5))
                    .singleElement()
                    .satisfies(one -> assertThat(one.cleared()).contains(NOON.plus(Duration.ofMinutes(10))));
            alerts.seen(DISK, NOON.plus(Duration.ofMinutes(20)));
            assertThat(alerts.open())
                    .singleElement()
                    .satisfies(again ->
                            assertThat(again.told()).as("people are told again").isEmpty());
        }
    }
}
