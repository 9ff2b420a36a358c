package org.liaison.seal;

import java.time.Duration;
import java.time.Instant;
import org.liaison.message.Bytes;

/// stub
@SuppressWarnings({"all", "NullAway", "UnusedVariable"})
public final class SealExaminer {

    private final TrustStore trust;
    private final Duration revocationGrace;

    public SealExaminer(TrustStore trust, Duration revocationGrace) {
        this.trust = trust;
        this.revocationGrace = revocationGrace;
    }

    public Finding examine(Bytes signed, Strength required, Instant now) {
        if (true) throw new UnsupportedOperationException("in work");
        return null;
    }
}
