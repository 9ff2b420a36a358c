package org.liaison.certs;

import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.liaison.message.Bytes;

/// The line by which a log's key is known: `<origin>+<key id>+<type and key>` (C2SP signed-note, "verifier keys").
final class Vkey {

    private static final int ED25519 = 0x01;
    private static final int ML_DSA_44 = 0x06;

    private Vkey() {}

    static String line(String origin, KeyKind kind, X509Certificate certificate) {
        int type = switch (kind) {
            case ED25519 -> ED25519;
            case ML_DSA_44 -> ML_DSA_44;
            default -> throw new IllegalArgumentException("a log does not sign with " + kind.code());
        };
        Bytes typed = concat(Bytes.of((byte) type), rawKey(certificate));
        Bytes named = concat(Bytes.ofUtf8(origin + "\n"), typed);
        String id = named.sha256().value().slice(0, 4).toHex();
        return origin + "+" + id + "+" + Base64.getEncoder().encodeToString(typed.toArray());
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
