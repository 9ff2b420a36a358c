package org.liaison.seal;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;

/// Holds a certificate against a row of [CertificateProfile].
final class ProfileCheck {

    private static final int DNS_NAME = 2;
    private static final int URI = 6;
    private static final int IP_ADDRESS = 7;

    /// In the order in which X.509 numbers the bits, and `getKeyUsage` reports them.
    private static final int[] KEY_USAGE_BITS = {
        KeyUsage.digitalSignature,
        KeyUsage.nonRepudiation,
        KeyUsage.keyEncipherment,
        KeyUsage.dataEncipherment,
        KeyUsage.keyAgreement,
        KeyUsage.keyCertSign,
        KeyUsage.cRLSign,
        KeyUsage.encipherOnly,
        KeyUsage.decipherOnly
    };

    private ProfileCheck() {}

    static Optional<String> deviation(X509Certificate certificate, CertificateProfile profile) {
        if (certificate.getVersion() != 3) return Optional.of("it is not of version 3");
        if (!profile.key().isThatOf(certificate)) return Optional.of("its key is not " + profile.key());
        if (keyUsage(certificate) != profile.keyUsage()) return Optional.of("its key usage is not that of " + profile);
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        if (critical == null || !critical.contains("2.5.29.15")) return Optional.of("its key usage is not critical");
        if (!sameUse(certificate, profile))
            return Optional.of("its extended key usage is not exactly that of " + profile);
        if (certificate.getBasicConstraints() != profile.pathLength())
            return Optional.of("its basic constraints are not those of " + profile);
        if (lasts(certificate).compareTo(profile.longestValidity()) > 0)
            return Optional.of("it is valid for longer than " + profile + " may be");
        if (profile != CertificateProfile.ROOT && profile.nameIn(certificate).isEmpty())
            return Optional.of("its subject alternative name is not exactly one URI " + profile.uri("..."));
        if (profile != CertificateProfile.HUB_TLS && names(certificate).size() > 1)
            return Optional.of("it carries more than one name");
        return Optional.empty();
    }

    /// The certificate's one URI; empty if there is none, more than one, or a name of a kind that has no business here.
    static Optional<String> uriOf(X509Certificate certificate) {
        Optional<String> uri = Optional.empty();
        for (List<?> name : names(certificate)) {
            switch ((Integer) name.get(0)) {
                case DNS_NAME, IP_ADDRESS -> {}
                case URI -> {
                    if (uri.isPresent()) return Optional.empty();
                    uri = Optional.of((String) name.get(1));
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return uri;
    }

    private static Collection<List<?>> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private static int keyUsage(X509Certificate certificate) {
        boolean @Nullable [] usage = certificate.getKeyUsage();
        if (usage == null) return 0;
        int bits = 0;
        for (int i = 0; i < usage.length && i < KEY_USAGE_BITS.length; i++) if (usage[i]) bits |= KEY_USAGE_BITS[i];
        return bits;
    }

    private static boolean sameUse(X509Certificate certificate, CertificateProfile profile) {
        try {
            List<String> use = certificate.getExtendedKeyUsage();
            return (use == null ? List.<String>of() : use)
                    .equals(profile.extendedKeyUsage().stream().toList());
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    private static Duration lasts(X509Certificate certificate) {
        return Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }
}
