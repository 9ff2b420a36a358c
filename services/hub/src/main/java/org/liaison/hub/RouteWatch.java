package org.liaison.hub;

import java.time.InstantSource;
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
import org.liaison.console.port.Routes.Failure;

/// Counts what goes through each Camel route, once a batch.
final class RouteWatch implements RoutePolicyFactory {

    private static final long MINUTE = 60;

    /// What one route has seen since the start.
    static final class Count {
        private final AtomicLong begun = new AtomicLong();
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();
        private final AtomicReference<@Nullable Failure> last = new AtomicReference<>();
        private long minute;
        private long inMinute;
        private long inMinuteBefore;

        private synchronized void done(long now) {
            done.incrementAndGet();
            turn(now);
            inMinute++;
        }

        private synchronized long before(long now) {
            turn(now);
            return inMinuteBefore;
        }

        private void turn(long now) {
            if (now == minute) return;
            inMinuteBefore = now == minute + 1 ? inMinute : 0;
            inMinute = 0;
            minute = now;
        }

        long exchanges() {
            return done.get();
        }

        long failed() {
            return failed.get();
        }

        long inFlight() {
            return Math.max(0, begun.get() - done.get());
        }

        Optional<Failure> lastFailure() {
            return Optional.ofNullable(last.get());
        }
    }

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final InstantSource clock;

    RouteWatch(InstantSource clock) {
        this.clock = clock;
    }

    /// What went through it in the last full minute.
    long lastMinute(String route) {
        return of(route).before(minute());
    }

    private long minute() {
        return clock.instant().getEpochSecond() / MINUTE;
    }

    Count of(String route) {
        return counts.computeIfAbsent(route, _ -> new Count());
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camel, String route, NamedNode definition) {
        Count count = of(route);
        return new RoutePolicySupport() {
            @Override
            public void onExchangeBegin(Route begun, Exchange exchange) {
                count.begun.incrementAndGet();
            }

            // Also a fault that was dealt with is one.
            @Override
            public void onExchangeDone(Route done, Exchange exchange) {
                count.done(minute());
                Throwable fault = exchange.getException() != null
                        ? exchange.getException()
                        : exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
                if (fault == null) return;
                count.failed.incrementAndGet();
                count.last.set(new Failure(clock.instant(), fault.getClass().getSimpleName()));
            }
        };
    }
}
