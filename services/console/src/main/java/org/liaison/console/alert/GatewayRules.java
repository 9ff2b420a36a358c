package org.liaison.console.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liaison.console.port.Gateways.Gateway;
import org.liaison.console.port.Gateways.Heard;
import org.liaison.message.Priority;
import org.liaison.message.report.Report;
import org.liaison.message.report.Report.LaneState;

/// The rules about what gateways say of themselves. What a gateway said counts for as long as it
/// reports.
final class GatewayRules {

    private final Terms terms;

    GatewayRules(Terms terms) {
        this.terms = terms;
    }

    /// One cause is one alert: of a gateway that does not fetch either, the dead link speaks
    /// already.
    List<Found> judge(Survey seen) {
        Set<String> dead = Rules.links(seen.mailboxes()).stream()
                .map(found -> found.arguments().getFirst())
                .collect(Collectors.toSet());
        List<Found> found = new ArrayList<>();
        for (Gateway gateway : seen.gateways())
            switch (gateway.standing()) {
                case UNHEARD -> {}
                case SILENT -> {
                    if (!dead.contains(gateway.code())) found.add(silent(gateway));
                }
                case REPORTS -> gateway.last().ifPresent(last -> found.addAll(judge(gateway.code(), last)));
            }
        return found;
    }

    private static Found silent(Gateway gateway) {
        Instant heard = gateway.heard().orElseThrow();
        return Found.of(Rule.GATEWAY_SILENT, gateway.code(), heard.truncatedTo(ChronoUnit.MINUTES));
    }

    private List<Found> judge(String gateway, Heard last) {
        List<Found> found = new ArrayList<>();
        Duration off = last.clockAhead().abs();
        if (off.toSeconds() >= terms.gatewayClockSeconds()) found.add(Found.of(Rule.CLOCK, gateway, off.toSeconds()));
        outbox(gateway, last.report()).ifPresent(found::add);
        trouble(last.report()).ifPresent(what -> found.add(Found.of(Rule.GATEWAY_TROUBLE, gateway, what)));
        return found;
    }

    /// The urgent lane first.
    private Optional<Found> outbox(String gateway, Report report) {
        for (Priority lane : List.of(Priority.URGENT, Priority.ROUTINE))
            for (LaneState state : report.outbox()) {
                Duration age = Duration.ofSeconds(state.oldestSeconds().orElse(0L));
                if (state.lane() == lane && age.compareTo(terms.mostAge(lane)) > 0)
                    return Optional.of(
                            Found.of(Rule.GATEWAY_OUTBOX, gateway, age.toMinutes(), lane.name(), state.depth()));
            }
        return Optional.empty();
    }

    private static Optional<String> trouble(Report report) {
        boolean away = report.machine().database() == Report.Database.AWAY;
        boolean low = report.machine().disk() == Report.Disk.LOW;
        if (!away && !low) return Optional.empty();
        return Optional.of(away && low ? "BOTH" : away ? "DATABASE" : "DISK");
    }
}
