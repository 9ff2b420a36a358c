package org.liaison.seal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.liaison.message.Bytes;

/// stub
record FileSigner(KeyFile.Entry classic, Optional<KeyFile.Entry> postQuantum) implements Signer {
    @Override
    public X509Certificate certificate() {
        return classic.certificate();
    }

    @Override
    public Bytes sign(Bytes content, Strength strength, Instant at) {
        throw new UnsupportedOperationException("in work");
    }
}
