package org.liaison.routes.hub;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.liaison.directory.Authority;
import org.liaison.message.ErdsEvent;
import org.liaison.message.Evidence;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Reading.Garbled;
import org.liaison.message.Reason;
import org.liaison.message.Slip;
import org.liaison.routes.hub.Account.Believed;
import org.liaison.routes.hub.Account.Disbelieved;
import org.liaison.routes.hub.HubRoutes.Limits;
import org.liaison.routes.hub.HubRoutes.Mailbox;
import org.liaison.routes.hub.Post.Told;
import org.liaison.seal.Finding.Broken;
import org.liaison.seal.Finding.Genuine;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.Strength;

/// Decides whether a statement is to be believed: signed by a recipient of a message that the hub accepted,
/// brought by that recipient's gateway, and about the content that was accepted.
final class Hearing {

    static final int MAX_EVIDENCE_BYTES = 64 * 1024;

    private static final Set<ErdsEvent> RECIPIENTS_EVENTS =
            Set.of(ErdsEvent.CONTENT_HANDOVER, ErdsEvent.CONTENT_HANDOVER_FAILURE, ErdsEvent.CONTENT_ACCESS_TRACKING);

    private final SealExaminer seals;
    private final Limits limits;

    Hearing(SealExaminer seals, Limits limits) {
        this.seals = seals;
        this.limits = limits;
    }

    /// Who speaks, and is it somebody whom this gateway may speak for?
    Witness examine(Told told, InForce inForce, Instant now) {
        if (told.evidence().size() > MAX_EVIDENCE_BYTES)
            return doubt(told, Reason.MALFORMED_ENVELOPE, "evidence has at most " + MAX_EVIDENCE_BYTES + " bytes");
        return switch (seals.examine(told.evidence(), Strength.ECDSA, now)) {
            case Broken(var flaw) -> doubt(told, flaw.reason(), flaw.reason().sentence());
            case Genuine genuine ->
                switch (Evidence.read(genuine.content())) {
                    case Garbled<Evidence>(String problem) -> doubt(told, Reason.MALFORMED_ENVELOPE, problem);
                    case Clear<Evidence>(Evidence evidence) -> identified(told, genuine, evidence, inForce, now);
                };
        };
    }

    private Witness identified(Told told, Genuine genuine, Evidence evidence, InForce inForce, Instant now) {
        if (!inForce.usable(now, limits.snapshotGrace()))
            return doubt(told, Reason.DIRECTORY_EXPIRED, Reason.DIRECTORY_EXPIRED.sentence());
        Optional<Authority> issuer = evidence.recipient()
                .filter(recipient -> recipient.toString().equals(evidence.issuer()))
                .flatMap(inForce.directory()::authority);
        if (issuer.isEmpty())
            return doubt(told, Reason.WRONG_SIGNER, "the issuer is not the recipient that the evidence is about");
        if (!issuer.get().gateway().equals(told.gateway()))
            return doubt(told, Reason.SENDER_NOT_AT_GATEWAY, "another gateway hosts the issuer");
        if (!Identity.isSignedBy(genuine.signatory(), issuer.get()))
            return doubt(told, Reason.WRONG_SIGNER, "it was signed by somebody other than its issuer");
        if (!RECIPIENTS_EVENTS.contains(evidence.event()))
            return doubt(
                    told,
                    Reason.MALFORMED_ENVELOPE,
                    "a recipient does not issue " + evidence.event().code());
        return new Witness.Identified(told, evidence, genuine.content());
    }

    /// Is it about a message that was accepted, as it was accepted?
    Account weigh(Witness.Identified witness, Optional<Earlier> answer) {
        Evidence evidence = witness.evidence();
        if (answer.isEmpty() || !answer.get().accepted())
            return disbelieved(witness.told(), evidence, "it is about a message that the hub never accepted");
        Slip slip = answer.get().slip();
        boolean fits = evidence.sender().equals(slip.from())
                && evidence.recipients().equals(slip.to())
                && evidence.contentDigest().equals(slip.contentDigest());
        return fits
                ? new Believed(witness.told(), evidence, answer.get())
                : disbelieved(witness.told(), evidence, "it does not describe the message as it was accepted");
    }

    static Disbelieved disbelieved(Told told, Evidence evidence, String why) {
        return new Disbelieved(told, Optional.of(evidence.messageId()), why, Mailbox.of(told.gateway()));
    }

    private static Witness doubt(Told told, Reason reason, String why) {
        return new Witness.Unknown(
                new Disbelieved(told, Optional.empty(), reason + ": " + why, Mailbox.of(told.gateway())));
    }

    /// Who makes a statement.
    sealed interface Witness {

        /// The authority that the evidence names as its issuer signed it, and its own gateway brought it.
        record Identified(Told told, Evidence evidence, org.liaison.message.Bytes signed) implements Witness {}

        record Unknown(Disbelieved answer) implements Witness {}
    }
}
