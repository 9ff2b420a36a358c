package org.liaison.auditlog.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.auditlog.check.Proof.Recorded;
import org.liaison.auditlog.check.Proof.Unproven;
import org.liaison.auditlog.check.Proof.Why;
import org.liaison.auditlog.tree.ConsistencyCheck;
import org.liaison.auditlog.tree.Hashing;
import org.liaison.auditlog.tree.InclusionCheck;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Entry;
import org.liaison.message.LogProof;
import org.liaison.message.Reading;
import org.liaison.message.Wire;

/// Tells whether a log recorded what it says it recorded. Safe to use from many threads.
///
/// One checkpoint proves a whole batch, so the latest ones whose signatures were found valid are remembered.
public final class LogExaminer {

    private static final int REMEMBERED = 64;

    private final LogKeys keys;
    private final Map<Bytes, SignedCheckpoint> genuine = new LinkedHashMap<>(REMEMBERED, 0.75f, true);

    public LogExaminer(LogKeys keys) {
        this.keys = keys;
    }

    /// Follows the receipt from the signatures down to the entry: checkpoint, size, path, commitment, content.
    public Proof examine(Wire.Receipt receipt) {
        LogProof proof = receipt.proof();
        Optional<SignedCheckpoint> read = read(proof.checkpoint());
        if (read.isEmpty()) return new Unproven(Why.CHECKPOINT_MALFORMED);
        SignedCheckpoint checkpoint = read.get();
        if (!checkpoint.origin().equals(keys.origin())) return new Unproven(Why.CHECKPOINT_OF_ANOTHER_LOG);
        if (!isGenuine(proof.checkpoint(), checkpoint)) return new Unproven(Why.CHECKPOINT_NOT_SIGNED);
        if (proof.treeSize() != checkpoint.size()) return new Unproven(Why.TREE_SIZE_NOT_OF_CHECKPOINT);
        InclusionCheck inclusion =
                InclusionCheck.of(leafHash(receipt), proof.index(), checkpoint.size(), proof.path(), checkpoint.root());
        return switch (inclusion) {
            case InclusionCheck.NotIncluded _ -> new Unproven(Why.NOT_IN_TREE);
            case InclusionCheck.Included(long index, long treeSize, Digest root) ->
                switch (Entry.read(receipt.entry())) {
                    case Reading.Garbled<Entry> _ -> new Unproven(Why.ENTRY_MALFORMED);
                    case Reading.Clear<Entry>(Entry entry) -> new Recorded(entry, index, treeSize, root);
                };
        };
    }

    /// Whether the log of the newer checkpoint grew out of that of the older by appending only.
    public Consistency consistent(Bytes olderCheckpoint, Bytes newerCheckpoint, List<Digest> path) {
        Optional<SignedCheckpoint> older = genuine(olderCheckpoint);
        if (older.isEmpty()) return new Consistency.Inconsistent(Consistency.Why.OLDER_NOT_GENUINE);
        Optional<SignedCheckpoint> newer = genuine(newerCheckpoint);
        if (newer.isEmpty()) return new Consistency.Inconsistent(Consistency.Why.NEWER_NOT_GENUINE);
        ConsistencyCheck check = ConsistencyCheck.of(
                older.get().size(),
                older.get().root(),
                newer.get().size(),
                newer.get().root(),
                path);
        return switch (check) {
            case ConsistencyCheck.Grown(long first, long second) -> new Consistency.Consistent(first, second);
            case ConsistencyCheck.NotGrown(ConsistencyCheck.Why why) ->
                new Consistency.Inconsistent(
                        why == ConsistencyCheck.Why.SHRUNK ? Consistency.Why.SHRUNK : Consistency.Why.NOT_AN_EXTENSION);
        };
    }

    /// The leaf is SHA-256(salt ‖ entry), and its hash is that of RFC 9162 §2.1.1.
    static Digest leafHash(Wire.Receipt receipt) {
        return Hashing.leaf(
                Digest.ofParts(receipt.proof().salt(), receipt.entry()).value());
    }

    private Optional<SignedCheckpoint> genuine(Bytes note) {
        return read(note)
                .filter(checkpoint -> checkpoint.origin().equals(keys.origin()))
                .filter(checkpoint -> isGenuine(note, checkpoint));
    }

    private Optional<SignedCheckpoint> read(Bytes note) {
        synchronized (genuine) {
            SignedCheckpoint remembered = genuine.get(note);
            if (remembered != null) return Optional.of(remembered);
        }
        return SignedCheckpoint.read(note);
    }

    private boolean isGenuine(Bytes note, SignedCheckpoint checkpoint) {
        synchronized (genuine) {
            if (genuine.containsKey(note)) return true;
        }
        if (!checkpoint.isSignedBy(keys)) return false;
        synchronized (genuine) {
            genuine.put(note, checkpoint);
            if (genuine.size() > REMEMBERED)
                genuine.remove(genuine.keySet().iterator().next());
        }
        return true;
    }
}
