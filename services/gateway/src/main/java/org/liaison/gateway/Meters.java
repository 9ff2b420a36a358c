package org.liaison.gateway;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.apache.camel.CamelContext;
import org.liaison.message.Priority;
import org.liaison.message.report.Report.LaneState;
import org.liaison.message.report.RouteState;
import org.liaison.tracing.routes.RouteCounts;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// What the gateway tells a metrics server: its routes, its outbox, its link to the hub, what it
/// had to set aside. Labels are lanes and routes; never a case, a message, an authority or a
/// person.
final class Meters {

    /// One question of a metrics server asks for many figures: the database is asked once.
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Counts counts;
    /// Held here: a registry holds what it asks only weakly.
    private final Shown shown;

    private final Clock clock;
    private Optional<Figures> figures = Optional.empty();
    private Instant asked = Instant.EPOCH;

    /// What is known without the database.
    record Shown(CamelContext camel, RouteCounts routes, HubLink link, SnapshotsInFiles snapshots) {}

    private record Figures(List<LaneState> lanes, long setAside, long incidents, long refusals) {

        LaneState lane(Priority lane) {
            return lanes.stream()
                    .filter(state -> state.lane() == lane)
                    .findFirst()
                    .orElseThrow();
        }
    }

    Meters(Counts counts, Shown shown, Clock clock) {
        this.counts = counts;
        this.shown = shown;
        this.clock = clock;
    }

    void show(MeterRegistry registry) {
        for (Priority lane : Priority.values()) {
            List<Tag> tags = List.of(Tag.of("lane", lane.name()));
            gauge(
                    registry,
                    "liaison.gateway.outbox",
                    tags,
                    figures -> figures.lane(lane).depth());
            gauge(
                    registry,
                    "liaison.gateway.oldest.seconds",
                    tags,
                    figures -> figures.lane(lane).oldestSeconds().orElse(0L));
        }
        gauge(registry, "liaison.gateway.set.aside", List.of(), Figures::setAside);
        gauge(registry, "liaison.gateway.incidents", List.of(), Figures::incidents);
        gauge(registry, "liaison.gateway.refusals", List.of(), Figures::refusals);
        Gauge.builder("liaison.gateway.database", this, all -> all.figures().isPresent() ? 1 : 0)
                .register(registry);
        Gauge.builder(
                        "liaison.gateway.connected",
                        shown.link(),
                        link -> link.standing().connected() ? 1 : 0)
                .register(registry);
        Gauge.builder(
                        "liaison.gateway.directory",
                        shown.snapshots(),
                        all -> all.directory().number())
                .register(registry);
        Gauge.builder(
                        "liaison.gateway.rulebook",
                        shown.snapshots(),
                        all -> all.rulebook().number())
                .register(registry);
        for (RouteState route : shown.routes().all(shown.camel())) routes(registry, route.id());
    }

    private void routes(MeterRegistry registry, String id) {
        List<Tag> tags = List.of(Tag.of("route", id));
        FunctionCounter.builder("liaison.route.exchanges", shown, all -> of(all, id, RouteState::exchanges))
                .tags(tags)
                .register(registry);
        FunctionCounter.builder("liaison.route.failures", shown, all -> of(all, id, RouteState::failed))
                .tags(tags)
                .register(registry);
        Gauge.builder("liaison.route.running", shown, all -> of(all, id, state -> state.running() ? 1 : 0))
                .tags(tags)
                .register(registry);
    }

    private static double of(Shown shown, String id, ToLongFunction<RouteState> figure) {
        return shown.routes().all(shown.camel()).stream()
                .filter(state -> state.id().equals(id))
                .mapToLong(figure)
                .sum();
    }

    /// While the database is away nobody knows, which is not nought.
    private void gauge(MeterRegistry registry, String name, List<Tag> tags, ToDoubleFunction<Figures> figure) {
        Gauge.builder(
                        name,
                        this,
                        all -> all.figures().map(figure::applyAsDouble).orElse(Double.NaN))
                .tags(tags)
                .register(registry);
    }

    private synchronized Optional<Figures> figures() {
        Instant now = clock.instant();
        if (asked.plus(FRESH).isAfter(now)) return figures;
        try {
            figures = Optional.of(
                    new Figures(counts.lanes(now), counts.setAside(), counts.incidents(), counts.refusals()));
        } catch (DataAccessException | TransactionException e) {
            figures = Optional.empty();
        }
        asked = now;
        return figures;
    }
}
