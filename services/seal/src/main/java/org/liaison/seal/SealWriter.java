package org.liaison.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.liaison.message.Bytes;

/// Writes CMS SignedData, RFC 5652 §5, always in DER: a seal has one spelling.
final class SealWriter {

    private SealWriter() {}

    static Bytes write(Bytes content, List<FileSigner.SigningKey> keys, Instant at) throws GeneralSecurityException {
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        ASN1EncodableVector digests = new ASN1EncodableVector();
        ASN1EncodableVector signers = new ASN1EncodableVector();
        for (FileSigner.SigningKey key : keys) {
            certificates.addAll(key.certificates());
            digests.add(key.algorithm().digestIdentifier());
            signers.add(signerInfo(content, key, at.truncatedTo(ChronoUnit.SECONDS)));
        }
        // §5.1: version 1 follows from content of type id-data, plain certificates and version 1 signers.
        SignedData signed = new SignedData(
                new DERSet(digests),
                new ContentInfo(CMSObjectIdentifiers.data, new DEROctetString(content.toArray())),
                structures(certificates),
                null,
                new DERSet(signers));
        return der(new ContentInfo(CMSObjectIdentifiers.signedData, signed));
    }

    static Bytes der(ASN1Encodable structure) {
        try {
            return Bytes.owned(structure.toASN1Primitive().getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException("a structure that cannot be encoded", e);
        }
    }

    /// §5.3 SignerInfo; §5.4: with signed attributes, the signature is over their DER encoding as SET OF.
    private static SignerInfo signerInfo(Bytes content, FileSigner.SigningKey key, Instant at)
            throws GeneralSecurityException {
        SealAlgorithm algorithm = key.algorithm();
        ASN1Set attributes =
                SealAttributes.write(algorithm.digest(content), Certificates.digest(key.certificate()), at);
        byte[] signature = algorithm.sign(key.key(), der(attributes).toArray());
        Certificate certificate = structure(key.certificate());
        return new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(
                        certificate.getIssuer(), certificate.getSerialNumber().getValue())),
                algorithm.digestIdentifier(),
                attributes,
                algorithm.signatureIdentifier(),
                new DEROctetString(signature),
                (ASN1Set) null);
    }

    private static ASN1Set structures(Set<X509Certificate> certificates) {
        ASN1EncodableVector structures = new ASN1EncodableVector();
        certificates.forEach(certificate -> structures.add(structure(certificate)));
        return new DERSet(structures);
    }

    private static Certificate structure(X509Certificate certificate) {
        return Certificate.getInstance(Certificates.encoded(certificate).toArray());
    }
}
