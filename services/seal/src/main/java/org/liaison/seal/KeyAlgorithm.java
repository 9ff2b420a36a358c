package org.liaison.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// The kinds of keys this protocol knows, by their object identifiers. There is no fifth.
public enum KeyAlgorithm {
    EC_P256("EC", "secp256r1", "1.2.840.10045.2.1", "1.2.840.10045.3.1.7"),
    EC_P384("EC", "secp384r1", "1.2.840.10045.2.1", "1.3.132.0.34"),
    ML_DSA_65("ML-DSA-65", "", "2.16.840.1.101.3.4.3.18", ""),
    /// Composite of ML-KEM-768 and ECDH P-256 (draft-ietf-lamps-pq-composite-kem): as strong as the stronger half.
    MLKEM768_ECDH_P256("MLKEM768-ECDH-P256-SHA3-256", "", "1.3.6.1.5.5.7.6.59", "");

    private final String generator;
    private final String curve;
    private final String algorithm;
    private final String parameters;

    KeyAlgorithm(String generator, String curve, String algorithm, String parameters) {
        this.generator = generator;
        this.curve = curve;
        this.algorithm = algorithm;
        this.parameters = parameters;
    }

    public KeyPair generate() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance(generator, Providers.bouncyCastle());
            if (!curve.isEmpty()) keys.initialize(new ECGenParameterSpec(curve));
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Bouncy Castle makes no " + generator + " keys", e);
        }
    }

    /// Judges the encoded key, not the class of a Java object: only the object identifiers count.
    boolean isThatOf(X509Certificate certificate) {
        AlgorithmIdentifier found = SubjectPublicKeyInfo.getInstance(
                        certificate.getPublicKey().getEncoded())
                .getAlgorithm();
        ASN1Encodable foundParameters = found.getParameters();
        if (!found.getAlgorithm().getId().equals(algorithm)) return false;
        return parameters.isEmpty()
                ? foundParameters == null
                : foundParameters instanceof ASN1ObjectIdentifier oid
                        && oid.getId().equals(parameters);
    }
}
