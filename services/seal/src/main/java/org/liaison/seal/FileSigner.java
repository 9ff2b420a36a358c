package org.liaison.seal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.liaison.message.Bytes;

/// stub
@SuppressWarnings({"all", "NullAway", "UnusedVariable"})
record FileSigner(KeyFile.Entry classic, Optional<KeyFile.Entry> postQuantum) implements Signer {
    @Override
    public X509Certificate certificate() {
        return classic.certificate();
    }

    @Override
    public Bytes sign(Bytes content, Strength strength, Instant at) {
        if (true) throw new UnsupportedOperationException("in work");
        return null;
    }
}
