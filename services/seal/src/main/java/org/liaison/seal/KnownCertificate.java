package org.liaison.seal;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;

/// A signer's certificate, decoded once: parsing it and its key costs as much as verifying a signature.
record KnownCertificate(Digest digest, X509Certificate certificate, SealAlgorithm algorithm, PublicKey ready) {

    /// Enough for every authority there will be; a flood of invented certificates empties it and costs time, not
    /// memory.
    private static final int MOST = 4096;

    /// Those of one examiner, by digest. Only certificates in force are kept.
    static final class Cache {

        private final Map<Digest, KnownCertificate> known = new ConcurrentHashMap<>();

        KnownCertificate read(Bytes der, SealAlgorithm algorithm) throws GeneralSecurityException {
            Digest digest = der.sha256();
            KnownCertificate found = known.get(digest);
            if (found != null && found.algorithm == algorithm) return found;
            X509Certificate certificate = Certificates.read(der);
            if (!algorithm.key().isThatOf(certificate))
                throw new GeneralSecurityException("the certificate's key is not of the kind that signed");
            return new KnownCertificate(digest, certificate, algorithm, algorithm.ready(certificate.getPublicKey()));
        }

        void keep(KnownCertificate certificate) {
            if (known.size() >= MOST) known.clear();
            known.put(certificate.digest, certificate);
        }
    }
}
