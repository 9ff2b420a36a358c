package org.liaison.certs;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.liaison.message.Bytes;
import org.liaison.seal.Certificates;

/// The power to sign certificates and revocation lists: a name and a P-384 key.
///
/// A certificate ends no later than that of its issuer, and both begin a few minutes back, so that
/// a machine whose clock is a little behind accepts them at once.
final class CertificateAuthority {

    private static final String SIGNATURE = "SHA384withECDSA";
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final X500Name name;
    private final PublicKey publicKey;
    private final PrivateKey key;
    private final Instant begins;
    private final Instant ends;

    private CertificateAuthority(X500Name name, PublicKey publicKey, PrivateKey key, Instant begins, Instant ends) {
        this.name = name;
        this.publicKey = publicKey;
        this.key = key;
        this.begins = begins;
        this.ends = ends;
    }

    static CertificateAuthority of(X509Certificate certificate, PrivateKey key) {
        return new CertificateAuthority(
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
                certificate.getPublicKey(),
                key,
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /// One that has no certificate yet, and signs its own first.
    static CertificateAuthority beginning(X500Name name, PublicKey publicKey, PrivateKey key) {
        return new CertificateAuthority(name, publicKey, key, Instant.MIN, Instant.MAX);
    }

    X509Certificate certify(Content content, Instant now) {
        if (now.isAfter(ends))
            throw new PkiRefused(
                    "the certificate of the issuer '" + name + "' ended at " + ends + "; renew the issuer");
        Instant from = later(now.truncatedTo(ChronoUnit.SECONDS).minus(CLOCK_TOLERANCE), begins);
        Instant to = earlier(from.plus(content.validity()), ends);
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                name,
                content.serial().value(),
                Date.from(from),
                Date.from(to),
                content.subject(),
                SubjectPublicKeyInfo.getInstance(content.publicKey().getEncoded()));
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(content.publicKey()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(publicKey));
            for (var oid : content.extensions().getExtensionOIDs())
                builder.addExtension(content.extensions().getExtension(oid));
            X509CertificateHolder certificate = builder.build(signer());
            return Certificates.read(Bytes.owned(certificate.getEncoded()));
        } catch (java.io.IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that cannot be encoded", e);
        }
    }

    /// Everything this authority ever revoked, expired or not: evidence outlives certificates.
    Bytes revocationList(long number, List<RegisterLine.Revoked> revoked, Duration validity, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        X509v2CRLBuilder builder = new X509v2CRLBuilder(name, Date.from(at));
        builder.setNextUpdate(Date.from(at.plus(validity)));
        for (RegisterLine.Revoked line : revoked)
            builder.addCRLEntry(
                    line.serial().value(), Date.from(line.at()), line.reason().number());
        try {
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(publicKey));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
            return Bytes.owned(builder.build(signer()).getEncoded());
        } catch (java.io.IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a revocation list that cannot be encoded", e);
        }
    }

    private ContentSigner signer() {
        try {
            return new JcaContentSignerBuilder(SIGNATURE).setProvider("BC").build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("the issuer's key does not sign", e);
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /// What an issuer is asked to put its name to.
    record Content(Serial serial, X500Name subject, PublicKey publicKey, Extensions extensions, Duration validity) {}
}
