package org.liaison.auditlog.check;

import org.liaison.message.Digest;
import org.liaison.message.Entry;

/// What can be said about a receipt.
public sealed interface Proof {

    /// The entry stands at `index` of the tree of `treeSize` leaves with this root, which the log has signed.
    record Recorded(Entry entry, long index, long treeSize, Digest root) implements Proof {}

    record Unproven(Why why) implements Proof {}

    enum Why {
        CHECKPOINT_MALFORMED("The checkpoint is not a signed note of a log."),
        CHECKPOINT_OF_ANOTHER_LOG("The checkpoint belongs to another log."),
        CHECKPOINT_NOT_SIGNED("The checkpoint lacks a valid signature of the log by each kind of its keys."),
        TREE_SIZE_NOT_OF_CHECKPOINT("The proof is for another tree size than the checkpoint's."),
        NOT_IN_TREE("The path does not lead from the entry to the signed root."),
        ENTRY_MALFORMED("What stands in the log at this place is not an entry of this protocol.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
