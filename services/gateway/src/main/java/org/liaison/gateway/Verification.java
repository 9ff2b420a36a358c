package org.liaison.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Evidence;
import org.liaison.message.Letter;
import org.liaison.message.Reading;
import org.liaison.message.Slip;
import org.liaison.routes.gateway.Proofs;
import org.liaison.seal.Finding;
import org.liaison.seal.Opener;
import org.liaison.seal.Opening;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.Signatory;
import org.liaison.seal.Strength;

/// A fresh check of everything that is on file about a message: the letter's signatures, the
/// slip's, letter against slip, content against digest, each piece of evidence, each log proof,
/// and whether the log still stands by them.
///
/// Certificates must have been in force when a thing was recorded in the log, or else stored
/// here; what became of them later takes nothing back.
final class Verification {

    /// What comes by itself, and is missing from no message for good.
    private static final Set<String> LATER = Set.of("LOG_PROOF", "LOG_WITNESSES");

    private final Opener opener;
    private final SealExaminer seals;
    private final Log log;
    private final EvidenceFile evidence;

    /// The audit log from three sides: what its receipts prove, whether it stands by them now,
    /// who else looked.
    record Log(Proofs proofs, LogWatch watch, Witnesses witnesses) {}

    Verification(Opener opener, SealExaminer seals, Log log, EvidenceFile evidence) {
        this.opener = opener;
        this.seals = seals;
        this.log = log;
        this.evidence = evidence;
    }

    Views.Verification of(Shelf.Copy copy, Optional<Shelf.Content> content, Instant now) {
        List<Views.Check> checks = new ArrayList<>();
        Optional<Slip> slip = slip(copy, checks);
        Optional<Letter> letter = letter(copy, content, checks);
        if (slip.isPresent() && letter.isPresent())
            checks.add(check(
                    "LETTER_MATCHES_SLIP",
                    "letter and slip",
                    letter.get().belongsTo(slip.get()),
                    "the letter inside is the one that the slip announces",
                    "the letter does not belong to the slip"));
        digest(copy, content, checks);
        for (EvidenceFile.Item item : evidence.of(copy)) evidence(item, checks);
        log.watch()
                .consistency(evidence.of(copy).stream()
                        .flatMap(item -> item.receipt().stream())
                        .toList())
                .ifPresent(checks::add);
        return new Views.Verification(copy.id().toString(), copy.owner().toString(), verdict(checks), now, checks);
    }

    private Optional<Slip> slip(Shelf.Copy copy, List<Views.Check> checks) {
        return switch (seals.examine(copy.slip(), Strength.ECDSA, copy.storedAt())) {
            case Finding.Broken(var flaw) -> {
                checks.add(new Views.Check(
                        "SLIP_SIGNATURE", "slip", "FAILED", flaw.reason().sentence()));
                yield Optional.empty();
            }
            case Finding.Genuine(Bytes signed, Signatory signatory, Instant at) -> {
                boolean sender = signatory.name().equals(copy.from().toString());
                checks.add(check(
                        "SLIP_SIGNATURE",
                        "slip",
                        sender,
                        "signed by " + signatory.name() + " at " + at + " (ECDSA P-256)",
                        "signed by " + signatory.name() + ", who is not the sender"));
                yield Slip.read(signed) instanceof Reading.Clear<Slip>(Slip slip)
                        ? Optional.of(slip)
                        : Optional.empty();
            }
        };
    }

    private Optional<Letter> letter(Shelf.Copy copy, Optional<Shelf.Content> content, List<Views.Check> checks) {
        Optional<Bytes> signed = content.flatMap(Shelf.Content::letter);
        if (signed.isEmpty()) {
            String why = content.isEmpty() ? "the case was erased" : "the content could not be read when it arrived";
            checks.add(new Views.Check("LETTER_SIGNATURE", "letter", "NOT_CHECKED", why));
            return Optional.empty();
        }
        return switch (opener.read(signed.get(), copy.suite(), copy.storedAt())) {
            case Opening.Shut shut -> {
                checks.add(new Views.Check("LETTER_SIGNATURE", "letter", "FAILED", shut.sentence()));
                yield Optional.empty();
            }
            case Opening.Opened(Letter letter, Bytes _, Signatory signatory) -> {
                checks.add(check(
                        "LETTER_SIGNATURE",
                        "letter",
                        signatory.name().equals(copy.from().toString()),
                        "signed by " + signatory.name() + " with "
                                + (Strength.of(copy.suite()) == Strength.ECDSA
                                        ? "ECDSA P-256"
                                        : "ECDSA P-256 and ML-DSA-65"),
                        "signed by " + signatory.name() + ", who is not the sender"));
                yield Optional.of(letter);
            }
        };
    }

    private static void digest(Shelf.Copy copy, Optional<Shelf.Content> content, List<Views.Check> checks) {
        if (content.isEmpty()) {
            checks.add(new Views.Check("CONTENT_DIGEST", "sealed content", "NOT_CHECKED", "the case was erased"));
            return;
        }
        checks.add(check(
                "CONTENT_DIGEST",
                "sealed content",
                Digest.ofContent(content.get().sealed()).equals(copy.contentDigest()),
                "SHA-256 is the one on the slip",
                "SHA-256 is not the one on the slip"));
    }

    private void evidence(EvidenceFile.Item item, List<Views.Check> checks) {
        String subject = item.event().code() + " by " + item.issuer() + " at " + item.eventTime();
        Optional<Proofs.Answer> proof =
                item.receipt().map(receipt -> belonging(item, log.proofs().kept(receipt)));
        Instant then = proof.filter(Proofs.Proven.class::isInstance)
                .map(proven -> ((Proofs.Proven) proven).entry().recordedAt())
                .orElse(item.storedAt());
        checks.add(
                switch (seals.examine(item.signed(), Strength.ECDSA, then)) {
                    case Finding.Broken(var flaw) ->
                        new Views.Check(
                                "EVIDENCE_SIGNATURE",
                                subject,
                                "FAILED",
                                flaw.reason().sentence());
                    case Finding.Genuine(Bytes signed, Signatory signatory, Instant _) ->
                        check(
                                "EVIDENCE_SIGNATURE",
                                subject,
                                Evidence.read(signed) instanceof Reading.Clear<Evidence>(Evidence read)
                                        && read.issuer().equals(signatory.name()),
                                "signed by " + signatory.name() + " (ECDSA P-256)",
                                "the issuer did not sign it");
                });
        if (proof.isEmpty()) {
            checks.add(new Views.Check(
                    "LOG_PROOF", subject, "NOT_CHECKED", "said here; the log's proof of it goes to the sender"));
            return;
        }
        checks.add(
                switch (proof.get()) {
                    case Proofs.Unproven(String why) -> new Views.Check("LOG_PROOF", subject, "FAILED", why);
                    case Proofs.Proven proven ->
                        new Views.Check(
                                "LOG_PROOF",
                                subject,
                                "PASSED",
                                "entry " + proven.position().index() + " of "
                                        + proven.position().treeSize()
                                        + " under a checkpoint signed with Ed25519 and ML-DSA");
                });
        log.witnesses()
                .of(item.receipt().get())
                .map(vouching -> witnessed(subject, vouching))
                .ifPresent(checks::add);
    }

    private static Views.Check witnessed(String subject, Witnesses.Vouching vouching) {
        if (vouching.states().isEmpty())
            return new Views.Check("LOG_WITNESSES", subject, "NOT_CHECKED", "recorded in the log; not witnessed yet");
        String by = vouching.by().stream()
                .map(one -> one.witness() + " at " + one.at())
                .collect(Collectors.joining(", "));
        return new Views.Check(
                "LOG_WITNESSES",
                subject,
                "PASSED",
                "recorded in the log and witnessed by " + String.join(", ", vouching.states()) + ": " + by);
    }

    /// A receipt proves nothing of other evidence than its own.
    private static Proofs.Answer belonging(EvidenceFile.Item item, Proofs.Answer answer) {
        return switch (answer) {
            case Proofs.Proven proven
            when !proven.signed().equals(item.signed()) -> new Proofs.Unproven("the log's entry is of other evidence");
            case Proofs.Proven _, Proofs.Unproven _ -> answer;
        };
    }

    private static String verdict(List<Views.Check> checks) {
        if (checks.stream().anyMatch(check -> check.result().equals("FAILED"))) return "BROKEN";
        boolean incomplete = checks.stream()
                .anyMatch(check -> check.result().equals("NOT_CHECKED") && !LATER.contains(check.check()));
        return incomplete ? "INCOMPLETE" : "GENUINE";
    }

    private static Views.Check check(String check, String subject, boolean passed, String good, String bad) {
        return new Views.Check(check, subject, passed ? "PASSED" : "FAILED", passed ? good : bad);
    }
}
