package org.liaison.hub;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.liaison.console.port.Routes;
import org.liaison.console.port.Views;
import org.liaison.message.Priority;
import org.liaison.routes.hub.Sighting;

/// What the hub tells a metrics server: counts by lane, corridor and reason, routes, what waits. Labels
/// come from closed lists and from the directory's countries, and of corridors only so many as a server
/// bears; never an id or an authority.
final class Meters {

    private static final int MOST_CORRIDORS = 400;
    private static final String OTHER = "other";

    private final MeterRegistry registry;
    private final Set<String> corridors = new HashSet<>();

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Sighting sighting, List<Movement> movements) {
        for (Movement movement : movements) count(movement);
        if (sighting instanceof Sighting.Incident)
            Counter.builder("liaison.incidents").register(registry).increment();
        if (movements.isEmpty() && sighting instanceof Sighting.Refused refused)
            Counter.builder("liaison.unreadable")
                    .tag("reason", refused.reason().name())
                    .register(registry)
                    .increment();
    }

    private void count(Movement movement) {
        String corridor = bounded(movement.corridor().toString());
        Counter.builder("liaison.messages")
                .description("Messages by what happened to them, one for each recipient")
                .tag("corridor", corridor)
                .tag("lane", movement.lane().name())
                .tag("event", movement.what().name())
                .tag("reason", movement.reason().map(Enum::name).orElse(""))
                .register(registry)
                .increment();
        movement.took()
                .ifPresent(took -> Timer.builder("liaison.handover")
                        .description("From the hub's acceptance to the recipient's word")
                        .tag("corridor", corridor)
                        .tag("lane", movement.lane().name())
                        .serviceLevelObjectives(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(10),
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(10),
                                Duration.ofHours(1))
                        .register(registry)
                        .record(took));
    }

    private String bounded(String corridor) {
        if (corridors.contains(corridor)) return corridor;
        if (corridors.size() >= MOST_CORRIDORS) return OTHER;
        corridors.add(corridor);
        return corridor;
    }

    /// What is read when the metrics server asks.
    void watch(Views views, TrafficDesk traffic, Lanes lanes) {
        Counter.builder("liaison.incidents").register(registry);
        for (Priority lane : Priority.values()) {
            registry.gauge(
                    "liaison.oldest.seconds",
                    List.of(Tag.of("lane", lane.name())),
                    traffic,
                    desk -> desk.oldestSeconds(lane));
            registry.gauge(
                    "liaison.in.flight", List.of(Tag.of("lane", lane.name())), traffic, desk -> desk.inFlight(lane));
        }
        registry.gauge("liaison.lanes.in.trouble", lanes, all -> all.troubles().size());
        registry.gauge("liaison.log.size", views.log(), log -> log.standing().size());
        views.routes().all().forEach(route -> {
            List<Tag> tags = List.of(Tag.of("route", route.id()));
            FunctionCounter.builder(
                            "liaison.route.exchanges",
                            views.routes(),
                            all -> of(all, route.id()).exchanges())
                    .tags(tags)
                    .register(registry);
            FunctionCounter.builder(
                            "liaison.route.failures",
                            views.routes(),
                            all -> of(all, route.id()).failed())
                    .tags(tags)
                    .register(registry);
            Gauge.builder(
                            "liaison.route.running",
                            views.routes(),
                            all -> of(all, route.id()).running() ? 1 : 0)
                    .tags(tags)
                    .register(registry);
        });
    }

    private static Routes.Route of(Routes routes, String id) {
        return routes.all().stream()
                .filter(route -> route.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
