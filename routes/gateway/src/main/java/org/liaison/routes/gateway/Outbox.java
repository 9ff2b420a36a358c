package org.liaison.routes.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.liaison.message.AuthorityCode;
import org.liaison.message.MessageId;
import org.liaison.message.Reason;

/// What has to go to the hub, and stays here until there is proof that it arrived.
public interface Outbox {

    /// Commits letter, its place in the case and the intention to send it in one transaction before it returns; in
    /// the one of the calling thread, where it has one.
    Storing store(Closed closed, Instant now);

    /// Up to `atMost` parcels that are due, urgent first, leased to the caller. A lease that runs out
    /// makes them due again: what was sent twice is the same bytes under the same duplicate id.
    List<Parcel> claim(int atMost, Instant now, Duration lease);

    /// The broker has them. Statements are done with; envelopes become due again after a growing pause.
    void carried(List<Parcel> parcels, Instant now);

    /// They were not sent: due at once.
    void returned(List<Parcel> parcels);

    /// Marks what has passed its limit without evidence from every recipient, and says which.
    /// `whomToCall` is kept with the message for its officer.
    List<Overdue> passLimits(Instant now, Function<AuthorityCode, String> whomToCall);

    /// Remembers that a draft was refused: that, not what.
    void refused(AuthorityCode from, String kind, Reason reason, int problems, Instant now);

    record Overdue(MessageId id, AuthorityCode from, AuthorityCode recipient) {}

    sealed interface Storing {
        record Stored() implements Storing {}

        /// The case moved while the letter was being sealed. Nothing was stored.
        record CaseHasMoved() implements Storing {}
    }
}
