package org.liaison.certs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;

/// The names of key uses that profiles may contain (RFC 5280 §4.2.1.3).
final class KeyUses {

    private static final Map<String, Integer> BITS = bits();

    private KeyUses() {}

    static int bit(String use) {
        Integer bit = BITS.get(use);
        if (bit == null) throw new IllegalArgumentException("a key use is one of " + BITS.keySet() + ", not " + use);
        return bit;
    }

    /// The names for what `X509Certificate.getKeyUsage` returns; empty where the extension is absent.
    static List<String> names(boolean @Nullable [] usage) {
        List<String> names = new ArrayList<>();
        if (usage == null) return names;
        int position = 0;
        for (String use : List.of(
                "digitalSignature",
                "nonRepudiation",
                "keyEncipherment",
                "dataEncipherment",
                "keyAgreement",
                "keyCertSign",
                "cRLSign")) {
            if (usage[position++]) names.add(use);
        }
        return names;
    }

    private static Map<String, Integer> bits() {
        Map<String, Integer> bits = new LinkedHashMap<>();
        bits.put("digitalSignature", KeyUsage.digitalSignature);
        bits.put("nonRepudiation", KeyUsage.nonRepudiation);
        bits.put("keyEncipherment", KeyUsage.keyEncipherment);
        bits.put("keyAgreement", KeyUsage.keyAgreement);
        bits.put("keyCertSign", KeyUsage.keyCertSign);
        bits.put("cRLSign", KeyUsage.cRLSign);
        return bits;
    }
}
