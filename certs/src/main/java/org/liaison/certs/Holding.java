package org.liaison.certs;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.certs.RegisterLine.Revoked;
import org.liaison.seal.Certificates;

/// One certificate as the register knows it.
public record Holding(
        Serial serial,
        String issuer,
        String profile,
        String key,
        String name,
        X509Certificate certificate,
        Optional<Revocation> revocation) {

    private static final int URI = 6;

    public record Revocation(Instant at, RevocationReason reason) {}

    public enum Status {
        VALID,
        NOT_YET_VALID,
        EXPIRED,
        REVOKED
    }

    public Status status(Instant now) {
        if (revocation.isPresent()) return Status.REVOKED;
        if (now.isBefore(certificate.getNotBefore().toInstant())) return Status.NOT_YET_VALID;
        return now.isAfter(certificate.getNotAfter().toInstant()) ? Status.EXPIRED : Status.VALID;
    }

    /// The order that would bring the same again.
    Order order() {
        if (isIssuer())
            throw new PkiRefused(
                    "an issuer is not renewed in place: make a new one, and keep the old one's list alive");
        Order order = new Order(Profile.ofCode(profile), name, new IssuerName(issuer), List.of());
        return order.withHosts(hosts());
    }

    boolean isIssuer() {
        return certificate.getBasicConstraints() >= 0;
    }

    static List<Holding> read(List<RegisterLine> lines) {
        Map<Serial, Revocation> revocations = new HashMap<>();
        for (RegisterLine line : lines)
            if (line instanceof Revoked revoked)
                revocations.put(revoked.serial(), new Revocation(revoked.at(), revoked.reason()));
        return lines.stream()
                .flatMap(line -> line.certified().stream())
                .map(line -> new Holding(
                        line.serial(),
                        line.issuer().value(),
                        line.profile(),
                        line.key(),
                        line.name(),
                        Certificates.read(line.certificate()),
                        Optional.ofNullable(revocations.get(line.serial()))))
                .toList();
    }

    /// A certificate that was not issued here, as far as it speaks for itself.
    static Holding foreign(X509Certificate certificate) {
        return new Holding(
                Serial.of(certificate),
                certificate.getIssuerX500Principal().getName(),
                "not issued here",
                "-",
                certificate.getSubjectX500Principal().getName(),
                certificate,
                Optional.empty());
    }

    /// Everything the certificate calls its bearer.
    List<String> names() {
        return alternativeNames().stream()
                .map(name -> String.valueOf(name.getLast()))
                .toList();
    }

    private List<String> hosts() {
        return alternativeNames().stream()
                .filter(name -> !name.getFirst().equals(URI))
                .map(name -> String.valueOf(name.getLast()))
                .toList();
    }

    private Collection<List<?>> alternativeNames() {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException e) {
            throw new PkiRefused("certificate " + serial + " cannot be read", e);
        }
    }
}
