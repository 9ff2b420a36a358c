package org.liaison.seal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.liaison.message.Bytes;

/// Signs with the keys of one holder, wherever they lie (a file today, a token in time).
public interface Signer {

    /// The ECDSA certificate. Its name is the name the signature speaks for.
    X509Certificate certificate();

    /// CMS SignedData (DER) that encloses `content`, with the end certificates and those of their issuers.
    /// Throws [KeyUnreachable] where the holder lacks a key that `strength` asks for.
    Bytes sign(Bytes content, Strength strength, Instant at);
}
