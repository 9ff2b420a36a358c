package org.liaison.seal;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.liaison.message.Digest;

/// Whom we trust: a folder with `roots/*.pem`, `issuers/*.pem` and `crl/*.crl`.
///
/// Who can write in this folder can make anybody an authority. A missing revocation list, of the root or of an issuer,
/// counts as a stale one.
public final class TrustStore {

    private static final int MOST_PATHS = 8192;

    private final Path folder;
    private volatile Reading reading;

    private TrustStore(Path folder) {
        this.folder = folder;
        this.reading = Reading.of(folder);
    }

    public static TrustStore load(Path folder) {
        return new TrustStore(folder);
    }

    /// Reads the folder again: new issuers and revocation lists count from here on. If that fails the old ones stay in
    /// force and grow stale, and [KeyUnreachable] says why.
    public void reload() {
        reading = Reading.of(folder);
    }

    /// Whether `certificate` may be used as `use` says, at `now`.
    public Standing standing(
            X509Certificate certificate, CertificateProfile use, Duration revocationGrace, Instant now) {
        return reading.path(certificate, use).judge(revocationGrace, now);
    }

    /// One reading of the folder and the paths found under it: a path can never outlive the lists it was judged by.
    private record Reading(TrustAnchors anchors, Map<Key, TrustPath> paths) {

        private record Key(Digest certificate, CertificateProfile use) {}

        static Reading of(Path folder) {
            return new Reading(TrustAnchors.read(folder), new ConcurrentHashMap<>());
        }

        TrustPath path(X509Certificate certificate, CertificateProfile use) {
            Key key = new Key(Certificates.digest(certificate), use);
            TrustPath known = paths.get(key);
            if (known != null) return known;
            TrustPath found = TrustPath.find(certificate, use, anchors);
            if (paths.size() >= MOST_PATHS) paths.clear();
            // Dead ends are not kept: anybody can invent certificates, only issuers can make good ones.
            if (found instanceof TrustPath.Way) paths.put(key, found);
            return found;
        }
    }
}
