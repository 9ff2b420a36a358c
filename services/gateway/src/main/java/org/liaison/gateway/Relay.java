package org.liaison.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.liaison.routes.gateway.Carriage;
import org.liaison.routes.gateway.GatewayRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the outbox moving: sends when something was put in, looks by itself once a second, and passes limits. One
/// thread; a second gateway process on the same database would share the work, for rows are leased.
final class Relay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration LOOK_BY_ITSELF = Duration.ofSeconds(1);
    private static final Duration LIMITS_EVERY = Duration.ofSeconds(5);
    private static final Duration DEADLINES_EVERY = Duration.ofSeconds(60);

    private final GatewayRoutes routes;
    private final Clock clock;
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;
    private Instant limitsPassed = Instant.EPOCH;
    private Instant deadlinesWatched = Instant.EPOCH;

    Relay(GatewayRoutes routes, Clock clock, String gateway) {
        this.routes = routes;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name(gateway + "-relay").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// There is something to send.
    void nudge() {
        nudges.release();
    }

    private void run() {
        Pause pause = new Pause();
        while (!stopping) {
            try {
                passLimits();
                watchDeadlines();
                switch (routes.dispatch(clock.instant())) {
                    case Carriage.Returned _ -> sleep(pause.next());
                    case Carriage.Carried carried -> {
                        pause.over();
                        if (carried.parcels().isEmpty()) waitForNudge();
                    }
                }
            } catch (RuntimeException | OutOfMemoryError e) {
                if (stopping) return;
                LOG.error("the outbox did not move: {}; trying again", Faults.describe(e));
                sleep(pause.next());
            }
        }
    }

    private void passLimits() {
        Instant now = clock.instant();
        if (Duration.between(limitsPassed, now).compareTo(LIMITS_EVERY) < 0) return;
        routes.passLimits(now);
        limitsPassed = now;
    }

    private void watchDeadlines() {
        Instant now = clock.instant();
        if (Duration.between(deadlinesWatched, now).compareTo(DEADLINES_EVERY) < 0) return;
        deadlinesWatched = now;
        try {
            routes.watchDeadlines(now);
        } catch (RuntimeException e) {
            // Whatever is wrong with reminding, sending goes on.
            LOG.error("deadlines were not watched: {}; trying again", Faults.describe(e));
        }
    }

    private void waitForNudge() {
        try {
            if (nudges.tryAcquire(LOOK_BY_ITSELF.toMillis(), TimeUnit.MILLISECONDS)) nudges.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        stopping = true;
        nudge();
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
