package org.liaison.console.port;

import java.time.Instant;
import java.util.List;

/// What was done to the hub, rather than through it: starts, snapshots, interventions, incidents.
public interface Changes {

    /// Newest first, at most 200.
    List<Change> since(Instant from);

    record Change(long index, Instant at, String event, String note) {}
}
