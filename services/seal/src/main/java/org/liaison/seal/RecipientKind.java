package org.liaison.seal;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.crypto.SecretKey;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cms.CMSException;
import org.liaison.message.Suite;

/// How a suite hands the content key to one recipient. Everything in a RecipientInfo but the key material is fixed, so
/// whoever is offered another derivation, wrapping or keying material knows that it was not one of us who wrote it.
sealed interface RecipientKind permits HybridRecipient, ClassicRecipient {

    static RecipientKind of(Suite suite) {
        return switch (suite) {
            case HYBRID_2026 -> new HybridRecipient();
            case CLASSIC_2026 -> new ClassicRecipient();
        };
    }

    /// The row of the profile that recipients' certificates must fit.
    CertificateProfile profile();

    RecipientInfo wrap(SecretKey contentKey, X509Certificate recipient) throws CMSException, GeneralSecurityException;

    /// Whom it is addressed to, if every field is as this suite writes it; otherwise [IllegalArgumentException].
    IssuerAndSerialNumber addressee(RecipientInfo info);

    /// To be asked only for what [#addressee] has accepted.
    SecretKey unwrap(RecipientInfo info, PrivateKey key) throws CMSException;

    static IssuerAndSerialNumber nameOf(X509Certificate certificate) {
        return new IssuerAndSerialNumber(
                Certificate.getInstance(Certificates.encoded(certificate).toArray()));
    }

    static void require(boolean condition, String what) {
        if (!condition) throw new IllegalArgumentException("a recipient entry with another " + what);
    }
}
