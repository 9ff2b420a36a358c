package org.liaison.auditlog.tree;

import java.util.List;
import org.liaison.message.Digest;

/// Where steps 3 to 6 of RFC 9162 §2.1.4.2 lead: two roots, which are held against something
/// elsewhere.
sealed interface ConsistencyWalk {

    record Roots(Digest first, Digest second) implements ConsistencyWalk {}

    record Failed(ConsistencyCheck.Why why) implements ConsistencyWalk {}

    static ConsistencyWalk of(long first, long second, List<Digest> values) {
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
            if (sn == 0) return new Failed(ConsistencyCheck.Why.PATH_TOO_LONG);
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
        if (sn != 0) return new Failed(ConsistencyCheck.Why.PATH_TOO_SHORT);
        return new Roots(fr, sr);
    }
}
