package org.liaison.hub;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liaison.console.port.Corridor;
import org.liaison.hub.Movement.Leg;
import org.liaison.message.Priority;

/// What was accepted and whose recipient has said nothing yet, in the order of acceptance. One thread's
/// own.
///
/// A network that has come to a standstill must not fill the hub's memory: beyond [#MOST] only the number
/// is kept, so that the age is that of the oldest, which is always among those that are known one by one.
final class UnderWay {

    static final int MOST = 200_000;

    record Way(Corridor corridor, Priority lane) {}

    private record Since(Instant accepted, Instant expires) {}

    private static final class Queue {
        private final LinkedHashMap<Leg, Since> known = new LinkedHashMap<>();
        /// By the hour in which they expire, so that these, too, end.
        private final TreeMap<Instant, Long> beyond = new TreeMap<>();

        private void count(Instant expires) {
            beyond.merge(hour(expires), 1L, Long::sum);
        }

        private void discount(Instant expires) {
            beyond.computeIfPresent(hour(expires), (_, many) -> many == 1 ? null : Long.valueOf(many - 1));
        }

        private long size() {
            return known.size()
                    + beyond.values().stream().mapToLong(Long::longValue).sum();
        }

        private static Instant hour(Instant at) {
            return at.truncatedTo(ChronoUnit.HOURS);
        }
    }

    private final Map<Way, Queue> queues = new HashMap<>();
    private final int most;
    private int known;

    UnderWay() {
        this(MOST);
    }

    UnderWay(int most) {
        this.most = most;
    }

    void follow(Movement movement) {
        Queue queue = queues.computeIfAbsent(new Way(movement.corridor(), movement.lane()), _ -> new Queue());
        switch (movement.what()) {
            case ACCEPTED -> begin(queue, movement);
            case HANDED_OVER, FAILED -> {
                if (!end(queue, movement.leg())) queue.discount(movement.slip().expires());
            }
            case REFUSED, OPENED -> {}
        }
    }

    private void begin(Queue queue, Movement movement) {
        if (known >= most) {
            queue.count(movement.slip().expires());
            return;
        }
        Since since = new Since(movement.at(), movement.slip().expires());
        if (queue.known.putIfAbsent(movement.leg(), since) == null) known++;
    }

    /// As [#follow] of a hand-over, where the lane is not known.
    void settle(Corridor corridor, Leg leg) {
        for (Priority lane : Priority.values()) {
            Queue queue = queues.get(new Way(corridor, lane));
            if (queue != null && queue.known.containsKey(leg)) end(queue, leg);
        }
    }

    private boolean end(Queue queue, Leg leg) {
        if (queue.known.remove(leg) == null) return false;
        known--;
        return true;
    }

    /// Nobody waits any more for what has expired: its sender's gateway has said so.
    void expire(Instant now) {
        for (Queue queue : queues.values()) {
            int before = queue.known.size();
            queue.known.values().removeIf(since -> since.expires().isBefore(now));
            known -= before - queue.known.size();
            queue.beyond.headMap(Queue.hour(now)).clear();
        }
    }

    /// Begins with what the log told.
    void takeOver(UnderWay before) {
        queues.clear();
        queues.putAll(before.queues);
        known = before.known;
    }

    record Waiting(long messages, Optional<Instant> oldest) {}

    Map<Way, Waiting> waiting() {
        Map<Way, Waiting> waiting = new HashMap<>();
        queues.forEach((way, queue) -> waiting.put(
                way,
                new Waiting(
                        queue.size(), queue.known.values().stream().findFirst().map(Since::accepted))));
        return waiting;
    }
}
