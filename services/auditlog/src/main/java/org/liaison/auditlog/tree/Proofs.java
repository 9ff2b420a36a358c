package org.liaison.auditlog.tree;

import java.util.ArrayList;
import java.util.List;
import org.liaison.message.Digest;

/// Roots and proofs over the leaves that [Nodes] covers. In the letters of RFC 9162 §2.1, `D[start:end]` are
/// the leaves from `start` to before `end`.
public final class Proofs {

    private Proofs() {}

    /// MTH(D_n), RFC 9162 §2.1.1.
    public static Digest root(Nodes nodes, long size) {
        return size == 0 ? Hashing.emptyRoot() : mth(nodes, 0, size);
    }

    /// PATH(m, D_n), RFC 9162 §2.1.3.1.
    public static List<Digest> inclusion(Nodes nodes, long index, long size) {
        if (index < 0 || index >= size)
            throw new IllegalArgumentException("leaf " + index + " does not stand in a tree of " + size);
        List<Digest> path = new ArrayList<>();
        path(nodes, index, 0, size, path);
        return List.copyOf(path);
    }

    /// PROOF(m, D_n), RFC 9162 §2.1.4.1, which defines it for 0 < m < n. Where m is 0 or n there is nothing to
    /// prove, and the list is empty.
    public static List<Digest> consistency(Nodes nodes, long from, long to) {
        if (from < 0 || from > to)
            throw new IllegalArgumentException("a tree does not grow from " + from + " to " + to + " leaves");
        if (from == 0 || from == to) return List.of();
        List<Digest> proof = new ArrayList<>();
        subproof(nodes, from, 0, to, true, proof);
        return List.copyOf(proof);
    }

    /// How the tree of `to` leaves proves which root it had at `from`: see
    /// [ConsistencyCheck#beginning]. The path of [#consistency], after the root itself where the
    /// RFC leaves that to the reader.
    public static List<Digest> beginning(Nodes nodes, long from, long to) {
        List<Digest> proof = new ArrayList<>(consistency(nodes, from, to));
        if (!proof.isEmpty() && Long.bitCount(from) == 1) proof.addFirst(root(nodes, from));
        return List.copyOf(proof);
    }

    /// MTH(D\[start:end]): one lookup for a complete subtree, recursion along the ragged right edge.
    private static Digest mth(Nodes nodes, long start, long end) {
        long n = end - start;
        if (Long.bitCount(n) == 1) {
            int level = Long.numberOfTrailingZeros(n);
            return nodes.at(level, start >> level);
        }
        long k = largestPowerOfTwoSmallerThan(n);
        return Hashing.node(mth(nodes, start, start + k), mth(nodes, start + k, end));
    }

    private static void path(Nodes nodes, long m, long start, long end, List<Digest> path) {
        long n = end - start;
        // PATH(0, {d[0]}) = {}
        if (n == 1) return;
        long k = largestPowerOfTwoSmallerThan(n);
        if (m < k) {
            // PATH(m, D_n) = PATH(m, D[0:k]) : MTH(D[k:n]) for m < k
            path(nodes, m, start, start + k, path);
            path.add(mth(nodes, start + k, end));
        } else {
            // PATH(m, D_n) = PATH(m - k, D[k:n]) : MTH(D[0:k]) for m >= k
            path(nodes, m - k, start + k, end, path);
            path.add(mth(nodes, start, start + k));
        }
    }

    private static void subproof(Nodes nodes, long m, long start, long end, boolean known, List<Digest> proof) {
        long n = end - start;
        if (m == n) {
            // SUBPROOF(m, D_m, true) = {}   and   SUBPROOF(m, D_m, false) = {MTH(D_m)}
            if (!known) proof.add(mth(nodes, start, end));
            return;
        }
        long k = largestPowerOfTwoSmallerThan(n);
        if (m <= k) {
            // SUBPROOF(m, D_n, b) = SUBPROOF(m, D[0:k], b) : MTH(D[k:n]) for m <= k
            subproof(nodes, m, start, start + k, known, proof);
            proof.add(mth(nodes, start + k, end));
        } else {
            // SUBPROOF(m, D_n, b) = SUBPROOF(m - k, D[k:n], false) : MTH(D[0:k]) for m > k
            subproof(nodes, m - k, start + k, end, false, proof);
            proof.add(mth(nodes, start, start + k));
        }
    }

    private static long largestPowerOfTwoSmallerThan(long n) {
        return Long.highestOneBit(n - 1);
    }
}
