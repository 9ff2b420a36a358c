package org.liaison.hub;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
        private long beyond;
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
            case HANDED_OVER, FAILED -> end(queue, movement.leg());
            case REFUSED, OPENED -> {}
        }
    }

    private void begin(Queue queue, Movement movement) {
        if (known >= most) {
            queue.beyond++;
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

    private void end(Queue queue, Leg leg) {
        if (queue.known.remove(leg) != null) known--;
        else if (queue.beyond > 0) queue.beyond--;
    }

    /// Nobody waits any more for what has expired: its sender's gateway has said so.
    void expire(Instant now) {
        for (Queue queue : queues.values()) {
            int before = queue.known.size();
            queue.known.values().removeIf(since -> since.expires().isBefore(now));
            known -= before - queue.known.size();
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
                        queue.known.size() + queue.beyond,
                        queue.known.values().stream().findFirst().map(Since::accepted))));
        return waiting;
    }
}
