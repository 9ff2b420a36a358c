package org.liaison.gateway;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.liaison.message.Bytes;
import org.liaison.seal.Unproven;

/// The certificates inside a signature, for people to look at. Nothing is decided by them here.
final class SignerCertificates {

    private static final int URI_NAME = 6;

    private SignerCertificates() {}

    static List<X509Certificate> of(Bytes signed) {
        return Unproven.certificates(signed);
    }

    /// `xa` for a certificate that the issuer of XA signed; absent for an issuer's own.
    static Optional<String> issuerOf(X509Certificate certificate, List<X509Certificate> others) {
        if (certificate.getBasicConstraints() >= 0) return Optional.empty();
        return others.stream()
                .filter(other -> other.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .map(issuer -> name(issuer).replaceFirst("^issuer-", ""))
                .findFirst();
    }

    /// `authority-xa.police.antitrafficking`, from the certificate's one URI.
    static String name(X509Certificate certificate) {
        try {
            if (certificate.getSubjectAlternativeNames() != null)
                for (List<?> name : certificate.getSubjectAlternativeNames())
                    if (name.getFirst() instanceof Integer kind && kind == URI_NAME)
                        return String.valueOf(name.get(1))
                                .replaceFirst("^urn:liaison:", "")
                                .replace(':', '-');
        } catch (CertificateParsingException e) {
            return "certificate";
        }
        return "certificate";
    }
}
