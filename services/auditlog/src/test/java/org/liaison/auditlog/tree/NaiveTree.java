package org.liaison.auditlog.tree;

import java.util.List;
import org.liaison.message.Digest;

/// The definition of RFC 9162 §2.1 word for word, over lists, with no thought of speed.
final class NaiveTree {

    private NaiveTree() {}

    static Digest mth(List<Digest> leafHashes) {
        int n = leafHashes.size();
        if (n == 0) return Hashing.emptyRoot();
        if (n == 1) return leafHashes.getFirst();
        int k = 1;
        while (k * 2 < n) k *= 2;
        return Hashing.node(mth(leafHashes.subList(0, k)), mth(leafHashes.subList(k, n)));
    }

    /// Complete subtrees of a list of leaves, each computed from the definition.
    static Nodes nodes(List<Digest> leafHashes) {
        return (level, index) -> {
            int from = Math.toIntExact(index << level);
            return mth(leafHashes.subList(from, from + (1 << level)));
        };
    }
}
