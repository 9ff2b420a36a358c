package org.liaison.seal;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The facts about one certificate and one use of it under one reading of the trust folder. They do not depend on the
/// time of asking, so they can be kept; only [#judge] looks at the clock.
sealed interface TrustPath {

    Standing judge(Duration revocationGrace, Instant now);

    /// No time will make this good.
    record DeadEnd(Flaw flaw) implements TrustPath {
        @Override
        public Standing judge(Duration revocationGrace, Instant now) {
            return new Standing.Refused(flaw);
        }
    }

    /// `revoked` is the earliest revocation in the chain; `listsGoodUntil` the earliest end of the lists that say so.
    record Way(
            CertificateProfile use,
            String name,
            Instant notBefore,
            Instant notAfter,
            Optional<Instant> revoked,
            Instant listsGoodUntil)
            implements TrustPath {

        @Override
        public Standing judge(Duration revocationGrace, Instant now) {
            if (now.isBefore(notBefore) || now.isAfter(notAfter)) return new Standing.Refused(Flaw.EXPIRED);
            if (revoked.isPresent() && !revoked.get().isAfter(now)) return new Standing.Refused(Flaw.REVOKED);
            if (now.isAfter(listsGoodUntil.plus(revocationGrace))) return new Standing.Refused(Flaw.REVOCATION_STALE);
            return new Standing.InForce(use, name);
        }
    }

    /// root -> issuer -> end certificate, never longer, never shorter.
    static TrustPath find(X509Certificate certificate, CertificateProfile use, TrustAnchors anchors) {
        Optional<TrustAnchors.Issuer> found = anchors.issuerOf(certificate);
        if (found.isEmpty()) return new DeadEnd(Flaw.UNTRUSTED);
        if (use.deviation(certificate).isPresent()) return new DeadEnd(Flaw.WRONG_USE);
        TrustAnchors.Issuer issuer = found.get();
        String name = use.nameIn(certificate).orElseThrow();
        if (!use.mayBeIssuedBy(issuer.name(), name)) return new DeadEnd(Flaw.UNTRUSTED);

        List<X509Certificate> chain = List.of(certificate, issuer.certificate(), issuer.root());
        Instant notBefore = chain.stream()
                .map(link -> link.getNotBefore().toInstant())
                .max(Instant::compareTo)
                .orElseThrow();
        Instant notAfter = chain.stream()
                .map(link -> link.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
        if (notBefore.isAfter(notAfter)) return new DeadEnd(Flaw.EXPIRED);
        if (!leads(certificate, issuer, notBefore)) return new DeadEnd(Flaw.UNTRUSTED);

        Optional<RevocationList> ofIssuer = anchors.listOf(issuer.certificate());
        Optional<RevocationList> ofRoot = anchors.listOf(issuer.root());
        if (ofIssuer.isEmpty() || ofRoot.isEmpty()) return new DeadEnd(Flaw.REVOCATION_STALE);
        return new Way(
                use,
                name,
                notBefore,
                notAfter,
                Stream.of(ofIssuer.get().revoked(certificate), ofRoot.get().revoked(issuer.certificate()))
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo),
                Collections.min(List.of(ofIssuer.get().goodUntil(), ofRoot.get().goodUntil())));
    }

    /// RFC 5280 §6 as the JDK does it, at a moment when all three are valid. Revocation and validity are judged by us.
    private static boolean leads(X509Certificate certificate, TrustAnchors.Issuer issuer, Instant at) {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(issuer.root(), null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            Certificates.factory().generateCertPath(List.of(certificate, issuer.certificate())),
                            parameters);
            return true;
        } catch (CertPathValidatorException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform validates no certificate paths", e);
        }
    }
}
