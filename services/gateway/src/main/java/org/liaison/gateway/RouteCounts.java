package org.liaison.gateway;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;
import org.liaison.message.report.Report;
import org.liaison.message.report.RouteState;

/// Counts what goes through each Camel route, once a batch. Of a fault it keeps the class.
final class RouteCounts implements RoutePolicyFactory {

    private static final int LONGEST = 80;

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final Clock clock;

    RouteCounts(Clock clock) {
        this.clock = clock;
    }

    private static final class Count {
        private final AtomicLong begun = new AtomicLong();
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();
        private final AtomicReference<RouteState.@Nullable Failure> last = new AtomicReference<>();
    }

    List<RouteState> of(CamelContext camel) {
        return camel.getRoutes().stream()
                .map(Route::getId)
                .sorted(Comparator.naturalOrder())
                .limit(Report.MOST_ROUTES)
                .map(id -> state(camel, id))
                .toList();
    }

    private RouteState state(CamelContext camel, String id) {
        Count count = counts.computeIfAbsent(id, _ -> new Count());
        long done = count.done.get();
        return new RouteState(
                id,
                camel.getRouteController().getRouteStatus(id).isStarted(),
                done,
                count.failed.get(),
                Math.max(0, count.begun.get() - done),
                Optional.ofNullable(count.last.get()));
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camel, String route, NamedNode definition) {
        Count count = counts.computeIfAbsent(route, _ -> new Count());
        return new RoutePolicySupport() {
            @Override
            public void onExchangeBegin(Route begun, Exchange exchange) {
                count.begun.incrementAndGet();
            }

            // Also a fault that was dealt with is one.
            @Override
            public void onExchangeDone(Route done, Exchange exchange) {
                count.done.incrementAndGet();
                Throwable fault = exchange.getException() != null
                        ? exchange.getException()
                        : exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
                if (fault == null) return;
                count.failed.incrementAndGet();
                count.last.set(new RouteState.Failure(clock.instant(), name(fault)));
            }
        };
    }

    /// A class without a name has no simple name, either.
    private static String name(Throwable fault) {
        String name = fault.getClass().getSimpleName();
        if (name.isEmpty()) return "Throwable";
        return name.substring(0, Math.min(LONGEST, name.length())).replaceAll("[^A-Za-z0-9_$]", "_");
    }
}
