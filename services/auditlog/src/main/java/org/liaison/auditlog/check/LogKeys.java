package org.liaison.auditlog.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The public keys of one log, as published in `log.vkey` (C2SP signed-note, "verifier keys"): at least one
/// Ed25519 and one ML-DSA-44 key, more after a renewal. Empty lines and lines that begin with `#` are skipped.
public final class LogKeys {

    /// Each must have signed, for one of them may be broken one day.
    static final Set<VerifierKey.Type> NEEDED = EnumSet.of(VerifierKey.Type.ED25519, VerifierKey.Type.ML_DSA_44);

    private final String origin;
    private final List<VerifierKey> keys;

    private LogKeys(String origin, List<VerifierKey> keys) {
        this.origin = origin;
        this.keys = List.copyOf(keys);
    }

    public static LogKeys parse(String lines) {
        List<VerifierKey> keys = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<VerifierKey.Type> types = EnumSet.noneOf(VerifierKey.Type.class);
        for (String line : lines.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) continue;
            VerifierKey key = VerifierKey.parse(line);
            keys.add(key);
            names.add(key.name());
            types.add(key.type());
        }
        if (names.size() != 1) throw new IllegalArgumentException("the keys of a log bear one name");
        if (!types.equals(NEEDED))
            throw new IllegalArgumentException(
                    "a log has at least one Ed25519 and one ML-DSA-44 key, and no other type of key");
        return new LogKeys(names.iterator().next(), keys);
    }

    /// The name of the log that these keys sign for.
    public String origin() {
        return origin;
    }

    List<VerifierKey> keys() {
        return keys;
    }
}
