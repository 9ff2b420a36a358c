package org.liaison.seal;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientOperator;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.operator.jcajce.JceGenericKey;

/// KeyAgreeRecipientInfo (RFC 5753 §3.1.1): ephemeral ECDH P-256, X9.63 with SHA-256, AES-256 key
/// wrap. One entry and one ephemeral key for each recipient, so that entries can be counted.
record ClassicRecipient() implements RecipientKind {

    private static final AlgorithmIdentifier AGREEMENT = new AlgorithmIdentifier(
            SECObjectIdentifiers.dhSinglePass_stdDH_sha256kdf_scheme,
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_wrap));
    private static final AlgorithmIdentifier P256 =
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);
    private static final int WRAPPED_KEY = 40;

    @Override
    public CertificateProfile profile() {
        return CertificateProfile.AUTHORITY_ENCRYPT_CLASSIC;
    }

    @Override
    public RecipientInfo wrap(SecretKey contentKey, X509Certificate recipient)
            throws CMSException, GeneralSecurityException {
        KeyPair ephemeral = KeyAlgorithm.EC_P256.generate();
        return new JceKeyAgreeRecipientInfoGenerator(
                        AGREEMENT.getAlgorithm(),
                        ephemeral.getPrivate(),
                        ephemeral.getPublic(),
                        NISTObjectIdentifiers.id_aes256_wrap)
                .addRecipient(recipient)
                .setProvider(Providers.bouncyCastle())
                .generate(new JceGenericKey(ContentLock.AES_256_GCM, contentKey));
    }

    @Override
    public IssuerAndSerialNumber addressee(RecipientInfo info) {
        KeyAgreeRecipientInfo agreement = agreement(info);
        RecipientKind.require(agreement.getVersion().hasValue(3), "version");
        RecipientKind.require(agreement.getUserKeyingMaterial() == null, "keying material");
        RecipientKind.require(agreement.getKeyEncryptionAlgorithm().equals(AGREEMENT), "key agreement");
        OriginatorPublicKey sender = agreement.getOriginator().getOriginatorKey();
        RecipientKind.require(sender != null && sender.getAlgorithm().equals(P256), "kind of ephemeral key");
        RecipientKind.require(agreement.getRecipientEncryptedKeys().size() == 1, "number of keys");
        RecipientEncryptedKey wrapped = wrapped(agreement);
        RecipientKind.require(wrapped.getEncryptedKey().getOctetsLength() == WRAPPED_KEY, "wrapped key length");
        IssuerAndSerialNumber addressee = wrapped.getIdentifier().getIssuerAndSerialNumber();
        RecipientKind.require(addressee != null, "kind of name");
        return addressee;
    }

    @Override
    public SecretKey unwrap(RecipientInfo info, PrivateKey key) throws CMSException {
        return new ContentKey(key).of(agreement(info));
    }

    private static KeyAgreeRecipientInfo agreement(RecipientInfo info) {
        return (KeyAgreeRecipientInfo) info.getInfo();
    }

    private static RecipientEncryptedKey wrapped(KeyAgreeRecipientInfo agreement) {
        return RecipientEncryptedKey.getInstance(
                agreement.getRecipientEncryptedKeys().getObjectAt(0));
    }

    /// Bouncy Castle's recipient, for its key only: content is decrypted in [ContentLock] alone.
    private static final class ContentKey extends JceKeyAgreeRecipient {

        ContentKey(PrivateKey key) {
            super(key);
            setProvider(Providers.bouncyCastle());
        }

        SecretKey of(KeyAgreeRecipientInfo info) throws CMSException {
            Key key = extractSecretKey(
                    info.getKeyEncryptionAlgorithm(),
                    ContentLock.AES_256_GCM,
                    new SubjectPublicKeyInfo(
                            P256,
                            info.getOriginator()
                                    .getOriginatorKey()
                                    .getPublicKeyData()
                                    .getBytes()),
                    null,
                    wrapped(info).getEncryptedKey().getOctets());
            return new SecretKeySpec(key.getEncoded(), "AES");
        }

        @Override
        public RecipientOperator getRecipientOperator(
                AlgorithmIdentifier keyEncryption,
                AlgorithmIdentifier contentEncryption,
                SubjectPublicKeyInfo sender,
                ASN1OctetString keyingMaterial,
                byte[] encryptedKey) {
            throw new UnsupportedOperationException("only the key is asked for");
        }
    }
}
