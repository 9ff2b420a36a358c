package org.liaison.console.port;

import java.time.Instant;
import java.util.Optional;

/// The audit log as its operators see it.
public interface LogBook {

    Standing standing();

    /// Begins to read the whole log and to compute its root anew; if that is under way already, it goes on. Asked for
    /// by a person, so it is an entry, too.
    Answer verify(Operator by);

    /// The last examination, or how far the one under way has come.
    Optional<Examination> examination();

    /// `lastEntry`: when the newest entry was recorded; `checkpointAt`: when the newest checkpoint was published.
    record Standing(
            String origin, long size, String root, Optional<Instant> lastEntry, Optional<Instant> checkpointAt) {}

    sealed interface Examination {

        record UnderWay(Instant since, long read, long of) implements Examination {}

        /// Every entry matches its commitment, the root over all of them is the one that was signed.
        record Whole(Instant at, long size, String root) implements Examination {}

        /// Something does not match: stop, and call whoever keeps an older checkpoint.
        record Broken(Instant at, String sentence) implements Examination {}

        /// It could not be finished; nothing is known.
        record Unfinished(Instant at, String sentence) implements Examination {}
    }
}
