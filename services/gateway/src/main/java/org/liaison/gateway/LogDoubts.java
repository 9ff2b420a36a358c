package org.liaison.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.liaison.desk.LogTrust;

/// What officers are to know of the log, from what each look at it found.
///
/// That it was changed is said at once. That nobody could read it, or that no witness has followed
/// it, is said when it has lasted: a hub that starts anew is no reason to call anybody.
final class LogDoubts implements LogTrust {

    private final Terms terms;
    private final Clock clock;
    private State state;

    /// `looking`: whether anybody looks at all. `witnessed`: whether enough States have witnesses to
    /// wait for. `patience` is how long it may last.
    record Terms(boolean looking, boolean witnessed, Duration patience) {}

    /// `read` is when the log could last be read and stood by everything, or when this began;
    /// `waiting` the first tree seen that is not witnessed yet.
    private record State(Instant read, Optional<Instant> changed, Optional<Waiting> waiting) {}

    private record Waiting(long size, Instant since) {}

    LogDoubts(Terms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
        this.state = new State(clock.instant(), Optional.empty(), Optional.empty());
    }

    /// The log, of `size` entries, stands by everything that is known of it; witnesses of enough
    /// States have followed it up to `witnessed`.
    synchronized void good(long size, long witnessed, Instant now) {
        Optional<Waiting> waiting = state.waiting().filter(one -> one.size() > witnessed);
        if (waiting.isEmpty() && size > witnessed) waiting = Optional.of(new Waiting(size, now));
        state = new State(now, Optional.empty(), waiting);
    }

    /// Stays until the log stands by everything again.
    synchronized void changed(Instant now) {
        if (state.changed().isEmpty()) state = new State(state.read(), Optional.of(now), state.waiting());
    }

    @Override
    public synchronized Optional<Doubt> doubt() {
        if (!terms.looking()) return Optional.empty();
        if (state.changed().isPresent()) return state.changed().map(since -> new Doubt(Why.CHANGED, since));
        if (tooLong(state.read())) return Optional.of(new Doubt(Why.UNREAD, state.read()));
        return state.waiting()
                .filter(one -> terms.witnessed() && tooLong(one.since()))
                .map(one -> new Doubt(Why.UNWITNESSED, one.since()));
    }

    private boolean tooLong(Instant since) {
        return clock.instant().isAfter(since.plus(terms.patience()));
    }
}
