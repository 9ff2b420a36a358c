package org.liaison.seal;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;

/// A complete revocation list of one issuer (RFC 5280 §5), verified. No deltas, no lists on behalf of others.
record RevocationList(X509CRL list, BigInteger number, Instant goodUntil) {

    private static final String NUMBER = "2.5.29.20";

    /// The list in `file` if `issuer` signed it.
    static Optional<RevocationList> read(Path file, X509Certificate issuer) {
        try (InputStream in = Files.newInputStream(file)) {
            X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
            if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) return Optional.empty();
            list.verify(issuer.getPublicKey(), Providers.bouncyCastle());
            Set<String> critical = list.getCriticalExtensionOIDs();
            byte[] number = list.getExtensionValue(NUMBER);
            if ((critical != null && !critical.isEmpty()) || number == null || list.getNextUpdate() == null)
                return Optional.empty();
            return Optional.of(new RevocationList(
                    list, numberIn(number), list.getNextUpdate().toInstant()));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new KeyUnreachable("cannot read the revocation list " + file, e);
        }
    }

    Optional<Instant> revoked(X509Certificate certificate) {
        X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
        return entry == null
                ? Optional.empty()
                : Optional.of(entry.getRevocationDate().toInstant());
    }

    private static BigInteger numberIn(byte[] extension) {
        return ASN1Integer.getInstance(ASN1OctetString.getInstance(extension).getOctets())
                .getValue();
    }
}
