package org.liaison.auditlog.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.liaison.auditlog.check.Attestation.Attested;
import org.liaison.auditlog.check.Attestation.Refuted;
import org.liaison.auditlog.check.Attestation.Vouch;
import org.liaison.auditlog.check.Witnessing.Cosigned;
import org.liaison.auditlog.check.Witnessing.Unsound;
import org.liaison.auditlog.check.Witnessing.Why;
import org.liaison.auditlog.tree.InclusionCheck;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Wire;

/// Tells which known witnesses cosigned a checkpoint, and when; and who of them vouches for an
/// entry. Safe to use from many threads.
public final class WitnessExaminer {

    /// How far the clocks of two honest machines may be apart.
    public static final Duration SKEW = Duration.ofMinutes(5);

    private final LogKeys log;
    private final WitnessKeys witnesses;

    public WitnessExaminer(LogKeys log, WitnessKeys witnesses) {
        this.log = log;
        this.witnesses = witnesses;
    }

    public WitnessKeys witnesses() {
        return witnesses;
    }

    /// The log's own signatures first: what the log did not sign, nobody can have witnessed.
    /// Lines of unknown keys are ignored, and a line of a known key that does not verify spoils
    /// the whole note (C2SP signed-note).
    public Witnessing examine(Bytes note, Instant now) {
        Optional<SignedCheckpoint> read = SignedCheckpoint.read(note);
        if (read.isEmpty()) return new Unsound(Why.MALFORMED);
        SignedCheckpoint checkpoint = read.get();
        if (!checkpoint.origin().equals(log.origin())) return new Unsound(Why.ANOTHER_LOG);
        if (!checkpoint.isSignedBy(log)) return new Unsound(Why.NOT_SIGNED);
        List<Cosignature> by = new ArrayList<>();
        SortedSet<String> strangers = new TreeSet<>();
        for (SignedCheckpoint.Line line : checkpoint.lines()) {
            if (log.keys().stream().anyMatch(key -> key.isNamedBy(line))) continue;
            Optional<VerifierKey> known =
                    witnesses.keys().stream().filter(key -> key.isNamedBy(line)).findFirst();
            if (known.isEmpty()) {
                strangers.add(line.name());
                continue;
            }
            VerifierKey key = known.get();
            if (!key.verifies(checkpoint, line.signature())) return new Unsound(Why.COSIGNATURE_SPOILT);
            // "verifiers MAY reject cosignatures with timestamps in the future" (C2SP tlog-cosignature)
            long seconds = line.signature().buffer().getLong();
            if (seconds > now.plus(SKEW).getEpochSecond()) return new Unsound(Why.TIME_AHEAD);
            by.add(cosignature(key, checkpoint, line, seconds));
        }
        return new Cosigned(checkpoint.text(), checkpoint.size(), checkpoint.root(), by, strangers);
    }

    private static Cosignature cosignature(
            VerifierKey key, SignedCheckpoint checkpoint, SignedCheckpoint.Line line, long seconds) {
        return new Cosignature(
                key.name(),
                Instant.ofEpochSecond(seconds),
                line.written(),
                checkpoint.witnessed(seconds),
                line.signature().slice(Long.BYTES, line.signature().size()),
                key.key());
    }

    /// Who witnessed the entry that `receipt` opens, by ways up from its leaf to trees that were
    /// cosigned. That the receipt itself holds is [LogExaminer]'s to say, and first.
    ///
    /// Each witness counts once, with the largest tree. Two roots at one size are a fork, and
    /// show here if the receipt's tree is as large as a cosigned one.
    public Attestation attest(Wire.Receipt receipt, List<CosignedPath> paths, Instant now) {
        SortedMap<String, Vouch> by = new TreeMap<>();
        SortedSet<String> strangers = new TreeSet<>();
        Digest leaf = LogExaminer.leafHash(receipt);
        Optional<SignedCheckpoint> own = SignedCheckpoint.read(receipt.proof().checkpoint());
        for (CosignedPath one : paths) {
            switch (examine(one.checkpoint(), now)) {
                case Unsound(Why why) -> {
                    return new Refuted(one.treeSize(), why);
                }
                case Cosigned cosigned -> {
                    Optional<Why> not =
                            unproven(cosigned, one, leaf, receipt.proof().index());
                    if (not.isPresent()) return new Refuted(one.treeSize(), not.get());
                    if (own.filter(tree -> tree.size() == cosigned.size())
                            .filter(tree -> !tree.root().equals(cosigned.root()))
                            .isPresent()) return new Refuted(one.treeSize(), Why.FORKED);
                    for (Cosignature line : cosigned.by())
                        by.merge(line.witness(), new Vouch(line, cosigned.size()), WitnessExaminer::larger);
                    strangers.addAll(cosigned.strangers());
                }
            }
        }
        return new Attested(List.copyOf(by.values()), strangers);
    }

    private static Optional<Why> unproven(Cosigned tree, CosignedPath way, Digest leaf, long index) {
        if (tree.size() != way.treeSize()) return Optional.of(Why.OTHER_SIZE);
        if (index >= tree.size()) return Optional.of(Why.NOT_COVERED);
        return InclusionCheck.of(leaf, index, tree.size(), way.path(), tree.root()) instanceof InclusionCheck.Included
                ? Optional.empty()
                : Optional.of(Why.NOT_IN_TREE);
    }

    private static Vouch larger(Vouch one, Vouch other) {
        return other.treeSize() > one.treeSize() ? other : one;
    }
}
