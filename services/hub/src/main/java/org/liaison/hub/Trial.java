package org.liaison.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.liaison.console.port.Gateways.Echoed;
import org.liaison.console.port.Gateways.Stage;
import org.liaison.console.port.Gateways.Tested;
import org.liaison.console.port.Operator;
import org.liaison.message.report.Echo;
import org.liaison.message.report.Probe;

/// One test of a connection. Whoever waits for the echo and whoever brings it may come at the
/// same moment: the first one has the say, and an echo after the end makes it [Stage#LATE].
final class Trial {

    private final Probe probe = new Probe(UUID.randomUUID());
    private final Operator by;
    private final long entry;
    private final CountDownLatch echo = new CountDownLatch(1);
    private Instant sentAt;
    private long sentNanos;
    private @Nullable Tested tested;

    Trial(Operator by, long entry, Instant begun) {
        this.by = by;
        this.entry = entry;
        this.sentAt = begun;
    }

    Probe probe() {
        return probe;
    }

    synchronized void isSent(Instant at) {
        sentAt = at;
        sentNanos = System.nanoTime();
    }

    void awaitEcho(Duration patience) throws InterruptedException {
        // Either way `end` knows how it went.
        boolean _ = echo.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// What is known when nobody waits any longer: `stage`, unless the echo came.
    synchronized Tested end(Stage stage) {
        Tested known = tested;
        if (known != null) return known;
        Tested now = new Tested(sentAt, by, entry, stage, Optional.empty());
        tested = now;
        return now;
    }

    synchronized boolean echoed(Echo answer, Instant now) {
        Tested known = tested;
        boolean answered = known != null && known.echoed().isPresent();
        if (answered || !answer.probe().equals(probe.id())) return false;
        Duration roundTrip = Duration.ofNanos(System.nanoTime() - sentNanos);
        Duration ahead = Duration.between(now.minus(roundTrip.dividedBy(2)), answer.clock());
        tested = new Tested(
                sentAt,
                by,
                entry,
                known == null ? Stage.ANSWERED : Stage.LATE,
                Optional.of(new Echoed(roundTrip, ahead, answer.program())));
        echo.countDown();
        return true;
    }

    synchronized Optional<Tested> tested() {
        return Optional.ofNullable(tested);
    }
}
