package org.liaison.gateway;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import org.liaison.message.Bytes;
import org.liaison.seal.CertificateProfile;
import org.liaison.seal.Certificates;
import org.liaison.seal.Standing;
import org.liaison.seal.TrustStore;

/// Whether whoever answered is the hub. TLS has checked that the certificate leads to a root and
/// names the host; that would also let in a server certificate issued by any one State. Here it
/// must be made out to the hub by the operator's issuer, and not be revoked.
record HubIdentity(TrustStore trust, Duration revocationGrace, Clock clock) {

    static final String NAME = "hub";

    boolean isHub(Certificate[] chain) {
        try {
            if (chain.length == 0) return false;
            X509Certificate certificate = Certificates.read(Bytes.owned(chain[0].getEncoded()));
            return trust.standing(certificate, CertificateProfile.HUB_TLS, revocationGrace, clock.instant())
                            instanceof Standing.InForce inForce
                    && inForce.name().equals(NAME);
        } catch (java.security.cert.CertificateEncodingException e) {
            return false;
        }
    }
}
