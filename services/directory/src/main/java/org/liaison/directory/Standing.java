package org.liaison.directory;

import java.time.Instant;

/// How far a snapshot can be relied on at one moment.
public sealed interface Standing {

    record Current(Instant until) implements Standing {}

    /// It has expired, and work goes on until `end`: the operator must be told.
    record InGrace(Instant expired, Instant end) implements Standing {}

    /// Nothing may be decided by it any more.
    record Expired(Instant since) implements Standing {}

    /// Whether decisions may still be made by the snapshot.
    default boolean inForce() {
        return switch (this) {
            case Current _, InGrace _ -> true;
            case Expired _ -> false;
        };
    }
}
