package org.liaison.directory;

import java.time.Instant;
import java.util.Optional;
import org.liaison.message.AuthorityCode;
import org.liaison.message.MessageKind;

/// What the rulebook is asked: may this authority send this kind of message to that one, at this time?
///
/// The hub cannot read forms, so it asks without a legal basis; a gateway that composes or opens a message adds the one
/// that its form names.
public record Question(
        AuthorityCode from,
        AuthorityCode to,
        MessageKind kind,
        Instant at,
        boolean urgent,
        Optional<LegalBasis> basis) {

    public static Question of(AuthorityCode from, AuthorityCode to, MessageKind kind, Instant at) {
        return new Question(from, to, kind, at, false, Optional.empty());
    }

    /// Some channels are open to urgent messages only.
    public Question urgent(boolean isUrgent) {
        return new Question(from, to, kind, at, isUrgent, basis);
    }

    /// The legal basis that the form names.
    public Question on(LegalBasis named) {
        return new Question(from, to, kind, at, urgent, Optional.of(named));
    }
}
