package org.liaison.seal;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientOperator;
import org.bouncycastle.cms.jcajce.JceKEMRecipient;
import org.bouncycastle.cms.jcajce.JceKEMRecipientInfoGenerator;
import org.bouncycastle.operator.jcajce.JceGenericKey;

/// KEMRecipientInfo (RFC 9629) for a composite key: ML-KEM-768 with ECDH P-256, HKDF-SHA256, AES-256 key wrap.
record HybridRecipient() implements RecipientKind {

    private static final AlgorithmIdentifier KEM =
            new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.6.59"));
    private static final AlgorithmIdentifier KDF =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha256);
    private static final AlgorithmIdentifier WRAP = new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_wrap);
    private static final int CIPHERTEXT = 1088 + 65;
    private static final int WRAPPED_KEY = 40;

    @Override
    public CertificateProfile profile() {
        return CertificateProfile.AUTHORITY_ENCRYPT;
    }

    @Override
    public RecipientInfo wrap(SecretKey contentKey, X509Certificate recipient)
            throws CMSException, GeneralSecurityException {
        return new JceKEMRecipientInfoGenerator(recipient, NISTObjectIdentifiers.id_aes256_wrap)
                .setKDF(KDF)
                .setProvider(Providers.bouncyCastle())
                .generate(new JceGenericKey(ContentLock.AES_256_GCM, contentKey));
    }

    @Override
    public IssuerAndSerialNumber addressee(RecipientInfo info) {
        KEMRecipientInfo kem = kem(info);
        RecipientKind.require(kem.getKem().equals(KEM), "key encapsulation");
        RecipientKind.require(kem.getKemct().getOctetsLength() == CIPHERTEXT, "encapsulation length");
        RecipientKind.require(kem.getKdf().equals(KDF), "key derivation");
        RecipientKind.require(kem.getKekLength() == 32, "key length");
        RecipientKind.require(kem.getUkm() == null, "keying material");
        RecipientKind.require(kem.getWrap().equals(WRAP), "key wrapping");
        RecipientKind.require(kem.getEncryptedKey().getOctetsLength() == WRAPPED_KEY, "wrapped key length");
        return IssuerAndSerialNumber.getInstance(kem.getRecipientIdentifier().getId());
    }

    @Override
    public SecretKey unwrap(RecipientInfo info, PrivateKey key) throws CMSException {
        return new ContentKey(key).of(kem(info));
    }

    private static KEMRecipientInfo kem(RecipientInfo info) {
        OtherRecipientInfo other = (OtherRecipientInfo) info.getInfo();
        RecipientKind.require(other.getType().equals(CMSObjectIdentifiers.id_ori_kem), "type");
        return KEMRecipientInfo.getInstance(other.getValue());
    }

    /// Bouncy Castle's recipient, for its key only: content is decrypted in [ContentLock] alone.
    private static final class ContentKey extends JceKEMRecipient {

        ContentKey(PrivateKey key) {
            super(key);
            setProvider(Providers.bouncyCastle());
        }

        SecretKey of(KEMRecipientInfo info) throws CMSException {
            Key key = extractSecretKey(
                    new AlgorithmIdentifier(info.getKem().getAlgorithm(), info),
                    ContentLock.AES_256_GCM,
                    info.getEncryptedKey().getOctets());
            return new SecretKeySpec(key.getEncoded(), "AES");
        }

        @Override
        public RecipientOperator getRecipientOperator(
                AlgorithmIdentifier keyEncryption, AlgorithmIdentifier contentEncryption, byte[] encryptedKey) {
            throw new UnsupportedOperationException("only the key is asked for");
        }
    }
}
