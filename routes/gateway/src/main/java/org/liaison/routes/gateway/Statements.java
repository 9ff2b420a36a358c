package org.liaison.routes.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liaison.casework.course.Meaning;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.ErdsEvent;
import org.liaison.message.EventReason;
import org.liaison.message.Evidence;
import org.liaison.message.EvidenceId;
import org.liaison.message.MessageId;
import org.liaison.seal.Strength;

/// What our authorities say, as recipients, about messages to them: made and signed here and nowhere else.
final class Statements {

    private final Keyring keyring;

    Statements(Keyring keyring) {
        this.keyring = keyring;
    }

    Answer handover(Received received, Meaning meaning, Instant now) {
        Evidence acceptance = received.acceptance().evidence();
        return sign(
                ErdsEvent.CONTENT_HANDOVER,
                received.recipient(),
                Subject.of(acceptance),
                Optional.of(acceptance.id()),
                List.of(),
                Optional.of(meaning),
                now);
    }

    /// `acceptance` is the hub's evidence: it names the message even where the slip cannot be relied on.
    Answer failure(AuthorityCode recipient, Evidence acceptance, EventReason reason, Instant now) {
        return sign(
                ErdsEvent.CONTENT_HANDOVER_FAILURE,
                recipient,
                Subject.of(acceptance),
                Optional.of(acceptance.id()),
                List.of(reason),
                Optional.empty(),
                now);
    }

    Answer access(Inbox.Copy copy, Instant now) {
        return sign(
                ErdsEvent.CONTENT_ACCESS_TRACKING,
                copy.recipient(),
                new Subject(copy.id(), copy.from(), copy.to(), copy.contentDigest()),
                copy.last(),
                List.of(),
                Optional.empty(),
                now);
    }

    /// The message that evidence is about.
    private record Subject(MessageId id, AuthorityCode sender, List<AuthorityCode> recipients, Digest content) {

        static Subject of(Evidence evidence) {
            return new Subject(
                    evidence.messageId(), evidence.sender(), evidence.recipients(), evidence.contentDigest());
        }
    }

    private Answer sign(
            ErdsEvent event,
            AuthorityCode recipient,
            Subject subject,
            Optional<EvidenceId> previous,
            List<EventReason> reasons,
            Optional<Meaning> meaning,
            Instant now) {
        Evidence evidence = new Evidence(
                EvidenceId.next(now),
                event,
                now,
                recipient.toString(),
                subject.sender(),
                subject.recipients(),
                Optional.of(subject.recipients().indexOf(recipient) + 1),
                subject.id(),
                subject.content(),
                previous,
                reasons);
        Bytes signed = keyring.signer(recipient).sign(evidence.toJson(), Strength.ECDSA, now);
        return new Answer(evidence, signed, meaning);
    }
}
