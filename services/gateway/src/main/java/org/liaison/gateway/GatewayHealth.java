package org.liaison.gateway;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.liaison.directory.Snapshot;
import org.liaison.directory.Standing;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;

/// The truth about this gateway, for the operator and for whatever restarts it.
///
/// Alive: its threads run, so a restart would change nothing. Ready: officers can work, for the
/// database answers and
/// there is a directory to write by. The link to the hub is told, but does not make the gateway unready: without it
/// messages wait in the outbox, as they should.
final class GatewayHealth {

    private GatewayHealth() {}

    static HealthIndicator threads(Traffic traffic) {
        return () -> traffic.isAlive()
                ? Health.up().build()
                : Health.down().withDetail("traffic", "a thread has ended").build();
    }

    static HealthIndicator desk(
            DataSource source, SnapshotsInFiles snapshots, Supplier<List<String>> complaints, Clock clock) {
        return () -> {
            Health.Builder health = Health.up();
            try (var connection = source.getConnection()) {
                if (!connection.isValid(2)) health.down().withDetail("database", "does not answer");
            } catch (java.sql.SQLException e) {
                health.down().withDetail("database", "cannot be reached");
            }
            snapshot(health, "directory", snapshots.directory(), snapshots, clock);
            snapshot(health, "rulebook", snapshots.rulebook(), snapshots, clock);
            List<String> disagreements = complaints.get();
            if (!disagreements.isEmpty()) health.withDetail("seats", disagreements);
            return health.build();
        };
    }

    static HealthIndicator hub(HubLink link, Counts counts) {
        return () -> {
            HubLink.Standing standing = link.standing();
            Health.Builder health = standing.connected() ? Health.up() : Health.down();
            standing.problem().ifPresent(problem -> health.withDetail("problem", problem));
            health.withDetail("since", standing.since().toString());
            try {
                Views.OutboxView outbox = counts.outbox();
                long incidents = counts.incidents();
                health.withDetail("waiting", outbox.waiting())
                        .withDetail("overdue", outbox.overdue())
                        .withDetail("setAside", counts.setAside());
                if (incidents > 0) health.down().withDetail("securityIncidents", incidents);
            } catch (DataAccessException e) {
                health.down().withDetail("database", "cannot be reached, so nobody knows what waits");
            }
            return health.build();
        };
    }

    /// The log is the hub's: that it cannot be read now, or was changed, makes this gateway no
    /// less ready. That it was changed also counts among the incidents of the link.
    static HealthIndicator log(LogPatrol patrol) {
        return () -> {
            LogPatrol.Standing standing = patrol.standing();
            Health.Builder health = standing.incident() ? Health.down() : Health.up();
            standing.lookedAt().ifPresent(at -> health.withDetail("lookedAt", at.toString()));
            standing.trouble().ifPresent(trouble -> health.withDetail("trouble", trouble));
            return health.build();
        };
    }

    private static void snapshot(
            Health.Builder health, String what, Snapshot snapshot, SnapshotsInFiles snapshots, Clock clock) {
        String text = switch (snapshots.standing(snapshot, clock.instant())) {
            case Standing.Current(var until) -> "valid until " + until;
            case Standing.InGrace(var expired, var end) -> "EXPIRED " + expired + ", used until " + end + ": renew it";
            case Standing.Expired(var since) -> {
                health.down();
                yield "expired; nothing is sent or taken since " + since;
            }
        };
        health.withDetail(what, "number " + snapshot.number() + ", " + text);
    }
}
