package org.liaison.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.liaison.message.Bytes;

/// Takes a genuine seal apart and puts it together wrongly.
final class Forger {

    ASN1Set digests;
    ASN1ObjectIdentifier contentType;
    Bytes content;
    ASN1Set certificates;
    ASN1Set lists;
    final List<SignerInfo> signers = new ArrayList<>();

    private Forger() {}

    static Forger of(Bytes seal) {
        SignedData data =
                SignedData.getInstance(ContentInfo.getInstance(seal.toArray()).getContent());
        Forger forger = new Forger();
        forger.digests = data.getDigestAlgorithms();
        forger.contentType = data.getEncapContentInfo().getContentType();
        forger.content = Bytes.of(((ASN1OctetString) data.getEncapContentInfo().getContent()).getOctets());
        forger.certificates = data.getCertificates();
        forger.lists = data.getCRLs();
        for (ASN1Encodable signer : data.getSignerInfos()) forger.signers.add(SignerInfo.getInstance(signer));
        return forger;
    }

    Bytes seal() {
        return SealWriter.der(structure());
    }

    /// The same structure in BER, with indefinite lengths.
    Bytes sealInBer() {
        try {
            return Bytes.of(new org.bouncycastle.asn1.BERSequence(new ASN1Encodable[] {
                        CMSObjectIdentifiers.signedData,
                        structure().toASN1Primitive() instanceof org.bouncycastle.asn1.ASN1Sequence sequence
                                ? sequence.getObjectAt(1)
                                : null
                    })
                    .getEncoded("BER"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ContentInfo structure() {
        return new ContentInfo(
                CMSObjectIdentifiers.signedData,
                new SignedData(
                        digests,
                        new ContentInfo(contentType, new DEROctetString(content.toArray())),
                        certificates,
                        lists,
                        set(signers)));
    }

    SignerInfo signer(SealAlgorithm algorithm) {
        return signers.stream()
                .filter(signer -> signer.getDigestEncryptionAlgorithm().equals(algorithm.signatureIdentifier()))
                .findFirst()
                .orElseThrow();
    }

    Forger keepOnly(SealAlgorithm algorithm) {
        signers.removeIf(signer -> !signer.getDigestEncryptionAlgorithm().equals(algorithm.signatureIdentifier()));
        return this;
    }

    Forger replace(SealAlgorithm algorithm, SignerInfo other) {
        signers.set(signers.indexOf(signer(algorithm)), other);
        return this;
    }

    /// Other attributes, properly signed by whoever holds `key`.
    Forger sign(KeyFile.Entry key, UnaryOperator<ASN1Set> attributes) throws GeneralSecurityException {
        SealAlgorithm algorithm = SealAlgorithm.ECDSA_P256_SHA256;
        SignerInfo old = signer(algorithm);
        ASN1Set changed = attributes.apply(old.getAuthenticatedAttributes());
        byte[] signature = algorithm.sign(
                algorithm.ready(key.key()), SealWriter.der(changed).toArray());
        return replace(algorithm, signer(old, changed, new DEROctetString(signature), null));
    }

    static SignerInfo signer(SignerInfo old, ASN1Set attributes, ASN1OctetString signature, ASN1Set unsigned) {
        return signer(old, old.getDigestAlgorithm(), attributes, signature, unsigned);
    }

    static SignerInfo signer(
            SignerInfo old,
            AlgorithmIdentifier digest,
            ASN1Set attributes,
            ASN1OctetString signature,
            ASN1Set unsigned) {
        return new SignerInfo(
                old.getSID(), digest, attributes, old.getDigestEncryptionAlgorithm(), signature, unsigned);
    }

    static ASN1Set without(ASN1Set attributes, ASN1ObjectIdentifier type) {
        ASN1EncodableVector kept = new ASN1EncodableVector();
        for (ASN1Encodable attribute : attributes)
            if (!Attribute.getInstance(attribute).getAttrType().equals(type)) kept.add(attribute);
        return new DERSet(kept);
    }

    static ASN1Set with(ASN1Set attributes, ASN1ObjectIdentifier type, ASN1Encodable value) {
        ASN1EncodableVector kept = new ASN1EncodableVector();
        for (ASN1Encodable attribute : attributes) kept.add(attribute);
        kept.add(new Attribute(type, new DERSet(value)));
        return new DERSet(kept);
    }

    static ASN1Set set(List<? extends ASN1Encodable> elements) {
        return new DERSet(elements.toArray(ASN1Encodable[]::new));
    }

    static Bytes flipped(Bytes bytes, int position) {
        byte[] changed = bytes.toArray();
        changed[Math.floorMod(position, changed.length)] ^= 1;
        return Bytes.owned(changed);
    }

    static ASN1Primitive parsed(Bytes der) {
        try {
            return ASN1Primitive.fromByteArray(der.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
