package org.liaison.seal;

import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.liaison.message.Bytes;

/// stub
record FileDecryptor(KeyFile.Entry entry) implements Decryptor {
    @Override
    public X509Certificate certificate() {
        return entry.certificate();
    }

    @Override
    public Optional<SecretKey> contentKey(Bytes recipientInfo) {
        throw new UnsupportedOperationException("in work");
    }
}
