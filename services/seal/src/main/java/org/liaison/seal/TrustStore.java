package org.liaison.seal;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/// stub
@SuppressWarnings({"all", "NullAway", "UnusedVariable"})
public final class TrustStore {

    private final Path folder;

    private TrustStore(Path folder) {
        this.folder = folder;
    }

    public static TrustStore load(Path folder) {
        return new TrustStore(folder);
    }

    /// Reads the folder again: new issuers and revocation lists count from here on.
    public void reload() {}

    public Standing standing(
            X509Certificate certificate, CertificateProfile use, Duration revocationGrace, Instant now) {
        if (true) throw new UnsupportedOperationException("in work");
        return null;
    }
}
