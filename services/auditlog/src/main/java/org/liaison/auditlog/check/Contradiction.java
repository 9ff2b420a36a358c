package org.liaison.auditlog.check;

import java.util.Optional;
import org.liaison.auditlog.tree.ConsistencyCheck;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.report.ChangedLog;

/// What can be said about the claim that a log does not stand by what it signed.
public sealed interface Contradiction {

    /// Both checkpoints bear the log's signatures, and no log can stand by both: it was changed,
    /// or shows different trees to different people. Whoever has its public keys sees it.
    record Proven(long heldSize, long shownSize) implements Contradiction {}

    /// It stays a claim.
    record Unproven(Why why) implements Contradiction {}

    enum Why {
        HELD_NOT_GENUINE("The checkpoint that is said to be held is not one that this log signed."),
        SHOWN_NOT_GENUINE("The checkpoint that is said to have been shown is not one that this log signed."),
        AGREE("The two checkpoints do not contradict each other."),
        NO_PROOF("Nothing shows that the two checkpoints contradict each other: the one is of a smaller tree than"
                + " the other, and what would prove the beginning of the larger is missing or does not lead to its"
                + " root.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /// By nothing but the claim and the log's public keys. Two signed trees contradict each other
    /// when they are of one size and have two roots, or when the larger proves that it began as
    /// another tree than the smaller.
    static Contradiction of(ChangedLog claim, LogKeys keys) {
        Optional<SignedCheckpoint> held = genuine(claim.held(), keys);
        if (held.isEmpty()) return new Unproven(Why.HELD_NOT_GENUINE);
        Optional<SignedCheckpoint> shown = genuine(claim.shown(), keys);
        if (shown.isEmpty()) return new Unproven(Why.SHOWN_NOT_GENUINE);
        boolean grew = held.get().size() <= shown.get().size();
        SignedCheckpoint smaller = grew ? held.get() : shown.get();
        SignedCheckpoint larger = grew ? shown.get() : held.get();
        Optional<Digest> beginning = smaller.size() == larger.size()
                ? Optional.of(larger.root())
                : ConsistencyCheck.beginning(smaller.size(), larger.size(), larger.root(), claim.beginning());
        return beginning
                .<Contradiction>map(root -> root.equals(smaller.root())
                        ? new Unproven(Why.AGREE)
                        : new Proven(held.get().size(), shown.get().size()))
                .orElse(new Unproven(Why.NO_PROOF));
    }

    private static Optional<SignedCheckpoint> genuine(String note, LogKeys keys) {
        return SignedCheckpoint.read(Bytes.ofUtf8(note))
                .filter(checkpoint -> checkpoint.origin().equals(keys.origin()))
                .filter(checkpoint -> checkpoint.isSignedBy(keys));
    }
}
