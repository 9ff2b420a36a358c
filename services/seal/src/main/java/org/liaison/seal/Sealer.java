package org.liaison.seal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.liaison.message.Bytes;
import org.liaison.message.Letter;

/// stub
@SuppressWarnings({"all", "NullAway", "UnusedVariable"})
public final class Sealer {

    private Sealer() {}

    /// `content` is what travels: AuthEnvelopedData. `signedLetter` is the SignedData inside, for the sender to keep.
    public record Sealed(Bytes content, Bytes signedLetter) {}

    public static Sealed close(Letter letter, Signer signer, List<X509Certificate> recipients, Instant at) {
        if (true) throw new UnsupportedOperationException("in work");
        return null;
    }
}
