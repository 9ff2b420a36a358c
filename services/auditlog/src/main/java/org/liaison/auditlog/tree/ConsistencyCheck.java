package org.liaison.auditlog.tree;

import java.util.ArrayList;
import java.util.List;
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
        // 3. Set fn to first - 1 and sn to second - 1.
        long fn = first - 1;
        long sn = second - 1;
        // 4. If LSB(fn) is set, then right-shift both fn and sn equally until LSB(fn) is not set.
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        // 5. Set both fr and sr to the first value in the consistency_path array.
        Digest fr = values.getFirst();
        Digest sr = values.getFirst();
        // 6. For each subsequent value c in the consistency_path array:
        for (Digest c : values.subList(1, values.size())) {
            // a. If sn is 0, then stop the iteration and fail the proof verification.
            if (sn == 0) return new NotGrown(Why.PATH_TOO_LONG);
            // b. If LSB(fn) is set, or if fn is equal to sn, then:
            if ((fn & 1) == 1 || fn == sn) {
                // i. Set fr to HASH(0x01 || c || fr). Set sr to HASH(0x01 || c || sr).
                fr = Hashing.node(c, fr);
                sr = Hashing.node(c, sr);
                // ii. If LSB(fn) is not set, right-shift both fn and sn until either LSB(fn) is set or fn is 0.
                if ((fn & 1) == 0) {
                    do {
                        fn >>= 1;
                        sn >>= 1;
                    } while ((fn & 1) == 0 && fn != 0);
                }
            } else {
                // Otherwise: Set sr to HASH(0x01 || sr || c).
                sr = Hashing.node(sr, c);
            }
            // c. Finally, right-shift both fn and sn one time.
            fn >>= 1;
            sn >>= 1;
        }
        // 7. Verify that the fr calculated is equal to the first_hash supplied, that the sr calculated is equal to the
        //    second_hash supplied, and that sn is 0.
        if (sn != 0) return new NotGrown(Why.PATH_TOO_SHORT);
        if (!fr.equals(firstHash)) return new NotGrown(Why.OTHER_FIRST_ROOT);
        if (!sr.equals(secondHash)) return new NotGrown(Why.OTHER_SECOND_ROOT);
        return new Grown(first, second);
    }

    private static ConsistencyCheck trivial(
            long first, Digest firstHash, long second, Digest secondHash, List<Digest> path) {
        if (!path.isEmpty()) return new NotGrown(Why.PATH_TOO_LONG);
        if (first == 0 && !firstHash.equals(Hashing.emptyRoot())) return new NotGrown(Why.OTHER_FIRST_ROOT);
        if (first == second && !firstHash.equals(secondHash)) return new NotGrown(Why.OTHER_SECOND_ROOT);
        return new Grown(first, second);
    }
}
