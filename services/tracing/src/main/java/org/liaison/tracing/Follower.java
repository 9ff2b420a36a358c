package org.liaison.tracing;

import java.time.Instant;
import org.liaison.message.MessageId;

/// Who is told of the stages that messages pass. It must not wait, for post waits for it.
public interface Follower {

    /// Then nothing is measured, either.
    Follower NOBODY = new Follower() {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public boolean follows(MessageId id) {
            return false;
        }

        @Override
        public void told(Leg leg) {}
    };

    /// The clock for stages: finer than the one that dates messages.
    Instant now();

    /// Whether this message is followed. Every program answers the same, or a trace would have
    /// holes.
    boolean follows(MessageId id);

    void told(Leg leg);
}
