package org.liaison.auditlog.check;

import java.security.PublicKey;
import java.time.Instant;
import org.liaison.message.Bytes;
import org.liaison.message.Country;

/// A witness's valid signature over a checkpoint: as of `at`, this was the largest tree it had
/// seen of this log, and each had grown out of the one before. `line` is the signature line as
/// it stands in the note, with its end; `message` and `signature` are what `key` verifies.
public record Cosignature(String witness, Instant at, String line, Bytes message, Bytes signature, PublicKey key) {

    public Country state() {
        return WitnessKeys.stateOf(witness);
    }
}
