package org.liaison.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.liaison.console.port.Answer;
import org.liaison.console.port.Grounds;
import org.liaison.console.port.Operator;
import org.liaison.console.port.Routes;
import org.liaison.console.port.Said;
import org.liaison.console.port.Said.What;
import org.liaison.message.report.RouteState;
import org.liaison.tracing.routes.RouteCounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pauses and resumes routes. Three steps, in this order: the entry in the audit log, the row in the table,
/// the effect.
///
/// Only entrances can be paused: a route that others call would turn their batches into faults. The post's
/// entrance are the lanes, which then leave everything at the broker.
final class RouteDesk implements Routes, AutoCloseable {

    static final String INTAKE = "hub-intake";
    static final Set<String> PAUSABLE = Set.of(INTAKE, "hub-directory-watch", "hub-checkpoint-watch");
    static final Duration LONGEST = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(RouteDesk.class);

    private final CamelContext camel;
    private final RouteCounts counts;
    private final Pauses pauses;
    private final OperatorLog log;
    private final InstantSource clock;
    private final Map<String, Pause> holding = new ConcurrentHashMap<>();
    /// Pauses whose end stands in the log and has not come about yet.
    private final Set<Pause> recorded = new HashSet<>();

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hub-pauses").daemon().factory());

    private RouteDesk(CamelContext camel, RouteCounts counts, Pauses pauses, OperatorLog log, InstantSource clock) {
        this.camel = camel;
        this.counts = counts;
        this.pauses = pauses;
        this.log = log;
        this.clock = clock;
    }

    /// Puts every pause that still holds into effect again, before the first post is taken.
    @SuppressWarnings("FutureReturnValueIgnored")
    static RouteDesk open(CamelContext camel, RouteCounts counts, Pauses pauses, OperatorLog log, InstantSource clock) {
        RouteDesk desk = new RouteDesk(camel, counts, pauses, log, clock);
        for (Pause pause : pauses.all()) desk.hold(pause);
        desk.endThoseThatAreOver();
        desk.executor.scheduleWithFixedDelay(desk::endThoseThatAreOver, 500, 500, TimeUnit.MILLISECONDS);
        return desk;
    }

    /// Asked by the lanes before each batch.
    boolean isIntakeHeld() {
        return holding.containsKey(INTAKE);
    }

    Optional<Pause> pauseOf(String route) {
        return Optional.ofNullable(holding.get(route));
    }

    @Override
    public List<Route> all() {
        return counts.all(camel).stream().map(this::route).toList();
    }

    private Route route(RouteState state) {
        Optional<Pause> pause = pauseOf(state.id());
        return new Route(
                state.id(),
                PAUSABLE.contains(state.id()),
                state.running() && pause.isEmpty(),
                pause,
                state.exchanges(),
                counts.lastMinute(state.id()),
                state.failed(),
                state.inFlight(),
                state.lastFailure());
    }

    @Override
    public synchronized Answer pause(String route, Instant until, Operator by, Grounds why) {
        if (!PAUSABLE.contains(route))
            return new Answer.Refused(Said.of(
                    What.NOT_PAUSABLE,
                    route,
                    String.join(", ", PAUSABLE.stream().sorted().toList())));
        Instant now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST)))
            return new Answer.Refused(Said.of(What.PAUSE_TOO_LONG, LONGEST.toHours()));
        long index = log.write("Pause " + route + " until " + until, by, why);
        Pause pause = new Pause(route, now, until, by, why);
        pauses.keep(pause);
        hold(pause);
        return new Answer.Done(index, Said.of(What.PAUSED, route, until));
    }

    @Override
    public synchronized Answer resume(String route, Operator by, Grounds why) {
        if (!holding.containsKey(route)) return new Answer.Refused(Said.of(What.NOT_PAUSED, route));
        long index = log.write("Resume " + route, by, why);
        pauses.forget(route);
        release(route);
        return new Answer.Done(index, Said.of(What.GOES_ON, route));
    }

    /// The entry of the pause named its end, so ending it needs nobody. While the log or the database is
    /// away the pause lasts: nothing could be recorded anyway. One that cannot be ended keeps no other.
    private synchronized void endThoseThatAreOver() {
        Instant now = clock.instant();
        for (Pause pause : List.copyOf(holding.values())) if (!pause.until().isAfter(now)) end(pause);
    }

    /// What is tried again is not recorded again.
    private void end(Pause pause) {
        try {
            if (!recorded.contains(pause)) {
                log.write("Resume " + pause.route() + " at the end of its pause, which " + pause.by() + " set to "
                        + pause.until());
                recorded.add(pause);
            }
            pauses.forget(pause.route());
            release(pause.route());
            recorded.remove(pause);
        } catch (RuntimeException e) {
            LOG.warn("A pause that is over could not be ended, and will be: {}", e.toString());
        }
    }

    private void hold(Pause pause) {
        holding.put(pause.route(), pause);
        if (pause.route().equals(INTAKE)) return;
        try {
            camel.getRouteController().suspendRoute(pause.route());
        } catch (Exception e) {
            throw new IllegalStateException("the route " + pause.route() + " does not let itself be paused", e);
        }
    }

    private void release(String route) {
        try {
            if (!route.equals(INTAKE)) camel.getRouteController().resumeRoute(route);
            holding.remove(route);
        } catch (Exception e) {
            throw new IllegalStateException("the route " + route + " does not go on", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
