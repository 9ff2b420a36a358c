package org.liaison.auditlog.tree;

import java.util.List;
import org.liaison.message.Digest;

/// What can be said about a claim that a leaf stands in a tree.
public sealed interface InclusionCheck {

    record Included(long index, long treeSize, Digest root) implements InclusionCheck {}

    record NotIncluded(Why why) implements InclusionCheck {}

    enum Why {
        INDEX_OUTSIDE_TREE,
        PATH_TOO_LONG,
        PATH_TOO_SHORT,
        OTHER_ROOT
    }

    /// RFC 9162 §2.1.3.2. `leafHash` is the RFC's `hash`.
    static InclusionCheck of(Digest leafHash, long leafIndex, long treeSize, List<Digest> path, Digest rootHash) {
        // 1. Compare leaf_index against tree_size. If leaf_index is greater than or equal to tree_size, fail.
        if (leafIndex < 0 || leafIndex >= treeSize) return new NotIncluded(Why.INDEX_OUTSIDE_TREE);
        // 2. Set fn to leaf_index and sn to tree_size - 1.
        long fn = leafIndex;
        long sn = treeSize - 1;
        // 3. Set r to hash.
        Digest r = leafHash;
        // 4. For each value p in the inclusion_path array:
        for (Digest p : path) {
            // a. If sn is 0, then stop the iteration and fail the proof verification.
            if (sn == 0) return new NotIncluded(Why.PATH_TOO_LONG);
            // b. If LSB(fn) is set, or if fn is equal to sn, then:
            if ((fn & 1) == 1 || fn == sn) {
                // i. Set r to HASH(0x01 || p || r).
                r = Hashing.node(p, r);
                // ii. If LSB(fn) is not set, right-shift both fn and sn until either LSB(fn) is set or fn is 0.
                if ((fn & 1) == 0) {
                    do {
                        fn >>= 1;
                        sn >>= 1;
                    } while ((fn & 1) == 0 && fn != 0);
                }
            } else {
                // Otherwise: Set r to HASH(0x01 || r || p).
                r = Hashing.node(r, p);
            }
            // c. Finally, right-shift both fn and sn one time.
            fn >>= 1;
            sn >>= 1;
        }
        // 5. Compare sn to 0. Compare r against the root_hash. If sn is equal to 0 and r and the root_hash are equal,
        //    then the log has proven the inclusion of hash. Otherwise, fail the proof verification.
        if (sn != 0) return new NotIncluded(Why.PATH_TOO_SHORT);
        if (!r.equals(rootHash)) return new NotIncluded(Why.OTHER_ROOT);
        return new Included(leafIndex, treeSize, rootHash);
    }
}
