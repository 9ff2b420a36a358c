package org.liaison.hub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArraySet;
import org.liaison.console.port.Corridor;
import org.liaison.console.port.Events;
import org.liaison.message.AuthorityCode;
import org.liaison.message.MessageId;
import org.liaison.routes.hub.Sighting;

/// The newest things that happened, and whoever looks at them as they do.
final class LiveTail implements Events {

    private static final int KEPT = 500;

    private final Deque<Event> newest = new ArrayDeque<>();
    private final Set<Reader> readers = new CopyOnWriteArraySet<>();

    private static final class Reader implements Following {
        private final Filter filter;
        private final BlockingQueue<Event> queue;
        private final Set<Reader> all;
        private long missed;

        Reader(Filter filter, BlockingQueue<Event> queue, Set<Reader> all) {
            this.filter = filter;
            this.queue = queue;
            this.all = all;
        }

        void offer(Event event) {
            if (!filter.lets(event)) return;
            if (queue.offer(event.afterMissing(missed))) missed = 0;
            else missed++;
        }

        @Override
        public void close() {
            all.remove(this);
        }
    }

    @Override
    public Following follow(Filter filter, BlockingQueue<Event> reader) {
        Reader following = new Reader(filter, reader, readers);
        readers.add(following);
        return following;
    }

    @Override
    public List<Event> latest(Filter filter, int most) {
        List<Event> copy;
        synchronized (newest) {
            copy = new ArrayList<>(newest);
        }
        return copy.reversed().stream().filter(filter::lets).limit(most).toList();
    }

    void show(Sighting sighting) {
        events(sighting).forEach(event -> {
            synchronized (newest) {
                if (newest.size() == KEPT) newest.removeFirst();
                newest.addLast(event);
            }
            for (Reader reader : readers) reader.offer(event);
        });
    }

    private static List<Event> events(Sighting sighting) {
        List<Movement> movements = Movement.of(sighting);
        if (!movements.isEmpty()) return movements.stream().map(LiveTail::event).toList();
        Optional<MessageId> about =
                sighting instanceof Sighting.Incident incident ? incident.about() : Optional.empty();
        Optional<String> reason = sighting instanceof Sighting.Refused refused
                ? Optional.of(refused.reason().name())
                : Optional.empty();
        return List.of(new Event(
                sighting.index(),
                sighting.at(),
                sighting instanceof Sighting.Incident ? Kind.INCIDENT : Kind.REFUSED,
                about.map(MessageId::toString),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                reason,
                sighting.gateway().value(),
                0));
    }

    private static Event event(Movement movement) {
        Kind kind = switch (movement.what()) {
            case ACCEPTED -> Kind.ACCEPTED;
            case REFUSED -> Kind.REFUSED;
            case HANDED_OVER -> Kind.HANDED_OVER;
            case FAILED -> Kind.HANDOVER_FAILED;
            case OPENED -> Kind.OPENED;
        };
        AuthorityCode from = movement.slip().from();
        Corridor corridor = movement.corridor();
        return new Event(
                movement.index(),
                movement.at(),
                kind,
                Optional.of(movement.leg().message().toString()),
                Optional.of(corridor),
                Optional.of(from.toString()),
                Optional.of(movement.leg().to().toString()),
                movement.reason().map(Enum::name),
                movement.gateway(),
                0);
    }
}
