package org.liaison.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liaison.auditlog.check.Attestation.Attested;
import org.liaison.auditlog.check.Attestation.Refuted;
import org.liaison.auditlog.check.Attestation.Vouch;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.Proof;
import org.liaison.message.Attachment;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Entry;
import org.liaison.message.Evidence;
import org.liaison.message.Letter;
import org.liaison.message.Reading;
import org.liaison.message.Slip;
import org.liaison.seal.Finding;
import org.liaison.seal.Opener;
import org.liaison.seal.Opening;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.Strength;

/// An exported message, checked by nothing but its files and the public keys that the reader
/// believes: no gateway, no hub, no network.
///
/// The argument, in this order: what stands in the log, and who watched the log; the evidence in
/// it is genuine at the time it was recorded; the slip is the one that was recorded; letter and
/// sealed content are the slip's.
final class BundleCheck {

    enum Result {
        PASSED,
        FAILED,
        NOT_CHECKED
    }

    record Check(String check, String subject, Result result, String detail) {}

    private static final String LOG_PROOF = "LOG_PROOF";
    private static final String BY_WITNESSES = "LOG_WITNESSES";
    private static final String RECORDED = "SLIP_RECORDED";

    /// What may be missing without leaving doubt: evidence that is proven to others, and witnesses
    /// unless they are asked for.
    private static final Set<String> MAY_LACK = Set.of(LOG_PROOF, BY_WITNESSES);

    private final Bundle bundle;
    private final BelievedKeys keys;
    private final int statesNeeded;
    private final Instant now;
    private final LogExaminer log;
    private final SealExaminer seals;
    private final List<Check> checks = new ArrayList<>();
    private Optional<Entry> submission = Optional.empty();

    private BundleCheck(Bundle bundle, BelievedKeys keys, int statesNeeded, Instant now) {
        this.bundle = bundle;
        this.keys = keys;
        this.statesNeeded = statesNeeded;
        this.now = now;
        this.log = new LogExaminer(keys.log());
        this.seals = keys.seals();
    }

    /// `statesNeeded`: of how many States witnesses must have seen each entry; 0 asks for none.
    static List<Check> of(Bundle bundle, BelievedKeys keys, int statesNeeded, Instant now) {
        BundleCheck check = new BundleCheck(bundle, keys, statesNeeded, now);
        List<Item> items = new ArrayList<>();
        for (Bundle.Recorded recorded : bundle.recorded()) check.recorded(recorded).ifPresent(items::add);
        Optional<Slip> slip = check.slip();
        for (Item item : items) check.evidence(item.file(), item.signed(), item.at(), slip);
        check.unrecorded(slip);
        slip.ifPresent(check::content);
        return List.copyOf(check.checks);
    }

    static String verdict(List<Check> checks) {
        if (checks.stream().anyMatch(check -> check.result() == Result.FAILED)) return "BROKEN";
        return checks.stream().anyMatch(check -> check.result() == Result.NOT_CHECKED && !MAY_LACK.contains(check.check()))
                ? "INCOMPLETE"
                : "GENUINE";
    }

    /// Evidence that stands in the log, and when it was recorded there.
    private record Item(String file, Bytes signed, Instant at) {}

    private Optional<Item> recorded(Bundle.Recorded one) {
        String subject = name(one.evidence());
        Bytes signed = Bundle.read(one.evidence());
        return switch (log.examine(one.receipt())) {
            case Proof.Unproven(var why) -> {
                failed(LOG_PROOF, subject, why.sentence());
                yield Optional.empty();
            }
            case Proof.Recorded(Entry entry, long _, long _, Digest _)
            when !entry.evidence().equals(Optional.of(signed)) -> {
                failed(LOG_PROOF, subject, "What stands in the log at this place is other evidence than this file.");
                yield Optional.empty();
            }
            case Proof.Recorded(Entry entry, long index, long size, Digest _) -> {
                passed(
                        LOG_PROOF,
                        subject,
                        "entry " + index + " of " + size + ", recorded at " + entry.recordedAt()
                                + ", under a checkpoint signed with Ed25519 and ML-DSA");
                witnesses(one, subject);
                if (entry.slip().isPresent()) submission = Optional.of(entry);
                yield Optional.of(new Item(subject, signed, entry.recordedAt()));
            }
        };
    }

    private void witnesses(Bundle.Recorded one, String subject) {
        switch (keys.witnesses().attest(one.receipt(), one.witnessed(), now)) {
            case Refuted(long size, var why) ->
                failed(BY_WITNESSES, subject, "The checkpoint of " + size + " entries: " + why.sentence());
            case Attested attested -> {
                int states = attested.states().size();
                String said = said(attested);
                if (states < statesNeeded)
                    failed(
                            BY_WITNESSES,
                            subject,
                            said + " Witnesses of " + statesNeeded + " States are asked for, and there are " + states + ".");
                else if (states == 0) checks.add(new Check(BY_WITNESSES, subject, Result.NOT_CHECKED, said));
                else passed(BY_WITNESSES, subject, said);
            }
        }
    }

    private static String said(Attested attested) {
        String by = attested.by().isEmpty()
                ? "Not witnessed: no witness whose key you have cosigned a checkpoint that holds it."
                : attested.by().stream()
                        .map(BundleCheck::said)
                        .collect(Collectors.joining("; ", "witnessed by ", "."));
        return attested.strangers().isEmpty()
                ? by
                : by + " Signed by a key that is not among those you have, and counted for nothing: "
                        + String.join(", ", attested.strangers()) + ".";
    }

    private static String said(Vouch vouch) {
        return vouch.line().witness() + " (" + vouch.line().state().code() + ") at "
                + vouch.line().at() + " in the log of " + vouch.treeSize() + " entries";
    }

    /// The slip must be the one that the hub recorded when it answered, and signed by a
    /// certificate in force then.
    private Optional<Slip> slip() {
        Bytes signed = bundle.file("slip.p7m");
        if (submission.isPresent())
            judge(
                    submission.get().slip().equals(Optional.of(signed)),
                    RECORDED,
                    "slip",
                    "the hub recorded this slip at " + then(),
                    "The log recorded another slip than this one.");
        else if (statesNeeded > 0) failed(RECORDED, "slip", "Nothing here proves that the hub recorded this slip.");
        else
            checks.add(new Check(
                    RECORDED, "slip", Result.NOT_CHECKED, "Nothing here proves that the hub recorded this slip."));
        return switch (seals.examine(signed, Strength.ECDSA, then())) {
            case Finding.Broken(var flaw) -> {
                failed("SLIP_SIGNATURE", "slip", flaw.reason().sentence());
                yield Optional.empty();
            }
            case Finding.Genuine(Bytes content, var signatory, Instant at) ->
                switch (Slip.read(content)) {
                    case Reading.Garbled<Slip>(String problem) -> {
                        failed("SLIP_SIGNATURE", "slip", problem);
                        yield Optional.empty();
                    }
                    case Reading.Clear<Slip>(Slip slip) -> {
                        judge(
                                signatory.name().equals(slip.from().toString()),
                                "SLIP_SIGNATURE",
                                "slip",
                                "message " + slip.id() + ", signed by " + signatory.name() + " at " + at,
                                "signed by " + signatory.name() + ", who is not the sender");
                        yield Optional.of(slip);
                    }
                };
        };
    }

    private Instant then() {
        return submission.map(Entry::recordedAt).orElse(now);
    }

    private void evidence(String file, Bytes signed, Instant at, Optional<Slip> slip) {
        switch (seals.examine(signed, Strength.ECDSA, at)) {
            case Finding.Broken(var flaw) ->
                failed("EVIDENCE_SIGNATURE", file, flaw.reason().sentence());
            case Finding.Genuine(Bytes content, var signatory, Instant _) -> {
                boolean fits = Evidence.read(content) instanceof Reading.Clear<Evidence>(Evidence read)
                        && read.issuer().equals(signatory.name())
                        && slip.filter(of -> of.id().equals(read.messageId())
                                        && of.contentDigest().equals(read.contentDigest()))
                                .isPresent();
                judge(
                        fits,
                        "EVIDENCE_SIGNATURE",
                        file,
                        "signed by " + signatory.name() + ", about this message",
                        "It is not about this message, or another than its issuer signed it.");
            }
        }
    }

    /// What was said at the site that made the export: the log's proof of it went to the sender.
    private void unrecorded(Optional<Slip> slip) {
        Set<String> proven = bundle.recorded().stream()
                .map(one -> name(one.evidence()))
                .collect(Collectors.toSet());
        for (var file : bundle.evidence()) {
            if (proven.contains(name(file))) continue;
            evidence(name(file), Bundle.read(file), then(), slip);
            checks.add(new Check(
                    LOG_PROOF, name(file), Result.NOT_CHECKED, "said here; the log's proof of it goes to the sender"));
        }
    }

    private void content(Slip slip) {
        judge(
                Digest.ofContent(bundle.file("sealed.p7m")).equals(slip.contentDigest()),
                "CONTENT_DIGEST",
                "sealed content",
                "SHA-256 is the one on the slip",
                "SHA-256 is not the one on the slip");
        Optional<Bytes> letter = bundle.optional("content.p7m");
        if (letter.isEmpty()) {
            checks.add(new Check("LETTER_SIGNATURE", "letter", Result.NOT_CHECKED, "the export holds no letter"));
            return;
        }
        switch (new Opener(seals).read(letter.get(), slip.suite(), then())) {
            case Opening.Shut shut -> failed("LETTER_SIGNATURE", "letter", shut.sentence());
            case Opening.Opened(Letter read, Bytes _, var signatory) -> {
                judge(
                        read.belongsTo(slip),
                        "LETTER_SIGNATURE",
                        "letter",
                        "signed by " + signatory.name() + ", and the one that the slip announces",
                        "the letter does not belong to the slip");
                attachments(read);
            }
        }
    }

    /// The files beside the letter are for reading: they must be those inside it.
    private void attachments(Letter letter) {
        List<Bytes> inside =
                letter.attachments().stream().map(Attachment::content).toList();
        List<Bytes> beside = bundle.attachments().stream().map(Bundle::read).toList();
        if (!inside.isEmpty() || !beside.isEmpty())
            judge(
                    inside.equals(beside),
                    "ATTACHMENTS",
                    beside.size() + " files",
                    "they are those in the signed letter",
                    "they are not those in the signed letter");
    }

    private void judge(boolean good, String check, String subject, String passed, String failed) {
        checks.add(new Check(check, subject, good ? Result.PASSED : Result.FAILED, good ? passed : failed));
    }

    private void passed(String check, String subject, String detail) {
        judge(true, check, subject, detail, "");
    }

    private void failed(String check, String subject, String detail) {
        judge(false, check, subject, "", detail);
    }

    private static String name(java.nio.file.Path evidence) {
        return String.valueOf(evidence.getFileName());
    }
}
