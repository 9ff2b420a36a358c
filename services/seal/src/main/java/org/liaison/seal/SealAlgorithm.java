package org.liaison.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jcajce.interfaces.MLDSAPrivateKey;
import org.liaison.message.Bytes;

/// One way to sign: key, digest and signature always go together, parameters are always absent.
enum SealAlgorithm {
    /// RFC 5753 §2.1, RFC 5754.
    ECDSA_P256_SHA256(
            KeyAlgorithm.EC_P256, "EC", "SHA-256", "2.16.840.1.101.3.4.2.1", "SHA256withECDSA", "1.2.840.10045.4.3.2"),
    /// RFC 9882: pure ML-DSA with an empty context, SHA-512 for the message digest attribute.
    ML_DSA_65_SHA512(
            KeyAlgorithm.ML_DSA_65,
            "ML-DSA-65",
            "SHA-512",
            "2.16.840.1.101.3.4.2.3",
            "ML-DSA-65",
            "2.16.840.1.101.3.4.3.18");

    private final KeyAlgorithm key;
    private final String keyName;
    private final String digestName;
    private final String digestOid;
    private final String signatureName;
    private final String signatureOid;

    SealAlgorithm(
            KeyAlgorithm key,
            String keyName,
            String digestName,
            String digestOid,
            String signatureName,
            String signatureOid) {
        this.key = key;
        this.keyName = keyName;
        this.digestName = digestName;
        this.digestOid = digestOid;
        this.signatureName = signatureName;
        this.signatureOid = signatureOid;
    }

    static List<SealAlgorithm> of(Strength strength) {
        return switch (strength) {
            case ECDSA -> List.of(ECDSA_P256_SHA256);
            case ECDSA_AND_ML_DSA -> List.of(ECDSA_P256_SHA256, ML_DSA_65_SHA512);
        };
    }

    KeyAlgorithm key() {
        return key;
    }

    AlgorithmIdentifier digestIdentifier() {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(digestOid));
    }

    AlgorithmIdentifier signatureIdentifier() {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(signatureOid));
    }

    byte[] digest(Bytes content) {
        try {
            MessageDigest digest = MessageDigest.getInstance(digestName, Providers.digests());
            digest.update(content.buffer());
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + digestName, e);
        }
    }

    /// The key in the form that the signing provider wants. BoringSSL takes ML-DSA keys as their seed.
    PrivateKey ready(PrivateKey privateKey) throws GeneralSecurityException {
        PrivateKey plain = privateKey instanceof MLDSAPrivateKey mlDsa ? mlDsa.getPrivateKey(true) : privateKey;
        return KeyFactory.getInstance(keyName, Providers.signatures())
                .generatePrivate(new PKCS8EncodedKeySpec(plain.getEncoded()));
    }

    PublicKey ready(PublicKey publicKey) throws GeneralSecurityException {
        return KeyFactory.getInstance(keyName, Providers.signatures())
                .generatePublic(new X509EncodedKeySpec(publicKey.getEncoded()));
    }

    byte[] sign(PrivateKey ready, byte[] toBeSigned) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(signatureName, Providers.signatures());
        signature.initSign(ready);
        signature.update(toBeSigned);
        return signature.sign();
    }

    boolean verifies(PublicKey ready, byte[] signed, byte[] signatureValue) {
        try {
            Signature signature = Signature.getInstance(signatureName, Providers.signatures());
            signature.initVerify(ready);
            signature.update(signed);
            return signature.verify(signatureValue);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
