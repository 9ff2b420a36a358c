package org.liaison.seal;

import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.liaison.message.Bytes;

/// Unwraps content keys with the private key of one holder, wherever it lies. The private key itself never shows.
public interface Decryptor {

    /// The certificate that senders encrypt to.
    X509Certificate certificate();

    /// The content key in one RecipientInfo (DER) that the caller has found to be addressed to this certificate and
    /// within the profile. Empty if it cannot be unwrapped, for whatever reason.
    Optional<SecretKey> contentKey(Bytes recipientInfo);
}
