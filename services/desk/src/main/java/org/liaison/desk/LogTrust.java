package org.liaison.desk;

import java.time.Instant;
import java.util.Optional;

/// Port: whether what the audit log holds can be proved, as far as this site found out by itself.
/// Answers at once, from memory.
public interface LogTrust {

    /// Empty while nothing speaks against it, and where this site does not look at the log.
    Optional<Doubt> doubt();

    /// `since` is when this site noticed.
    record Doubt(Why why, Instant since) {}

    enum Why {
        /// It does not stand by what it showed before, or showed somebody else.
        CHANGED,
        /// For too long nobody here could read it.
        UNREAD,
        /// For too long it has grown without the witnesses of other States.
        UNWITNESSED
    }
}
