package org.liaison.auditlog.note;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.liaison.message.Bytes;

/// A key that signs notes, under the name and key id by which its signature lines are found
/// (C2SP signed-note).
public final class NoteKey {

    public enum Type {
        /// C2SP signed-note, "Ed25519 signatures".
        ED25519("Ed25519", (byte) 0x01, 32),
        /// C2SP tlog-cosignature, "Ed25519 signed message".
        COSIGNATURE("Ed25519", (byte) 0x04, 32),
        /// C2SP tlog-cosignature, "ML-DSA-44 signed message".
        ML_DSA_44("ML-DSA-44", (byte) 0x06, 1312);

        private final String algorithm;
        private final byte identifier;
        private final int publicKeyLength;

        Type(String algorithm, byte identifier, int publicKeyLength) {
            this.algorithm = algorithm;
            this.identifier = identifier;
            this.publicKeyLength = publicKeyLength;
        }
    }

    private static final int KEY_ID_LENGTH = 4;

    private final String name;
    private final Type type;
    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final byte[] keyId;

    private NoteKey(String name, Type type, PrivateKey privateKey, PublicKey publicKey) {
        this.name = name;
        this.type = type;
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.keyId = keyId(name, type, raw(type, publicKey));
    }

    /// Takes the keys over into the Java platform's own classes, whichever provider they came
    /// from, and makes sure that they belong together.
    public static NoteKey of(String name, Type type, KeyPair pair) {
        try {
            KeyFactory factory = KeyFactory.getInstance(type.algorithm);
            PublicKey publicKey = factory.generatePublic(
                    new X509EncodedKeySpec(pair.getPublic().getEncoded()));
            PrivateKey privateKey = factory.generatePrivate(
                    new PKCS8EncodedKeySpec(pair.getPrivate().getEncoded()));
            NoteKey key = new NoteKey(name, type, privateKey, publicKey);
            key.signRaw(Bytes.ofUtf8("the keys belong together"));
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key pair of " + type.algorithm, e);
        }
    }

    /// The line that stands in a note for this signature: key id, then signature.
    public String line(Bytes signature) {
        byte[] both = ByteBuffer.allocate(KEY_ID_LENGTH + signature.size())
                .put(keyId)
                .put(signature.buffer())
                .array();
        return "\u2014 " + name + " " + Bytes.owned(both).toBase64() + "\n";
    }

    /// The line by which others know this key ("verifier keys").
    public String published() {
        Bytes raw = raw(type, publicKey);
        byte[] typed = ByteBuffer.allocate(1 + raw.size())
                .put(type.identifier)
                .put(raw.buffer())
                .array();
        return name + "+" + Bytes.of(keyId).toHex() + "+" + Bytes.owned(typed).toBase64();
    }

    /// Signs, and verifies before anyone sees the result: a signature spoilt by a fault can give
    /// the key away.
    public Bytes signRaw(Bytes message) {
        try {
            Signature signing = Signature.getInstance(type.algorithm);
            signing.initSign(privateKey);
            signing.update(message.buffer());
            byte[] signature = signing.sign();
            Signature verifying = Signature.getInstance(type.algorithm);
            verifying.initVerify(publicKey);
            verifying.update(message.buffer());
            if (!verifying.verify(signature))
                throw new IllegalStateException("the " + type.algorithm + " key of " + name
                        + " does not verify what it signed: its two halves do not belong together");
            return Bytes.owned(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the " + type.algorithm + " key of " + name + " cannot sign", e);
        }
    }

    /// "key ID = SHA-256(key name || 0x0A || signature type || public key)\[:4]"
    private static byte[] keyId(String name, Type type, Bytes rawKey) {
        Bytes start = Bytes.ofUtf8(name + "\n");
        ByteBuffer all = ByteBuffer.allocate(start.size() + 1 + rawKey.size())
                .put(start.buffer())
                .put(type.identifier)
                .put(rawKey.buffer());
        return Bytes.owned(all.array()).sha256().value().slice(0, KEY_ID_LENGTH).toArray();
    }

    /// The key itself stands at the end of its SubjectPublicKeyInfo.
    private static Bytes raw(Type type, PublicKey publicKey) {
        byte[] encoded = publicKey.getEncoded();
        return Bytes.owned(Arrays.copyOfRange(encoded, encoded.length - type.publicKeyLength, encoded.length));
    }
}
