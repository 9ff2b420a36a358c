package org.liaison.auditlog.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.message.Digest;

/// What can be said about a claim that one tree grew out of another by appending only.
public sealed interface ConsistencyCheck {

    record Grown(long first, long second) implements ConsistencyCheck {}

    record NotGrown(Why why) implements ConsistencyCheck {}

    enum Why {
        SHRUNK,
        PATH_TOO_LONG,
        PATH_TOO_SHORT,
        OTHER_FIRST_ROOT,
        OTHER_SECOND_ROOT
    }

    /// RFC 9162 §2.1.4.2, which presupposes 0 < first < second. Deviation: equal sizes are consistent when the
    /// roots are equal and the path is empty, and everything grows out of the empty tree.
    static ConsistencyCheck of(long first, Digest firstHash, long second, Digest secondHash, List<Digest> path) {
        if (first < 0 || first > second) return new NotGrown(Why.SHRUNK);
        if (first == 0 || first == second) return trivial(first, firstHash, second, secondHash, path);
        // 1. If consistency_path is an empty array, stop and fail the proof verification.
        if (path.isEmpty()) return new NotGrown(Why.PATH_TOO_SHORT);
        // 2. If first is an exact power of 2, then prepend first_hash to the consistency_path array.
        List<Digest> values = new ArrayList<>(path);
        if (Long.bitCount(first) == 1) values.addFirst(firstHash);
        return switch (ConsistencyWalk.of(first, second, values)) {
            case ConsistencyWalk.Failed(Why why) -> new NotGrown(why);
            // 7. Verify that the fr calculated is equal to the first_hash supplied, that the sr calculated is equal to
            //    the second_hash supplied, and that sn is 0.
            case ConsistencyWalk.Roots(Digest fr, Digest _)
            when !fr.equals(firstHash) -> new NotGrown(Why.OTHER_FIRST_ROOT);
            case ConsistencyWalk.Roots(Digest _, Digest sr)
            when !sr.equals(secondHash) -> new NotGrown(Why.OTHER_SECOND_ROOT);
            case ConsistencyWalk.Roots _ -> new Grown(first, second);
        };
    }

    /// The root that the tree of `second` leaves had at `first`, as it proves itself: by the
    /// consistency path for these sizes, with step 2 done already by who wrote it, for only the
    /// tree knows its own beginning. Empty where `secondHash` is not reached.
    ///
    /// If the log signed another root at `first`, this is the proof that it has two histories.
    static Optional<Digest> beginning(long first, long second, Digest secondHash, List<Digest> values) {
        if (first < 1 || first >= second || values.isEmpty()) return Optional.empty();
        return ConsistencyWalk.of(first, second, values) instanceof ConsistencyWalk.Roots(Digest fr, Digest sr)
                        && sr.equals(secondHash)
                ? Optional.of(fr)
                : Optional.empty();
    }

    private static ConsistencyCheck trivial(
            long first, Digest firstHash, long second, Digest secondHash, List<Digest> path) {
        if (!path.isEmpty()) return new NotGrown(Why.PATH_TOO_LONG);
        if (first == 0 && !firstHash.equals(Hashing.emptyRoot())) return new NotGrown(Why.OTHER_FIRST_ROOT);
        if (first == second && !firstHash.equals(secondHash)) return new NotGrown(Why.OTHER_SECOND_ROOT);
        return new Grown(first, second);
    }
}
