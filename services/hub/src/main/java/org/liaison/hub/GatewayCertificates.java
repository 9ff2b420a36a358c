package org.liaison.hub;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.liaison.message.GatewayCode;
import org.liaison.seal.CertificateProfile;
import org.liaison.seal.Standing;
import org.liaison.seal.TrustStore;

/// Whose certificate is at the other end of a connection: the path, the revocation list and the profile are
/// checked as for a signature, beyond what TLS checks.
final class GatewayCertificates {

    private final TrustStore trust;
    private final Duration revocationGrace;
    private final InstantSource clock;

    GatewayCertificates(TrustStore trust, Duration revocationGrace, InstantSource clock) {
        this.trust = trust;
        this.revocationGrace = revocationGrace;
        this.clock = clock;
    }

    Optional<GatewayCode> gatewayOf(X509Certificate certificate) {
        return switch (trust.standing(certificate, CertificateProfile.GATEWAY_TLS, revocationGrace, clock.instant())) {
            case Standing.InForce(var _, String name) -> Optional.of(new GatewayCode(name));
            case Standing.Refused _ -> Optional.empty();
        };
    }
}
