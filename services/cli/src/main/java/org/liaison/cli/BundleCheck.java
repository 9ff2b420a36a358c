package org.liaison.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final String RECORDED = "SLIP_RECORDED";
    private static final String UNPROVEN = "Nothing here proves that the hub recorded this slip.";

    private final Bundle bundle;
    private final SealExaminer seals;
    private final Instant now;
    private final CheckList checks;
    private Optional<Entry> submission = Optional.empty();

    private BundleCheck(Bundle bundle, SealExaminer seals, Instant now, CheckList checks) {
        this.bundle = bundle;
        this.seals = seals;
        this.now = now;
        this.checks = checks;
    }

    /// `statesNeeded`: of how many States witnesses must have seen each entry; 0 asks for none.
    static CheckList of(Bundle bundle, BelievedKeys keys, int statesNeeded, Instant now) {
        CheckList checks = new CheckList();
        BundleProofs proofs = new BundleProofs(keys, statesNeeded, now, checks);
        new BundleCheck(bundle, keys.seals(), now, checks).run(proofs, statesNeeded > 0);
        return checks;
    }

    private void run(BundleProofs proofs, boolean recordNeeded) {
        List<BundleProofs.Item> items = bundle.recorded().stream()
                .flatMap(one -> proofs.examine(one).stream())
                .toList();
        submission = items.stream()
                .map(BundleProofs.Item::entry)
                .filter(entry -> entry.slip().isPresent())
                .findFirst();
        Optional<Slip> slip = slip(recordNeeded);
        for (BundleProofs.Item item : items)
            evidence(item.file(), item.signed(), item.entry().recordedAt(), slip);
        unrecorded(slip);
        slip.ifPresent(this::content);
    }

    /// The slip must be the one that the hub recorded when it answered, and signed by a
    /// certificate in force then.
    private Optional<Slip> slip(boolean recordNeeded) {
        Bytes signed = bundle.file("slip.p7m");
        if (submission.isPresent())
            checks.judge(
                    submission.get().slip().equals(Optional.of(signed)),
                    RECORDED,
                    "slip",
                    "the hub recorded this slip at " + then(),
                    "The log recorded another slip than this one.");
        else if (recordNeeded) checks.failed(RECORDED, "slip", UNPROVEN);
        else checks.missing(RECORDED, "slip", UNPROVEN);
        return switch (seals.examine(signed, Strength.ECDSA, then())) {
            case Finding.Broken(var flaw) -> {
                checks.failed("SLIP_SIGNATURE", "slip", flaw.reason().sentence());
                yield Optional.empty();
            }
            case Finding.Genuine(Bytes content, var signatory, Instant at) ->
                switch (Slip.read(content)) {
                    case Reading.Garbled<Slip>(String problem) -> {
                        checks.failed("SLIP_SIGNATURE", "slip", problem);
                        yield Optional.empty();
                    }
                    case Reading.Clear<Slip>(Slip slip) -> {
                        checks.judge(
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
                checks.failed("EVIDENCE_SIGNATURE", file, flaw.reason().sentence());
            case Finding.Genuine(Bytes content, var signatory, Instant _) -> {
                boolean fits = Evidence.read(content) instanceof Reading.Clear<Evidence>(Evidence read)
                        && read.issuer().equals(signatory.name())
                        && slip.filter(of -> of.id().equals(read.messageId())
                                        && of.contentDigest().equals(read.contentDigest()))
                                .isPresent();
                checks.judge(
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
        Set<String> recorded =
                bundle.recorded().stream().map(Bundle.Recorded::name).collect(Collectors.toSet());
        for (Path file : bundle.evidence()) {
            String name = String.valueOf(file.getFileName());
            if (recorded.contains(name)) continue;
            evidence(name, Bundle.read(file), then(), slip);
            checks.missing(CheckList.LOG_PROOF, name, "said here; the log's proof of it goes to the sender");
        }
    }

    private void content(Slip slip) {
        checks.judge(
                Digest.ofContent(bundle.file("sealed.p7m")).equals(slip.contentDigest()),
                "CONTENT_DIGEST",
                "sealed content",
                "SHA-256 is the one on the slip",
                "SHA-256 is not the one on the slip");
        Optional<Bytes> letter = bundle.optional("content.p7m");
        if (letter.isEmpty()) {
            checks.missing("LETTER_SIGNATURE", "letter", "the export holds no letter");
            return;
        }
        switch (new Opener(seals).read(letter.get(), slip.suite(), then())) {
            case Opening.Shut shut -> checks.failed("LETTER_SIGNATURE", "letter", shut.sentence());
            case Opening.Opened(Letter read, Bytes _, var signatory) -> {
                checks.judge(
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
            checks.judge(
                    inside.equals(beside),
                    "ATTACHMENTS",
                    beside.size() + " files",
                    "they are those in the signed letter",
                    "they are not those in the signed letter");
    }
}
