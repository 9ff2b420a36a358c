package org.liaison.seal;

import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.liaison.message.Digest;

/// The four signed attributes of a seal, no more and no fewer: content-type, message-digest,
/// signing-time (RFC 5652 §11) and signing-certificate-v2 (RFC 5035), which ties the signature to
/// one certificate, not only to its key.
final class SealAttributes {

    private static final int COUNT = 4;

    private SealAttributes() {}

    static ASN1Set write(byte[] messageDigest, Digest certificate, Instant at) {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data));
        attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(messageDigest)));
        attributes.add(attribute(CMSAttributes.signingTime, new Time(Date.from(at))));
        attributes.add(attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new SigningCertificateV2(new ESSCertIDv2(certificate.value().toArray()))));
        return new DERSet(attributes);
    }

    /// The signing time, if these are the four attributes for this content and this certificate.
    static Optional<Instant> read(ASN1Set attributes, byte[] messageDigest, Digest certificate) throws ParseException {
        if (attributes.size() != COUNT
                || !is(attributes, CMSAttributes.contentType, CMSObjectIdentifiers.data)
                || !namesOnly(attributes, certificate)
                || !(value(attributes, CMSAttributes.messageDigest) instanceof DEROctetString digest)
                || !MessageDigest.isEqual(digest.getOctets(), messageDigest)) return Optional.empty();
        ASN1Encodable time = value(attributes, CMSAttributes.signingTime);
        return time == null
                ? Optional.empty()
                : Optional.of(Time.getInstance(time).getDate().toInstant());
    }

    private static boolean namesOnly(ASN1Set attributes, Digest certificate) {
        ASN1Encodable value = value(attributes, PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        return value != null
                && new SigningCertificateV2(new ESSCertIDv2(certificate.value().toArray())).equals(value);
    }

    private static boolean is(ASN1Set attributes, ASN1ObjectIdentifier type, ASN1Encodable expected) {
        return expected.equals(value(attributes, type));
    }

    /// The one value of the one attribute of `type`.
    private static @org.jspecify.annotations.Nullable ASN1Encodable value(
            ASN1Set attributes, ASN1ObjectIdentifier type) {
        ASN1Encodable found = null;
        for (ASN1Encodable element : attributes) {
            Attribute attribute = Attribute.getInstance(element);
            if (!attribute.getAttrType().equals(type)) continue;
            if (found != null || attribute.getAttrValues().size() != 1) return null;
            found = attribute.getAttrValues().getObjectAt(0);
        }
        return found;
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }
}
