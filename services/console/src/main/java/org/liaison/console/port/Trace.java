package org.liaison.console.port;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liaison.message.MessageId;

/// One message's way, from the log.
public interface Trace {

    /// Oldest first; empty when the log knows nothing of it.
    List<Step> of(MessageId message);

    /// Where it can be seen how long each stage took; empty where the programs tell no collector
    /// of traces.
    Optional<URI> timing(MessageId message);

    /// `proven`: this entry was found in the tree under a checkpoint with valid signatures, now. `by` is who says so:
    /// the hub, or the recipient whose evidence it is. `why` are the reasons of a refusal.
    record Step(
            long index,
            Instant at,
            String event,
            String by,
            Optional<Parties> parties,
            List<String> why,
            String note,
            boolean proven,
            String proof) {
        public Step {
            why = List.copyOf(why);
        }
    }

    /// What the slip says on its outside.
    record Parties(String from, List<String> to, String kind, String caseId, String lane, Optional<Instant> due) {
        public Parties {
            to = List.copyOf(to);
        }
    }
}
