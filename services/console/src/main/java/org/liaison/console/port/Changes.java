package org.liaison.console.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was done to the hub, rather than through it: starts, snapshots, interventions, incidents.
public interface Changes {

    /// Newest first, at most 200.
    List<Change> since(Instant from);

    /// `note` as the audit log has it, and what it says where that is known: then `by` whom and `why`, too.
    record Change(
            long index,
            Instant at,
            String event,
            String note,
            Optional<Said> said,
            Optional<String> by,
            Optional<String> why) {}
}
