package org.liaison.hub;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.liaison.console.port.Corridor;
import org.liaison.console.port.Latency;
import org.liaison.console.port.Traffic.Figures;
import org.liaison.message.Priority;
import org.liaison.message.Reason;

/// Counts by minute, corridor and lane, until they are written away. One thread's own.
final class Tally {

    /// A minute of one lane of a corridor.
    record Cell(Instant minute, Corridor corridor, Priority lane) {}

    /// What can be counted, one for each message and recipient.
    enum Counted {
        ACCEPTED,
        REFUSED,
        HANDED_OVER,
        FAILED,
        OPENED
    }

    private static final class Sum {
        private final Map<Counted, Long> counts = new EnumMap<>(Counted.class);
        private final Map<Reason, Long> refusals = new EnumMap<>(Reason.class);
        private final Latency latency = Latency.none();

        Figures figures() {
            return new Figures(
                    of(Counted.ACCEPTED),
                    of(Counted.REFUSED),
                    of(Counted.HANDED_OVER),
                    of(Counted.FAILED),
                    of(Counted.OPENED),
                    latency,
                    refusals);
        }

        private long of(Counted what) {
            return counts.getOrDefault(what, 0L);
        }
    }

    private final Map<Cell, Sum> sums = new HashMap<>();

    void add(Movement movement) {
        Sum sum = sums.computeIfAbsent(
                new Cell(minute(movement.at()), movement.corridor(), movement.lane()), _ -> new Sum());
        sum.counts.merge(movement.what(), 1L, Long::sum);
        movement.reason().ifPresent(reason -> sum.refusals.merge(reason, 1L, Long::sum));
        movement.took().ifPresent(sum.latency::add);
    }

    void addAll(Collection<Movement> movements) {
        movements.forEach(this::add);
    }

    boolean isEmpty() {
        return sums.isEmpty();
    }

    /// What was counted since the last time; it is forgotten here only by [#forget].
    Map<Cell, Figures> counted() {
        Map<Cell, Figures> counted = new HashMap<>();
        sums.forEach((cell, sum) -> counted.put(cell, sum.figures()));
        return counted;
    }

    void forget() {
        sums.clear();
    }

    static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }
}
