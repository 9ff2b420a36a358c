package org.liaison.seal;

import java.util.Set;
import org.liaison.message.Digest;

/// Who signed, as proven. `certificates` are the SHA-256 digests of the end certificates whose keys really signed: the
/// directory compares them with those it lists.
public record Signatory(Role role, String name, Set<Digest> certificates) {

    public Signatory {
        certificates = Set.copyOf(certificates);
        if (certificates.isEmpty()) throw new IllegalArgumentException("a signatory signed with at least one key");
    }
}
