package org.liaison.auditlog.check;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import org.liaison.message.Bytes;

/// One public key of a log or of a witness, from its line `<name>+<key id in hex>+<base64 of
/// type and key>`.
record VerifierKey(String name, Bytes keyId, Type type, PublicKey key) {

    enum Type {
        ED25519("Ed25519", 0x01, 32, "302a300506032b6570032100"),
        COSIGNATURE("Ed25519", 0x04, 32, "302a300506032b6570032100"),
        ML_DSA_44("ML-DSA-44", 0x06, 1312, "30820532300b06096086480165030403110382052100");

        private final String algorithm;
        private final int identifier;
        private final int length;
        private final String encodingPrefix;

        Type(String algorithm, int identifier, int length, String encodingPrefix) {
            this.algorithm = algorithm;
            this.identifier = identifier;
            this.length = length;
            this.encodingPrefix = encodingPrefix;
        }

        static Type ofIdentifier(int identifier) {
            for (Type type : values()) if (type.identifier == identifier) return type;
            throw new IllegalArgumentException(
                    "a key is of type 1 (Ed25519), 4 (Ed25519 cosignature) or 6 (ML-DSA-44), not " + identifier);
        }
    }

    static VerifierKey parse(String line) {
        String[] parts = line.split("\\+", 3);
        if (parts.length != 3 || parts[0].isEmpty())
            throw new IllegalArgumentException("a key line has a name, a key id and a key, joined by +");
        Bytes keyId = Bytes.ofHex(parts[1]);
        Bytes typed = Bytes.ofBase64(parts[2]);
        if (typed.size() == 0) throw new IllegalArgumentException("a key line ends with a key");
        Type type = Type.ofIdentifier(typed.slice(0, 1).toArray()[0]);
        if (typed.size() != 1 + type.length)
            throw new IllegalArgumentException("a key of type " + type.algorithm + " has " + type.length + " bytes");
        if (!keyId.equals(
                joined(Bytes.ofUtf8(parts[0] + "\n"), typed).sha256().value().slice(0, 4)))
            throw new IllegalArgumentException("the key id of " + parts[0] + " does not belong to its key");
        return new VerifierKey(parts[0], keyId, type, decode(type, typed.slice(1, typed.size())));
    }

    /// Whether this key is the one that the line names, whoever wrote it.
    boolean isNamedBy(SignedCheckpoint.Line line) {
        return name.equals(line.name()) && keyId.equals(line.keyId());
    }

    /// Whether `signature`, the bytes after the key id of a signature line, is this key's over the checkpoint.
    boolean verifies(SignedCheckpoint checkpoint, Bytes signature) {
        return switch (type) {
            case ED25519 -> verifies(checkpoint.text(), signature, 0);
            case COSIGNATURE ->
                signature.size() > Long.BYTES
                        && signature.buffer().getLong() >= 0
                        && verifies(checkpoint.witnessed(signature.buffer().getLong()), signature, Long.BYTES);
            case ML_DSA_44 ->
                signature.size() > Long.BYTES
                        && verifies(checkpoint.cosigned(name, signature.buffer().getLong()), signature, Long.BYTES);
        };
    }

    private boolean verifies(Bytes message, Bytes signature, int start) {
        try {
            Signature verifying = Signature.getInstance(type.algorithm);
            verifying.initVerify(key);
            verifying.update(message.buffer());
            return verifying.verify(signature.slice(start, signature.size()).toArray());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey decode(Type type, Bytes raw) {
        try {
            return KeyFactory.getInstance(type.algorithm)
                    .generatePublic(new X509EncodedKeySpec(
                            joined(Bytes.ofHex(type.encodingPrefix), raw).toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key of type " + type.algorithm, e);
        }
    }

    private static Bytes joined(Bytes first, Bytes second) {
        return Bytes.owned(ByteBuffer.allocate(first.size() + second.size())
                .put(first.buffer())
                .put(second.buffer())
                .array());
    }
}
