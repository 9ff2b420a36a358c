package org.liaison.routes.gateway;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.Proof;
import org.liaison.directory.Directory;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.Evidence;
import org.liaison.message.Reading;
import org.liaison.message.Wire.Receipt;
import org.liaison.seal.Finding;
import org.liaison.seal.Role;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.Signatory;
import org.liaison.seal.Strength;

/// Whether a receipt proves what it says. The argument, in this order: the entry stands in the log;
/// the evidence in the entry bears a genuine signature; whoever signed may say this.
public final class Proofs {

    private final LogExaminer log;
    private final SealExaminer seals;

    public Proofs(LogExaminer log, SealExaminer seals) {
        this.log = log;
        this.seals = seals;
    }

    public sealed interface Answer {}

    public record Proven(Receipt receipt, Entry entry, Bytes signed, Evidence evidence, Proof.Recorded position)
            implements Answer {}

    /// `why` is for the operator.
    public record Unproven(String why) implements Answer {}

    public Answer examine(Receipt receipt, Directory directory, Instant now) {
        return switch (log.examine(receipt)) {
            case Proof.Unproven(var flaw) -> new Unproven("the log proof does not hold: " + flaw);
            case Proof.Recorded recorded ->
                examineEntry(receipt, recorded, (who, authority) -> isAuthority(who, authority, directory), now);
        };
    }

    /// As [#examine], of what was found good when it came and was kept since: the certificates
    /// must have been in force at the time in the log, whatever became of them later. The
    /// directory was asked then; today's may list other keys.
    public Answer kept(Receipt receipt) {
        return switch (log.examine(receipt)) {
            case Proof.Unproven(var flaw) -> new Unproven("the log proof does not hold: " + flaw);
            case Proof.Recorded recorded ->
                examineEntry(
                        receipt, recorded, Proofs::isAuthority, recorded.entry().recordedAt());
        };
    }

    /// Whether a signatory is this authority.
    private interface Known extends BiPredicate<Signatory, AuthorityCode> {}

    private Answer examineEntry(Receipt receipt, Proof.Recorded recorded, Known known, Instant then) {
        Entry entry = recorded.entry();
        Optional<Bytes> signed = entry.evidence();
        if (signed.isEmpty()) return new Unproven("the entry " + entry.event() + " holds no evidence: " + entry.note());
        return switch (seals.examine(signed.get(), Strength.ECDSA, then)) {
            case Finding.Broken(var flaw) -> new Unproven("the seal on the evidence is broken: " + flaw);
            case Finding.Genuine(Bytes content, Signatory signatory, Instant _) ->
                switch (Evidence.read(content)) {
                    case Reading.Garbled<Evidence>(String problem) -> new Unproven(problem);
                    case Reading.Clear<Evidence>(Evidence evidence) ->
                        mayNotSay(evidence, entry, signatory, known)
                                .<Answer>map(Unproven::new)
                                .orElseGet(() -> new Proven(receipt, entry, signed.get(), evidence, recorded));
                };
        };
    }

    /// The hub speaks of submissions only, and a recipient of its own receipt only, each with its own certificate.
    private static Optional<String> mayNotSay(Evidence evidence, Entry entry, Signatory signatory, Known known) {
        if (!entry.messageId().equals(Optional.of(evidence.messageId())))
            return Optional.of("the entry and its evidence name different messages");
        return switch (evidence.event()) {
            case SUBMISSION_ACCEPTANCE, SUBMISSION_REJECTION ->
                signatory.role() == Role.HUB && evidence.issuer().equals(Evidence.HUB)
                        ? Optional.empty()
                        : Optional.of("evidence of submission that the hub did not sign");
            case CONTENT_HANDOVER, CONTENT_HANDOVER_FAILURE, CONTENT_ACCESS_TRACKING ->
                evidence.recipient()
                                .filter(recipient -> signedBy(recipient, evidence, signatory, known))
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of("evidence of handover that its recipient did not sign");
            default -> Optional.of("evidence of an event that this protocol does not use: " + evidence.event());
        };
    }

    private static boolean signedBy(AuthorityCode recipient, Evidence evidence, Signatory signatory, Known known) {
        return evidence.issuer().equals(recipient.toString()) && known.test(signatory, recipient);
    }

    private static boolean isAuthority(Signatory signatory, AuthorityCode authority) {
        return signatory.role() == Role.AUTHORITY && signatory.name().equals(authority.toString());
    }

    /// Whether the signatory is this authority, and with a certificate that the directory lists for it.
    static boolean isAuthority(Signatory signatory, AuthorityCode authority, Directory directory) {
        return isAuthority(signatory, authority)
                && directory
                        .authority(authority)
                        .filter(entry -> entry.signsWith(signatory.certificates()))
                        .isPresent();
    }
}
