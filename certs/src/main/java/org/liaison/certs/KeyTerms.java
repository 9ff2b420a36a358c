package org.liaison.certs;

import java.util.List;

/// The terms of one key of a profile: under which alias it lies in the key file, and what its certificate allows.
///
/// `uses` are names of RFC 5280 §4.2.1.3; `purposes` are object identifiers (extended key usage), none for an
/// issuer's key.
record KeyTerms(String alias, KeyKind kind, List<String> uses, List<String> purposes) {

    KeyTerms {
        uses = List.copyOf(uses);
        purposes = List.copyOf(purposes);
        if (uses.isEmpty()) throw new IllegalArgumentException("key '" + alias + "' has no use");
        uses.forEach(KeyUses::bit);
    }

    int useBits() {
        return uses.stream().mapToInt(KeyUses::bit).reduce(0, (a, b) -> a | b);
    }
}
