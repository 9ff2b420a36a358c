package org.liaison.message;

import java.util.List;

/// Proof that an entry stands in the audit log: the opening of its commitment and its inclusion under a checkpoint
/// (RFC 9162 §2.1.3). The leaf is `SHA-256(salt ‖ entry)`, so a stranger who reads the public tiles learns nothing.
///
/// `checkpoint` is the signed note (C2SP tlog-checkpoint) under which `path` leads to the root.
public record LogProof(long index, Bytes salt, long treeSize, List<Digest> path, Bytes checkpoint) {

    public LogProof {
        path = List.copyOf(path);
        if (salt.size() != 32) throw new IllegalArgumentException("a salt has 32 bytes, not " + salt.size());
        if (index < 0 || index >= treeSize) throw new IllegalArgumentException("the index lies outside the tree");
    }
}
