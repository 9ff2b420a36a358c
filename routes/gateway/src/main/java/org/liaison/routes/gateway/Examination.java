package org.liaison.routes.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liaison.casework.Handling;
import org.liaison.casework.Problem;
import org.liaison.casework.course.Courses;
import org.liaison.directory.Directory;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Entry;
import org.liaison.message.EventReason;
import org.liaison.message.Letter;
import org.liaison.message.Reading;
import org.liaison.message.Reason;
import org.liaison.message.Slip;
import org.liaison.message.Wire.Delivery;
import org.liaison.routes.gateway.Received.Content;
import org.liaison.seal.Finding;
import org.liaison.seal.Opener;
import org.liaison.seal.Opening;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.Signatory;
import org.liaison.seal.Strength;

/// Reading what the hub delivers, in the order of `PROTOCOL.md` section 6 steps 7 and 8: the receipt, the slip, the
/// digest, the letter, letter against slip, the form. Decides nothing about the case and stores nothing.
final class Examination {

    private final Proofs proofs;
    private final SealExaminer seals;
    private final Opener opener;
    private final Keyring keyring;
    private final FormCheck forms;

    Examination(Proofs proofs, SealExaminer seals, Opener opener, Keyring keyring, FormCheck forms) {
        this.proofs = proofs;
        this.seals = seals;
        this.opener = opener;
        this.keyring = keyring;
        this.forms = forms;
    }

    sealed interface Answer {}

    record Genuine(Received received) implements Answer {}

    /// The hub took it, so its sender must be answered, but the slip cannot be relied on.
    record NoSlip(Arrival arrival, AuthorityCode recipient, Proofs.Proven acceptance, EventReason reason)
            implements Answer {}

    /// No proof that the hub ever took it, or took it for us: there is nobody to answer.
    record Baseless(Arrival arrival, String cause) implements Answer {}

    Answer examine(Arrival arrival, Delivery delivery, Register.InForce inForce, Instant now) {
        AuthorityCode recipient = arrival.authority().orElseThrow();
        return switch (proofs.examine(delivery.receipt(), inForce.directory(), now)) {
            case Proofs.Unproven(String why) -> new Baseless(arrival, why);
            case Proofs.Proven proven
            when !accepts(proven, delivery, recipient) ->
                new Baseless(arrival, "the receipt is not the acceptance of this message for " + recipient);
            case Proofs.Proven proven -> examineSlip(arrival, recipient, delivery, proven, inForce, now);
        };
    }

    private static boolean accepts(Proofs.Proven proven, Delivery delivery, AuthorityCode recipient) {
        return proven.entry().event() == Entry.Event.SUBMISSION_ACCEPTANCE
                && proven.entry().slip().equals(Optional.of(delivery.slip()))
                && proven.evidence().recipients().contains(recipient);
    }

    private Answer examineSlip(
            Arrival arrival,
            AuthorityCode recipient,
            Delivery delivery,
            Proofs.Proven acceptance,
            Register.InForce inForce,
            Instant now) {
        return switch (seals.examine(delivery.slip(), Strength.ECDSA, now)) {
            case Finding.Broken(var flaw) -> new NoSlip(arrival, recipient, acceptance, new EventReason(flaw.reason()));
            case Finding.Genuine(Bytes content, Signatory signatory, Instant _) ->
                switch (Slip.read(content)) {
                    case Reading.Garbled<Slip>(String problem) ->
                        new NoSlip(arrival, recipient, acceptance, new EventReason(Reason.MALFORMED_SLIP, problem));
                    case Reading.Clear<Slip>(Slip slip)
                    when !isOf(acceptance, slip) ->
                        new Baseless(arrival, "the hub's evidence is about another message than the slip");
                    case Reading.Clear<Slip>(Slip slip) ->
                        new Genuine(new Received(
                                arrival,
                                recipient,
                                slip,
                                delivery.slip(),
                                delivery.content(),
                                acceptance,
                                content(slip, signatory, delivery.content(), recipient, inForce, now)));
                };
        };
    }

    private static boolean isOf(Proofs.Proven acceptance, Slip slip) {
        return acceptance.evidence().messageId().equals(slip.id())
                && acceptance.evidence().sender().equals(slip.from())
                && acceptance.evidence().recipients().equals(slip.to())
                && acceptance.evidence().contentDigest().equals(slip.contentDigest());
    }

    private Content content(
            Slip slip,
            Signatory signatory,
            Bytes sealed,
            AuthorityCode recipient,
            Register.InForce inForce,
            Instant now) {
        Directory directory = inForce.directory();
        if (!Proofs.isAuthority(signatory, slip.from(), directory)) return illegible(Reason.WRONG_SIGNER);
        if (!now.isBefore(slip.expires())) return illegible(Reason.MESSAGE_EXPIRED);
        if (sealed.size() != slip.contentLength() || !Digest.ofContent(sealed).equals(slip.contentDigest()))
            return illegible(Reason.LENGTH_OR_DIGEST_MISMATCH);
        // The suite is the one in our own entry of the directory, whatever the slip says.
        if (directory
                .authority(recipient)
                .filter(us -> us.suite() == slip.suite())
                .isEmpty()) return illegible(Reason.SUITE_NOT_ACCEPTED);
        return switch (opener.open(
                sealed, keyring.decryptor(recipient), slip.suite(), slip.to().size(), now)) {
            case Opening.Shut shut -> illegible(shut.reason());
            case Opening.Opened(Letter letter, Bytes signedLetter, Signatory writer) ->
                letter(slip, letter, signedLetter, writer, inForce, recipient);
        };
    }

    private Content letter(
            Slip slip,
            Letter letter,
            Bytes signedLetter,
            Signatory writer,
            Register.InForce inForce,
            AuthorityCode recipient) {
        if (!letter.belongsTo(slip)) return illegible(Reason.LETTER_NOT_OF_SLIP);
        if (!Proofs.isAuthority(writer, slip.from(), inForce.directory())) return illegible(Reason.WRONG_SIGNER);
        // What the form says of how to handle it, its slip says too: that is how it is known later.
        if (!slip.handling().containsAll(Handling.of(letter.form(), List.of())))
            return illegible(Reason.LETTER_NOT_OF_SLIP);
        List<Problem> problems = forms.check(letter, inForce, recipient);
        if (!problems.isEmpty())
            return new Content.Illegible(new EventReason(
                    Reason.FORM_INVALID,
                    problems.stream().map(Problem::toString).collect(Collectors.joining("\n"))));
        return Courses.meaning(letter.caseId(), letter.kind(), letter.form())
                .<Content>map(meaning -> new Content.Legible(letter, signedLetter, meaning))
                .orElseGet(() -> illegible(Reason.FORM_INVALID));
    }

    private static Content illegible(Reason reason) {
        return new Content.Illegible(new EventReason(reason));
    }
}
