package org.liaison.certs;

import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.liaison.message.Bytes;

/// The line by which a key of the log or of a witness is known: `<name>+<key id>+<type and key>`
/// (C2SP signed-note, "verifier keys").
final class Vkey {

    private static final int ED25519 = 0x01;
    private static final int COSIGNATURE = 0x04;
    private static final int ML_DSA_44 = 0x06;

    private Vkey() {}

    static String line(Profile profile, Holding key) {
        Bytes typed = concat(Bytes.of((byte) type(profile, kindOf(profile, key))), rawKey(key.certificate()));
        Bytes named = concat(Bytes.ofUtf8(key.name() + "\n"), typed);
        String id = named.sha256().value().slice(0, 4).toHex();
        return key.name() + "+" + id + "+" + Base64.getEncoder().encodeToString(typed.toArray());
    }

    /// One Ed25519 key signs notes as their log or cosigns them as a witness; its type tells
    /// which (C2SP tlog-cosignature).
    private static int type(Profile profile, KeyKind kind) {
        return switch (kind) {
            case ED25519 -> profile == Profile.WITNESS ? COSIGNATURE : ED25519;
            case ML_DSA_44 -> ML_DSA_44;
            default -> throw new IllegalArgumentException("nobody signs notes with " + kind.code());
        };
    }

    private static KeyKind kindOf(Profile profile, Holding key) {
        return profile.terms().keys().stream()
                .filter(terms -> terms.alias().equals(key.key()))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    private static Bytes rawKey(X509Certificate certificate) {
        return Bytes.of(
                SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded())
                        .getPublicKeyData()
                        .getOctets());
    }

    private static Bytes concat(Bytes a, Bytes b) {
        byte[] both = java.util.Arrays.copyOf(a.toArray(), a.size() + b.size());
        b.buffer().get(both, a.size(), b.size());
        return Bytes.owned(both);
    }
}
