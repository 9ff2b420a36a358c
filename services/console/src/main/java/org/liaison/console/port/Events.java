package org.liaison.console.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;

/// What happens, as it happens.
public interface Events {

    /// Fills the queue with what follows, until closed. A reader too slow for its queue misses the newest, and is told
    /// by [Event#missed] of the next that fits.
    Following follow(Filter filter, BlockingQueue<Event> reader);

    /// The newest first, at most `most`.
    List<Event> latest(Filter filter, int most);

    interface Following extends AutoCloseable {
        @Override
        void close();
    }

    enum Kind {
        ACCEPTED,
        REFUSED,
        HANDED_OVER,
        HANDOVER_FAILED,
        OPENED,
        INCIDENT
    }

    /// Metadata from slips and evidence. `parties` is empty where nobody could be identified.
    record Event(
            long index,
            Instant at,
            Kind kind,
            Optional<String> message,
            Optional<Corridor> corridor,
            Optional<String> from,
            Optional<String> to,
            Optional<String> reason,
            String gateway,
            long missed) {

        public Event afterMissing(long many) {
            return new Event(index, at, kind, message, corridor, from, to, reason, gateway, many);
        }
    }

    /// Empty means any.
    record Filter(Optional<Kind> kind, Optional<Corridor> corridor, Optional<String> authority) {

        public static Filter any() {
            return new Filter(Optional.empty(), Optional.empty(), Optional.empty());
        }

        public boolean lets(Event event) {
            return kind.map(wanted -> wanted == event.kind()).orElse(true)
                    && corridor.map(wanted -> event.corridor().equals(Optional.of(wanted)))
                            .orElse(true)
                    && authority
                            .map(wanted -> event.from().equals(Optional.of(wanted))
                                    || event.to().equals(Optional.of(wanted)))
                            .orElse(true);
        }
    }
}
