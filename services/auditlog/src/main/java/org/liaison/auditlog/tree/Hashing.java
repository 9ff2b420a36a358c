package org.liaison.auditlog.tree;

import org.liaison.message.Bytes;
import org.liaison.message.Digest;

/// RFC 9162 §2.1.1, with SHA-256. The first byte tells leaves from nodes, so that no node can pass for a leaf.
public final class Hashing {

    private static final Bytes LEAF = Bytes.of((byte) 0x00);
    private static final Bytes NODE = Bytes.of((byte) 0x01);

    private Hashing() {}

    /// "The hash of an empty list is the hash of an empty string: MTH({}) = HASH()."
    public static Digest emptyRoot() {
        return Digest.ofParts();
    }

    /// "The hash of a list with one entry (also known as a leaf hash) is: MTH({d\[0]}) = HASH(0x00 || d\[0])."
    public static Digest leaf(Bytes data) {
        return Digest.ofParts(LEAF, data);
    }

    /// "MTH(D_n) = HASH(0x01 || MTH(D\[0:k]) || MTH(D\[k:n]))", for the hashes of the two halves.
    public static Digest node(Digest left, Digest right) {
        return Digest.ofParts(NODE, left.value(), right.value());
    }
}
