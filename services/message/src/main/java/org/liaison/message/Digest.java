package org.liaison.message;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A SHA-256 digest (FIPS 180-4), 32 bytes.
public record Digest(Bytes value) {

    public Digest {
        if (value.size() != 32)
            throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + value.size());
    }

    public static Digest ofContent(Bytes content) {
        return ofParts(content);
    }

    /// The digest of the parts one after the other.
    public static Digest ofParts(Bytes... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Bytes part : parts) part.feed(sha256);
            return new Digest(Bytes.owned(sha256.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static Digest ofHex(String hex) {
        return new Digest(Bytes.ofHex(hex));
    }

    public String toHex() {
        return value.toHex();
    }

    @Override
    public String toString() {
        return toHex();
    }
}
