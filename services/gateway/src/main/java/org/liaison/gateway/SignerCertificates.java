package org.liaison.gateway;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.liaison.message.Bytes;

/// The certificates inside a signature, for people to look at. Nothing is decided by them here.
final class SignerCertificates {

    private static final int URI_NAME = 6;

    private SignerCertificates() {}

    static List<X509Certificate> of(Bytes signed) {
        return org.liaison.seal.Unproven.certificates(signed);
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
