package org.liaison.cli;

import static org.liaison.cli.CheckList.LOG_PROOF;
import static org.liaison.cli.CheckList.LOG_WITNESSES;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liaison.auditlog.check.Attestation.Attested;
import org.liaison.auditlog.check.Attestation.Refuted;
import org.liaison.auditlog.check.Attestation.Vouch;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.Proof;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Entry;

/// Whether the evidence of a bundle stands in the audit log, and who watched the log then.
final class BundleProofs {

    private final BelievedKeys keys;
    private final LogExaminer log;
    private final int statesNeeded;
    private final Instant now;
    private final CheckList checks;

    BundleProofs(BelievedKeys keys, int statesNeeded, Instant now, CheckList checks) {
        this.keys = keys;
        this.log = new LogExaminer(keys.log());
        this.statesNeeded = statesNeeded;
        this.now = now;
        this.checks = checks;
    }

    /// Evidence and the entry of the log in which it stands.
    record Item(String file, Bytes signed, Entry entry) {}

    Optional<Item> examine(Bundle.Recorded one) {
        String subject = one.name();
        Bytes signed = Bundle.read(one.evidence());
        return switch (log.examine(one.receipt())) {
            case Proof.Unproven(var why) -> {
                checks.failed(LOG_PROOF, subject, why.sentence());
                yield Optional.empty();
            }
            case Proof.Recorded(Entry entry, long _, long _, Digest _)
            when !entry.evidence().equals(Optional.of(signed)) -> {
                checks.failed(
                        LOG_PROOF, subject, "What stands in the log at this place is other evidence than this file.");
                yield Optional.empty();
            }
            case Proof.Recorded(Entry entry, long index, long size, Digest _) -> {
                checks.passed(
                        LOG_PROOF,
                        subject,
                        "entry " + index + " of " + size + ", recorded at " + entry.recordedAt()
                                + ", under a checkpoint signed with Ed25519 and ML-DSA");
                witnesses(one, subject);
                yield Optional.of(new Item(subject, signed, entry));
            }
        };
    }

    private void witnesses(Bundle.Recorded one, String subject) {
        switch (keys.witnesses().attest(one.receipt(), one.witnessed(), now)) {
            case Refuted(long size, var why) ->
                checks.failed(LOG_WITNESSES, subject, "The checkpoint of " + size + " entries: " + why.sentence());
            case Attested attested -> {
                int states = attested.states().size();
                String said = said(attested);
                if (states < statesNeeded)
                    checks.failed(
                            LOG_WITNESSES,
                            subject,
                            said + " Witnesses of " + statesNeeded + " States are asked for, and there are " + states
                                    + ".");
                else if (states == 0) checks.missing(LOG_WITNESSES, subject, said);
                else checks.passed(LOG_WITNESSES, subject, said);
            }
        }
    }

    private static String said(Attested attested) {
        String by = attested.by().isEmpty()
                ? "Not witnessed: no witness whose key you have cosigned a checkpoint that holds it."
                : attested.by().stream()
                        .map(BundleProofs::said)
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
}
