package org.liaison.hub;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.liaison.directory.Directory;
import org.liaison.message.Priority;
import org.liaison.routes.hub.HubRoutes.Arrivals;
import org.liaison.routes.hub.HubRoutes.Parcels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One lane of post with a thread and a connection of its own, so that a full routine lane never delays the
/// urgent one.
///
/// For each batch: take it from the intakes, let the flow answer (when it returns, every answer is durable
/// in the log), send the answers and acknowledge the batch in one transaction. Whatever fails, the lane
/// closes its connection, which puts the batch back, waits, and begins anew: recovery is the way it starts
/// every day.
final class Lane implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration WHILE_HELD = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Priority priority;
    private final Broker broker;
    private final HubSettings.Lanes settings;
    private final long mostBytes;
    private final Duties duties;
    private final Thread thread;

    private volatile boolean stopped;
    private volatile Optional<String> trouble = Optional.of("has not begun");
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong waits = new AtomicLong();

    /// What a lane works with: the flow, the directory in force, whether an operator holds it,
    /// who watches it carry.
    record Duties(
            Function<Arrivals, Parcels> flow, Supplier<Directory> directory, BooleanSupplier held, CarryWatch watch) {}

    Lane(Priority priority, Broker broker, HubSettings settings, Duties duties) {
        this.priority = priority;
        this.broker = broker;
        this.settings = settings.lanes();
        this.mostBytes = settings.limits().envelopeBytes();
        this.duties = duties;
        this.thread = Thread.ofPlatform()
                .name("hub-lane-" + priority.name().toLowerCase(java.util.Locale.ROOT))
                .unstarted(this);
    }

    void start() {
        thread.start();
    }

    Priority priority() {
        return priority;
    }

    /// No further batch.
    void finish() {
        stopped = true;
    }

    @Override
    public void run() {
        Duration pause = SHORTEST_PAUSE;
        while (!stopped) {
            long before = messages.get();
            try {
                carryOn();
            } catch (InterruptedException _) {
                return;
            } catch (Exception | Error e) {
                if (stopped) return;
                pause = messages.get() > before ? SHORTEST_PAUSE : longer(pause);
                trouble = Optional.of(e.getClass().getSimpleName());
                LOG.warn("The {} lane rolled back and tries again in {} ms: {}", priority, pause.toMillis(), causes(e));
                if (wasInterruptedDuring(pause)) return;
            }
        }
    }

    private void carryOn() throws Exception {
        Directory known = duties.directory().get();
        try (LaneConnection connection = LaneConnection.open(broker, priority, known, settings, mostBytes)) {
            trouble = Optional.empty();
            // A new directory can bring gateways whose intakes must be opened.
            while (!stopped && duties.directory().get().number() == known.number()) {
                if (duties.held().getAsBoolean()) {
                    waits.incrementAndGet();
                    Thread.sleep(WHILE_HELD);
                    continue;
                }
                List<LaneConnection.Item> batch = connection.take();
                if (batch.isEmpty()) continue;
                Parcels parcels = duties.flow().apply(LaneConnection.arrivals(batch));
                duties.watch().around(parcels, () -> connection.answer(batch, parcels));
                messages.addAndGet(batch.size());
            }
        }
    }

    /// Why no post moves in this lane; empty while it does.
    Optional<String> trouble() {
        if (!thread.isAlive()) return Optional.of("its thread has ended");
        return trouble;
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /// How often it has found itself held and left its post where it is.
    long waits() {
        return waits.get();
    }

    long messages() {
        return messages.get();
    }

    /// Returns when the batch in hand is answered.
    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(Duration.ofSeconds(20));
            if (thread.isAlive()) thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean wasInterruptedDuring(Duration pause) {
        try {
            Thread.sleep(pause);
            return false;
        } catch (InterruptedException _) {
            return true;
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /// Classes and messages of our own exceptions down to the root; these never quote content.
    private static String causes(Throwable e) {
        StringBuilder text = new StringBuilder(e.toString());
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause())
            text.append("; because of ").append(cause);
        return text.toString();
    }
}
