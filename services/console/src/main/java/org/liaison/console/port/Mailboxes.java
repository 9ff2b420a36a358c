package org.liaison.console.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What waits at the broker.
public interface Mailboxes {

    /// Every queue that the directory in force asks for, in the order of names.
    Reading all();

    /// One queue: the gateway fills it, where it is an intake, or else fetches it. The oldest time is absent where the
    /// queue is empty or the broker does not say; paging, where it was not asked.
    record Box(
            String name,
            Kind kind,
            Optional<String> gateway,
            long depth,
            Optional<Instant> oldest,
            boolean fetched,
            Optional<Boolean> paging) {
        public Box {
            if (depth < 0) throw new IllegalArgumentException("a queue holds no fewer than 0 messages");
        }
    }

    sealed interface Reading {

        /// By gateway, how much lies in those mailboxes of it from which nobody takes; a gateway that fetches is not
        /// named, and none where the broker does not say.
        default Map<String, Long> unfetched() {
            Map<String, Long> waiting = new TreeMap<>();
            if (this instanceof Read(var _, List<Box> boxes))
                for (Box box : boxes)
                    if (box.kind() == Kind.MAILBOX && !box.fetched())
                        box.gateway().ifPresent(gateway -> waiting.merge(gateway, box.depth(), Long::sum));
            return waiting;
        }

        record Read(Instant at, List<Box> boxes) implements Reading {
            public Read {
                boxes = List.copyOf(boxes);
            }
        }

        /// The broker did not tell. The sentence says what is known of why.
        record Unread(String sentence) implements Reading {}
    }

    enum Kind {
        /// Gateways send there.
        INTAKE,
        /// What an authority has not fetched yet.
        MAILBOX,
        /// Set aside: quarantine, dead letters, what has expired.
        ASIDE
    }
}
