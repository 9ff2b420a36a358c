package org.liaison.routes.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.liaison.casework.Handling;
import org.liaison.casework.course.Courses;
import org.liaison.message.CaseId;
import org.liaison.message.Letter;
import org.liaison.message.MessageId;
import org.liaison.message.Reason;
import org.liaison.message.Slip;
import org.liaison.seal.Sealer;
import org.liaison.seal.Signer;
import org.liaison.seal.Strength;

/// The steps of composing: examine the draft, seal the letter and sign its slip, store both with the
/// intention to send.
final class Compose {

    private final DraftExamination examination;
    private final Keyring keyring;
    private final Casebook cases;
    private final Outbox outbox;
    private final Terms terms;

    /// What the operator has decided about all messages.
    record Terms(Clock clock, Duration lifetime) {}

    Compose(DraftExamination examination, Keyring keyring, Casebook cases, Outbox outbox, Terms terms) {
        this.examination = examination;
        this.keyring = keyring;
        this.cases = cases;
        this.outbox = outbox;
        this.terms = terms;
    }

    Composition examine(Draft draft) {
        return examination.examine(draft, terms.clock().instant());
    }

    Composition seal(Composition composition) {
        return switch (composition) {
            case Composition.Unsound unsound -> unsound;
            case Closed closed -> closed;
            case Composition.Sound sound -> seal(sound, terms.clock().instant());
        };
    }

    Submission store(Composition composition) {
        Instant now = terms.clock().instant();
        return switch (composition) {
            case Composition.Sound _ -> throw new IllegalStateException("a letter is sealed before it is stored");
            case Composition.Unsound(var refusal, Draft draft, String kind) -> {
                outbox.refused(
                        draft.from(),
                        kind,
                        refusal.reason(),
                        refusal.objections().size(),
                        now);
                yield refusal;
            }
            case Closed closed ->
                switch (outbox.store(closed, now)) {
                    case Outbox.Storing.Stored _ -> new Submission.Queued(closed.slip(), closed.projected());
                    case Outbox.Storing.CaseHasMoved _ ->
                        Submission.Refused.of(
                                Reason.STATE_NOT_ALLOWED,
                                "#case",
                                "The case moved while this message was being sealed. Look at it, then send again.");
                };
        };
    }

    private Composition seal(Composition.Sound sound, Instant now) {
        Draft draft = sound.draft();
        Signer signer = keyring.signer(draft.from());
        Letter letter = new Letter(
                MessageId.next(now),
                draft.caseId().orElseGet(() -> number(sound, now)),
                sound.kind().code(),
                draft.from(),
                draft.to(),
                now,
                sound.suite(),
                draft.form(),
                draft.attachments());
        Sealer.Sealed sealed = Sealer.close(letter, signer, sound.recipients(), now);
        if (sealed.content().size() > sound.longest())
            return new Composition.Unsound(
                    Submission.Refused.of(
                            Reason.CONTENT_TOO_LARGE,
                            "#attachments",
                            "Sealed, the message has " + sealed.content().size() + " bytes; its recipients take "
                                    + sound.longest() + "."),
                    draft,
                    sound.kind().code().code());
        Slip slip = slip(letter, draft, sealed, now);
        return new Closed(
                letter,
                slip,
                signer.sign(slip.toJson(), Strength.ECDSA, now),
                sealed.content(),
                sealed.signedLetter(),
                sound.meaning(),
                sound.projected());
    }

    private CaseId number(Composition.Sound sound, Instant now) {
        return cases.number(
                sound.draft().from().country(),
                Courses.openedBy(sound.kind().code()).orElseThrow().family(),
                now.atOffset(ZoneOffset.UTC).getYear());
    }

    private Slip slip(Letter letter, Draft draft, Sealer.Sealed sealed, Instant now) {
        return new Slip(
                letter.id(),
                letter.caseId(),
                letter.kind(),
                letter.from(),
                letter.to(),
                draft.priority(),
                draft.due(),
                Handling.of(letter.form(), draft.handling()),
                letter.suite(),
                now,
                now.plus(terms.lifetime()),
                sealed.content().size(),
                sealed.content().sha256());
    }
}
