package org.liaison.hub;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.liaison.message.GatewayCode;
import org.liaison.seal.CertificateProfile;
import org.liaison.seal.Certificates;
import org.liaison.seal.Flaw;
import org.liaison.seal.Standing;
import org.liaison.seal.TrustStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whose certificate is at the other end of a connection: the path, the revocation list and the profile are
/// checked as for a signature, beyond what TLS checks.
final class GatewayCertificates {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayCertificates.class);

    private final TrustStore trust;
    private final Duration revocationGrace;
    private final InstantSource clock;

    GatewayCertificates(TrustStore trust, Duration revocationGrace, InstantSource clock) {
        this.trust = trust;
        this.revocationGrace = revocationGrace;
        this.clock = clock;
    }

    Optional<GatewayCode> gatewayOf(X509Certificate certificate) {
        // As every other certificate: TLS brings the JDK's own kind, which names its key differently.
        X509Certificate read = Certificates.read(Certificates.encoded(certificate));
        return switch (trust.standing(read, CertificateProfile.GATEWAY_TLS, revocationGrace, clock.instant())) {
            case Standing.InForce(var _, String name) -> Optional.of(new GatewayCode(name));
            case Standing.Refused(Flaw flaw) -> {
                LOG.warn("A certificate was refused at the door, {}: {}", flaw, certificate.getSubjectX500Principal());
                yield Optional.empty();
            }
        };
    }
}
