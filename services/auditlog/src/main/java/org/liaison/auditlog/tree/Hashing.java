package org.liaison.auditlog.tree;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;

/// RFC 9162 §2.1.1, with SHA-256. The first byte tells leaves from nodes, so that no node can pass for a leaf.
public final class Hashing {

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private Hashing() {}

    /// "The hash of an empty list is the hash of an empty string: MTH({}) = HASH()."
    public static Digest emptyRoot() {
        return Digest.ofContent(Bytes.of());
    }

    /// "The hash of a list with one entry (also known as a leaf hash) is: MTH({d\[0]}) = HASH(0x00 || d\[0])."
    public static Digest leaf(Bytes data) {
        return finish(start(LEAF), data.buffer());
    }

    /// "MTH(D_n) = HASH(0x01 || MTH(D\[0:k]) || MTH(D\[k:n]))", for the hashes of the two halves.
    public static Digest node(Digest left, Digest right) {
        MessageDigest sha256 = start(NODE);
        sha256.update(left.value().buffer());
        return finish(sha256, right.value().buffer());
    }

    private static MessageDigest start(byte kind) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(kind);
            return sha256;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Digest finish(MessageDigest sha256, ByteBuffer rest) {
        sha256.update(rest);
        return new Digest(Bytes.owned(sha256.digest()));
    }
}
