package org.liaison.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSException;
import org.liaison.message.Bytes;
import org.liaison.message.Suite;

/// CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM (RFC 5084): content of type id-data, no attributes, a nonce of 12
/// bytes and a tag of 16, one entry for each recipient. It is read as strictly as it is written.
///
/// Every content key is used for one content, so the random nonce can never meet its like.
final class ContentLock {

    static final AlgorithmIdentifier AES_256_GCM = new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_GCM);

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ContentLock() {}

    static Bytes lock(Bytes content, List<X509Certificate> recipients, Suite suite) {
        try {
            SecretKey key = freshKey();
            ASN1EncodableVector entries = new ASN1EncodableVector();
            for (X509Certificate recipient : recipients)
                entries.add(RecipientKind.of(suite).wrap(key, recipient));
            byte[] nonce = random(NONCE);
            byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, content.toArray());
            int end = sealed.length - TAG;
            return SealWriter.der(new ContentInfo(
                    CMSObjectIdentifiers.authEnvelopedData,
                    new AuthEnvelopedData(
                            null,
                            new DERSet(entries),
                            new EncryptedContentInfo(
                                    CMSObjectIdentifiers.data,
                                    new AlgorithmIdentifier(
                                            NISTObjectIdentifiers.id_aes256_GCM, new GCMParameters(nonce, TAG)),
                                    new DEROctetString(Arrays.copyOf(sealed, end))),
                            null,
                            new DEROctetString(Arrays.copyOfRange(sealed, end, sealed.length)),
                            null)));
        } catch (CMSException | GeneralSecurityException e) {
            throw new IllegalStateException("the content could not be encrypted", e);
        }
    }

    /// The content, once its tag is verified. Empty for whatever reason: no reason is ever given.
    static Optional<Bytes> unlock(Bytes locked, Decryptor decryptor, Suite suite, int recipientCount) {
        try {
            AuthEnvelopedData data = parse(locked);
            List<RecipientInfo> ours = addressedTo(decryptor.certificate(), data, suite, recipientCount);
            EncryptedContentInfo content = data.getAuthEncryptedContentInfo();
            GCMParameters parameters = GCMParameters.getInstance(
                    content.getContentEncryptionAlgorithm().getParameters());
            // With a key that does not unwrap, go on with one that cannot fit: both failures take the same time.
            SecretKey key =
                    decryptor.contentKey(SealWriter.der(ours.getFirst())).orElseGet(ContentLock::freshKey);
            byte[] text = content.getEncryptedContent().getOctets();
            byte[] sealed = Arrays.copyOf(text, text.length + TAG);
            System.arraycopy(data.getMac().getOctets(), 0, sealed, text.length, TAG);
            return Optional.of(Bytes.owned(crypt(Cipher.DECRYPT_MODE, key, parameters.getNonce(), sealed)));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static AuthEnvelopedData parse(Bytes locked) throws IOException {
        require(locked.size() <= SealReader.MOST_BYTES);
        ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(locked.toArray()));
        require(CMSObjectIdentifiers.authEnvelopedData.equals(info.getContentType()));
        require(SealWriter.der(info).equals(locked));
        AuthEnvelopedData data = AuthEnvelopedData.getInstance(info.getContent());
        EncryptedContentInfo content = data.getAuthEncryptedContentInfo();
        AlgorithmIdentifier cipher = content.getContentEncryptionAlgorithm();
        require(data.getOriginatorInfo() == null && data.getAuthAttrs() == null && data.getUnauthAttrs() == null);
        require(CMSObjectIdentifiers.data.equals(content.getContentType()));
        require(NISTObjectIdentifiers.id_aes256_GCM.equals(cipher.getAlgorithm()));
        GCMParameters parameters = GCMParameters.getInstance(cipher.getParameters());
        require(parameters.getNonce().length == NONCE && parameters.getIcvLen() == TAG);
        require(data.getMac().getOctetsLength() == TAG);
        return data;
    }

    /// Exactly as many entries as the signed slip names recipients, all of the suite's one kind, to distinct names, and
    /// exactly one of them ours: nobody is added to the readers unseen, and nobody gets a second, weaker way in.
    private static List<RecipientInfo> addressedTo(
            X509Certificate certificate, AuthEnvelopedData data, Suite suite, int recipientCount) {
        RecipientKind kind = RecipientKind.of(suite);
        List<IssuerAndSerialNumber> names = new ArrayList<>();
        List<RecipientInfo> ours = new ArrayList<>();
        for (ASN1Encodable element : data.getRecipientInfos()) {
            RecipientInfo entry = RecipientInfo.getInstance(element);
            IssuerAndSerialNumber addressee = kind.addressee(entry);
            require(!names.contains(addressee));
            names.add(addressee);
            if (addressee.equals(RecipientKind.nameOf(certificate))) ours.add(entry);
        }
        require(names.size() == recipientCount && ours.size() == 1);
        return ours;
    }

    /// In one call, so that nothing comes out before the tag is verified.
    private static byte[] crypt(int mode, SecretKey key, byte[] nonce, byte[] input) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", Providers.contentEncryption());
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
        return cipher.doFinal(input);
    }

    private static SecretKey freshKey() {
        return new SecretKeySpec(random(KEY), "AES");
    }

    private static byte[] random(int length) {
        byte[] random = new byte[length];
        RANDOM.nextBytes(random);
        return random;
    }

    private static void require(boolean condition) {
        if (!condition) throw new IllegalArgumentException("outside the profile");
    }
}
