package org.liaison.tracing.routes;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;
import org.liaison.message.report.RouteState;

/// Counts what goes through each Camel route since the program's start; a batch is one exchange.
/// Hub and gateway hang it on their Camel before its routes are made.
public final class RouteCounts implements RoutePolicyFactory {

    private static final int LONGEST = 80;
    private static final long MINUTE = 60;

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public RouteCounts(InstantSource clock) {
        this.clock = clock;
    }

    /// All routes, in the order of their names.
    public List<RouteState> all(CamelContext camel) {
        return camel.getRoutes().stream()
                .map(Route::getId)
                .sorted()
                .map(id -> count(id)
                        .state(id, camel.getRouteController().getRouteStatus(id).isStarted()))
                .toList();
    }

    /// How many exchanges ended in the last full minute.
    public long lastMinute(String route) {
        return count(route).lastMinute(clock.instant());
    }

    private Count count(String route) {
        return counts.computeIfAbsent(route, _ -> new Count());
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camel, String route, NamedNode definition) {
        Count count = count(route);
        return new RoutePolicySupport() {
            @Override
            public void onExchangeBegin(Route begun, Exchange exchange) {
                count.begin();
            }

            // Also a fault that was dealt with is one.
            @Override
            public void onExchangeDone(Route done, Exchange exchange) {
                Throwable fault = exchange.getException() != null
                        ? exchange.getException()
                        : exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
                count.end(clock.instant(), fault);
            }
        };
    }

    private static final class Count {

        private long begun;
        private long done;
        private long failed;
        private long minute;
        private long inMinute;
        private long inMinuteBefore;
        private RouteState.@Nullable Failure last;

        synchronized void begin() {
            begun++;
        }

        synchronized void end(Instant now, @Nullable Throwable fault) {
            done++;
            turn(now);
            inMinute++;
            if (fault == null) return;
            failed++;
            last = new RouteState.Failure(now, nameOf(fault));
        }

        synchronized long lastMinute(Instant now) {
            turn(now);
            return inMinuteBefore;
        }

        synchronized RouteState state(String id, boolean running) {
            return new RouteState(id, running, done, failed, Math.max(0, begun - done), Optional.ofNullable(last));
        }

        private void turn(Instant time) {
            long now = time.getEpochSecond() / MINUTE;
            if (now == minute) return;
            inMinuteBefore = now == minute + 1 ? inMinute : 0;
            inMinute = 0;
            minute = now;
        }
    }

    /// A class without a name has no simple name, either.
    private static String nameOf(Throwable fault) {
        String name = fault.getClass().getSimpleName();
        if (name.isEmpty()) return "Throwable";
        return name.substring(0, Math.min(LONGEST, name.length())).replaceAll("[^A-Za-z0-9_$]", "_");
    }
}
