package org.liaison.console.port;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The audit log as its operators see it.
public interface LogBook {

    Standing standing();

    /// Begins to read the whole log and to compute its root anew; if that is under way already, it goes on. Asked for
    /// by a person, so it is an entry, too.
    Answer verify(Operator by);

    /// The last examination, or how far the one under way has come.
    Optional<Examination> examination();

    /// `lastEntry`: when the newest entry was recorded; `checkpointAt`: when the newest
    /// checkpoint was published; `witnesses`: all who may witness, whether or not they have;
    /// `claims`: what gateways say they saw of a changed log.
    record Standing(
            String origin,
            long size,
            String root,
            Optional<Instant> lastEntry,
            Optional<Instant> checkpointAt,
            List<Witness> witnesses,
            List<Claim> claims) {

        public Standing {
            witnesses = List.copyOf(witnesses);
            claims = List.copyOf(claims);
        }

        /// Since when an entry waits to be witnessed by this many States; empty when none does,
        /// and when there are not as many States with a witness: who is not asked does not
        /// tarry.
        public Optional<Instant> unwitnessedSince(int states) {
            Map<String, Witness> furthest = new HashMap<>();
            for (Witness one : witnesses) furthest.merge(one.state(), one, (a, b) -> a.seen() < b.seen() ? b : a);
            if (furthest.size() < states) return Optional.empty();
            return furthest.values().stream()
                    .sorted(Comparator.comparingLong(Witness::seen).reversed())
                    .skip(states - 1)
                    .findFirst()
                    .flatMap(Witness::behindSince);
        }
    }

    /// A witness and the State that it speaks for; how many entries it cosigned, when, by its own
    /// clock; since when the oldest entry waits that it has not seen; and whether it holds a
    /// checkpoint with this log's signatures that is not in this log.
    record Witness(
            String name,
            String state,
            Optional<Long> size,
            Optional<Instant> at,
            Optional<Instant> behindSince,
            boolean disputes) {

        private long seen() {
            return size.orElse(0L);
        }
    }

    /// That this gateway was shown a log that is not what it held: since when by its own clock,
    /// when it was first heard here; whether the two checkpoints prove it by the log's own
    /// signatures; whether the gateway still says so. Without proof `held` and `shown` can be
    /// anything.
    record Claim(
            String gateway, Instant since, Instant heard, boolean proven, boolean said, String held, String shown) {

        /// A log that has two histories never mends; a cry that has ceased is over.
        public boolean stands() {
            return proven || said;
        }
    }

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
