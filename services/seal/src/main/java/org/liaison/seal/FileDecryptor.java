package org.liaison.seal;

import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.liaison.message.Bytes;

/// stub
@SuppressWarnings({"all", "NullAway", "UnusedVariable"})
record FileDecryptor(KeyFile.Entry entry) implements Decryptor {
    @Override
    public X509Certificate certificate() {
        return entry.certificate();
    }

    @Override
    public Optional<SecretKey> contentKey(Bytes recipientInfo) {
        if (true) throw new UnsupportedOperationException("in work");
        return null;
    }
}
