package org.liaison.certs;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.bouncycastle.jcajce.interfaces.MLDSAPrivateKey;
import org.liaison.seal.KeyAlgorithm;

/// The kinds of keys that profiles may ask for.
enum KeyKind {
    EC_P256("EC-P256"),
    EC_P384("EC-P384"),
    ED25519("Ed25519"),
    ML_DSA_44("ML-DSA-44"),
    ML_DSA_65("ML-DSA-65"),
    MLKEM768_ECDH_P256("MLKEM768-ECDH-P256-SHA3-256");

    private final String code;

    KeyKind(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static KeyKind ofCode(String code) {
        for (KeyKind kind : values()) if (kind.code.equals(code)) return kind;
        throw new IllegalArgumentException("no kind of key is called '" + code + "'");
    }

    KeyPair generate() {
        return switch (this) {
            case EC_P256 -> KeyAlgorithm.EC_P256.generate();
            case EC_P384 -> KeyAlgorithm.EC_P384.generate();
            case ML_DSA_65 -> seedOnly(KeyAlgorithm.ML_DSA_65.generate());
            case MLKEM768_ECDH_P256 -> KeyAlgorithm.MLKEM768_ECDH_P256.generate();
            case ED25519, ML_DSA_44 -> ofJavaPlatform();
        };
    }

    /// The audit log signs with the keys of the Java platform itself, so these must be in the encoding that it reads.
    private KeyPair ofJavaPlatform() {
        try {
            return KeyPairGenerator.getInstance(code).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform makes no " + code + " keys", e);
        }
    }

    /// Other programs read an ML-DSA key only as its seed (RFC 9881 §6 lets each writer choose).
    private static KeyPair seedOnly(KeyPair pair) {
        return new KeyPair(pair.getPublic(), ((MLDSAPrivateKey) pair.getPrivate()).getPrivateKey(true));
    }
}
