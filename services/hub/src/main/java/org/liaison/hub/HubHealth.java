package org.liaison.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.liaison.auditlog.book.Book;
import org.liaison.directory.Snapshot;
import org.liaison.directory.Standing;
import org.liaison.routes.hub.HubRoutes;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// The truth about this hub, for the operator and for whatever restarts it.
///
/// Alive: its threads run and its own broker is up or on its way, so a restart would change nothing. Ready: post moves,
/// and there is a directory to
/// judge by.
final class HubHealth {

    private HubHealth() {}

    static HealthIndicator lanes(Lanes lanes) {
        return () -> lanes.areAlive()
                ? Health.up().withDetail("answered", lanes.answered()).build()
                : Health.down().withDetails(Map.copyOf(lanes.troubles())).build();
    }

    static HealthIndicator broker(BrokerWatch watch) {
        return () -> (watch.hasGivenUp()
                        ? Health.down().withDetail("broker", "stopped by itself and does not start again")
                        : Health.up())
                .withDetail("revivals", watch.revivals())
                .build();
    }

    static HealthIndicator post(
            Lanes lanes, Broker broker, HubRoutes flow, RouteDesk routes, Duration snapshotGrace, InstantSource clock) {
        return () -> {
            Instant now = clock.instant();
            Health.Builder health = Health.up();
            Map<String, String> troubles = lanes.troubles();
            routes.pauseOf(RouteDesk.INTAKE)
                    .ifPresent(pause -> health.outOfService()
                            .withDetail("paused", "by an operator until " + pause.until() + ": " + pause.why()));
            if (!troubles.isEmpty()) health.down().withDetail("lanes", troubles);
            if (!broker.isUp()) health.down().withDetail("broker", "is not up");
            snapshot(health, "directory", flow.directory(), snapshotGrace, now);
            snapshot(health, "rulebook", flow.rulebook(), snapshotGrace, now);
            return health.build();
        };
    }

    /// Whether the log could be written if there were something to write.
    static HealthIndicator log(Book book) {
        return () -> book.hindrance()
                .map(sentence -> Health.down().withDetail("log", sentence).build())
                .orElseGet(
                        () -> Health.up().withDetail("size", book.head().size()).build());
    }

    private static void snapshot(
            Health.Builder health, String what, Optional<? extends Snapshot> snapshot, Duration grace, Instant now) {
        if (snapshot.isEmpty()) {
            health.down().withDetail(what, "none in force");
            return;
        }
        String text = switch (snapshot.get().standing(now, grace)) {
            case Standing.Current(Instant until) -> "valid until " + until;
            case Standing.InGrace(Instant expired, Instant end) ->
                "EXPIRED " + expired + ", used until " + end + ": renew it";
            case Standing.Expired(Instant since) -> {
                health.down();
                yield "expired; everything is refused since " + since;
            }
        };
        health.withDetail(what, "number " + snapshot.get().number() + ", " + text);
    }
}
