package org.liaison.console.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Directories and rulebooks: those in force and those before them.
public interface SnapshotShelf {

    /// Newest first, of both kinds.
    List<Version> all();

    /// What changed from one version to another; empty when either is not kept.
    Optional<List<Difference>> between(Kind kind, long from, long to);

    enum Kind {
        DIRECTORY,
        RULEBOOK
    }

    enum Standing {
        IN_FORCE,
        /// Expired, and still used for a while: renew it.
        IN_GRACE,
        EXPIRED,
        EARLIER
    }

    record Version(
            Kind kind, long number, Instant issued, Instant expires, Instant since, Standing standing, int size) {}

    enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    /// `subject`: an authority, an agreement, a rule; `fields`: which of its fields changed.
    record Difference(Change change, String subject, List<String> fields) {
        public Difference {
            fields = List.copyOf(fields);
        }
    }
}
