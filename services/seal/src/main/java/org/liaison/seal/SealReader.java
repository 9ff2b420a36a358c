package org.liaison.seal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.liaison.message.Bytes;

/// Reads CMS SignedData and takes nothing but the one form that [SealWriter] writes: RFC 5652
/// leaves many ways to say the same thing, and every way that is not needed is a way in.
final class SealReader {

    /// Larger than any letter; refused before parsing.
    static final int MOST_BYTES = 64 * 1024 * 1024;

    /// One signature: what signed, the certificate it names (DER), its signed attributes and its value.
    record Signed(SealAlgorithm algorithm, Bytes certificate, ASN1Set attributes, Bytes signature) {}

    /// A seal whose form is right. Nothing in it is verified yet.
    record Form(Bytes content, List<Signed> signatures) {}

    private SealReader() {}

    /// Empty if this is not CMS SignedData at all.
    static Optional<SignedData> parse(Bytes seal) {
        if (seal.size() > MOST_BYTES) return Optional.empty();
        try {
            ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(seal.toArray()));
            if (info == null || !CMSObjectIdentifiers.signedData.equals(info.getContentType())) return Optional.empty();
            // One spelling only: DER. This also refuses trailing bytes and indefinite lengths.
            if (!SealWriter.der(info).equals(seal)) return Optional.empty();
            return Optional.of(SignedData.getInstance(info.getContent()));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /// Empty if the profile for `required` is broken anywhere.
    static Optional<Form> read(SignedData data, Strength required) {
        try {
            List<SealAlgorithm> expected = SealAlgorithm.of(required);
            if (!data.getVersion().hasValue(1)
                    || !CMSObjectIdentifiers.data.equals(
                            data.getEncapContentInfo().getContentType())
                    || !(data.getEncapContentInfo().getContent() instanceof ASN1OctetString content)
                    || data.getCRLs() != null
                    || !sameDigests(data.getDigestAlgorithms(), expected)) return Optional.empty();
            List<Certificate> certificates = certificates(data.getCertificates(), 2 * expected.size());
            Map<SealAlgorithm, Signed> signatures = new EnumMap<>(SealAlgorithm.class);
            for (ASN1Encodable element : data.getSignerInfos()) {
                Signed signed = signed(SignerInfo.getInstance(element), expected, certificates);
                if (signatures.put(signed.algorithm(), signed) != null) return Optional.empty();
            }
            if (!signatures.keySet().containsAll(expected)) return Optional.empty();
            return Optional.of(new Form(Bytes.owned(content.getOctets()), List.copyOf(signatures.values())));
        } catch (RuntimeException e) {
            // Bouncy Castle's way of saying that a structure is not the one asked for.
            return Optional.empty();
        }
    }

    private static Signed signed(SignerInfo signer, List<SealAlgorithm> expected, List<Certificate> certificates) {
        SealAlgorithm algorithm = expected.stream()
                .filter(known -> known.digestIdentifier().equals(signer.getDigestAlgorithm())
                        && known.signatureIdentifier().equals(signer.getDigestEncryptionAlgorithm()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an algorithm that this strength does not have"));
        if (!signer.getVersion().hasValue(1)) throw new IllegalArgumentException("a signer info of another version");
        if (signer.getAuthenticatedAttributes() == null)
            throw new IllegalArgumentException("a signature without signed attributes");
        if (signer.getUnauthenticatedAttributes() != null)
            throw new IllegalArgumentException("attributes that nobody signed");
        return new Signed(
                algorithm,
                SealWriter.der(
                        named(IssuerAndSerialNumber.getInstance(signer.getSID().getId()), certificates)),
                signer.getAuthenticatedAttributes(),
                Bytes.owned(signer.getEncryptedDigest().getOctets()));
    }

    /// The one certificate that issuer and serial number name.
    private static Certificate named(IssuerAndSerialNumber name, List<Certificate> certificates) {
        List<Certificate> found = certificates.stream()
                .filter(certificate -> certificate.getIssuer().equals(name.getName())
                        && certificate.getSerialNumber().equals(name.getSerialNumber()))
                .toList();
        if (found.size() != 1) throw new IllegalArgumentException("a signer without exactly one certificate");
        return found.getFirst();
    }

    private static List<Certificate> certificates(ASN1Set set, int most) {
        if (set.size() > most) throw new IllegalArgumentException("more certificates than signers and issuers");
        List<Certificate> certificates = new ArrayList<>();
        for (ASN1Encodable element : set) certificates.add(Certificate.getInstance(element));
        return certificates;
    }

    private static boolean sameDigests(ASN1Set digests, List<SealAlgorithm> expected) {
        return digests.size() == expected.size()
                && expected.stream().allMatch(algorithm -> {
                    for (ASN1Encodable digest : digests)
                        if (algorithm.digestIdentifier().equals(digest)) return true;
                    return false;
                });
    }
}
