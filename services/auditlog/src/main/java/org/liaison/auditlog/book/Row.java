package org.liaison.auditlog.book;

import org.liaison.auditlog.tree.Hashing;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;

/// An entry at its index, as it is kept.
record Row(long index, Bytes salt, Bytes json, Digest commitment) {

    static Row of(long index, Draft draft) {
        return new Row(index, draft.salt(), draft.json(), draft.commitment());
    }

    /// The leaf in the tree: SHA-256(salt ‖ entry). Without the salt, nobody can test a guess about the entry.
    static Digest commitment(Bytes salt, Bytes json) {
        return Digest.ofParts(salt, json);
    }

    /// Whether the bytes still are the ones that the commitment was made for.
    boolean isWhole() {
        return commitment.equals(commitment(salt, json));
    }

    Digest leafHash() {
        return Hashing.leaf(commitment.value());
    }
}
