package org.liaison.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.jcajce.JceKEMRecipientInfoGenerator;
import org.bouncycastle.operator.jcajce.JceGenericKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.Bytes;
import org.liaison.message.Letter;
import org.liaison.message.Reason;
import org.liaison.message.Suite;

/// One attack on the sealed content each. Whatever is tried, the answer is the same one.
class TamperedContentTest {

    private static final Opening UNREADABLE = new Opening.Shut(Reason.UNREADABLE_CONTENT);

    @TempDir
    static Path hybridFolder;

    @TempDir
    static Path classicFolder;

    static Desk hybrid;
    static Desk classic;
    static Sealer.Sealed sealed;
    static Sealer.Sealed classicSealed;

    @BeforeAll
    static void close() {
        hybrid = new Desk(hybridFolder, Suite.HYBRID_2026);
        classic = new Desk(classicFolder, Suite.CLASSIC_2026);
        sealed = hybrid.close(hybrid.letter(Desk.SHELTER));
        classicSealed = classic.close(classic.letter(Desk.SHELTER));
    }

    @Test
    void content_taken_apart_and_rebuilt_is_the_same() {
        assertThat(new Parts(sealed.content()).content()).isEqualTo(sealed.content());
        assertThat(hybrid.open(sealed.content(), 1)).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void every_flipped_byte_shuts_the_letter() {
        for (int i = 0; i < sealed.content().size(); i += 131)
            assertThat(hybrid.open(Forger.flipped(sealed.content(), i), 1)).isEqualTo(UNREADABLE);
        for (int i = 0; i < classicSealed.content().size(); i += 67)
            assertThat(classic.open(Forger.flipped(classicSealed.content(), i), 1))
                    .isEqualTo(UNREADABLE);
    }

    @Test
    void a_truncated_tag_is_refused() {
        for (int length : new int[] {12, 8, 4})
            shut(content -> {
                content.mac = Arrays.copyOf(content.mac, length);
                content.tagLength = length;
            });
        shut(content -> content.tagLength = 12);
    }

    @Test
    void another_nonce_length_is_refused() {
        shut(content -> content.nonce = Arrays.copyOf(content.nonce, 16));
    }

    @Test
    void another_content_type_is_refused() {
        shut(content -> content.type = CMSObjectIdentifiers.signedData);
    }

    @Test
    void attributes_beside_the_content_are_refused() {
        ASN1Set note = Forger.with(new DERSet(), new ASN1ObjectIdentifier("1.2.3.4"), new DERUTF8String("x"));
        shut(content -> content.authenticated = note);
        shut(content -> content.unauthenticated = note);
    }

    /// EFAIL and its kin begin with a mode that has no tag.
    @Test
    void content_relabelled_as_cbc_is_refused() {
        Parts parts = new Parts(sealed.content());
        EncryptedContentInfo cbc = new EncryptedContentInfo(
                CMSObjectIdentifiers.data,
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16])),
                new DEROctetString(new byte[64]));
        Bytes relabelled = SealWriter.der(new ContentInfo(
                CMSObjectIdentifiers.envelopedData,
                new EnvelopedData(null, Forger.set(parts.recipients), cbc, (ASN1Set) null)));
        assertThat(hybrid.open(relabelled, 1)).isEqualTo(UNREADABLE);
        shut(content -> content.cipher = NISTObjectIdentifiers.id_aes256_CBC);
        shut(content -> content.cipher = NISTObjectIdentifiers.id_aes128_GCM);
    }

    @Test
    void a_hidden_recipient_is_refused() throws Exception {
        var hidden = hybrid.encryptionCertificate(Desk.PROSECUTOR);
        RecipientInfo entry =
                new HybridRecipient().wrap(new javax.crypto.spec.SecretKeySpec(new byte[32], "AES"), hidden);
        shut(content -> content.recipients.add(entry));
    }

    @Test
    void a_recipient_entered_twice_is_refused() {
        Parts parts = new Parts(sealed.content());
        parts.recipients.add(parts.recipients.getFirst());
        assertThat(hybrid.open(parts.content(), 2)).isEqualTo(UNREADABLE);
    }

    @Test
    void an_entry_for_somebody_else_is_refused() {
        assertThat(hybrid.opener.open(sealed.content(), hybrid.prosecutor.decryptor(), Suite.HYBRID_2026, 1, Desk.NOW))
                .isEqualTo(UNREADABLE);
    }

    /// Two entries for one key are an *or*: an attacker needs only the weaker. Hybrid means *and*.
    @Test
    void a_classic_entry_beside_a_hybrid_one_is_refused() {
        Parts parts = new Parts(sealed.content());
        parts.recipients.addAll(new Parts(classicSealed.content()).recipients);
        assertThat(hybrid.open(parts.content(), 2)).isEqualTo(UNREADABLE);
    }

    @Test
    void a_downgraded_suite_is_refused() {
        assertThat(classic.opener.open(
                        classicSealed.content(), classic.shelter.decryptor(), Suite.HYBRID_2026, 1, Desk.NOW))
                .isEqualTo(UNREADABLE);
        assertThat(hybrid.opener.open(sealed.content(), hybrid.shelter.decryptor(), Suite.CLASSIC_2026, 1, Desk.NOW))
                .isEqualTo(UNREADABLE);
        assertThat(hybrid.opener.read(classicSealed.signedLetter(), Suite.HYBRID_2026, Desk.NOW))
                .isEqualTo(new Opening.Shut(Reason.BROKEN_SIGNATURE));
    }

    @Test
    void substituted_keying_material_is_refused() throws Exception {
        var recipient = hybrid.encryptionCertificate(Desk.SHELTER);
        var key = new JceGenericKey(ContentLock.AES_256_GCM, new javax.crypto.spec.SecretKeySpec(new byte[32], "AES"));
        var hkdf256 = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha256);
        var hkdf512 = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha512);
        List<RecipientInfo> entries = List.of(
                new JceKEMRecipientInfoGenerator(recipient, CMSAlgorithm.AES256_WRAP)
                        .setKDF(hkdf256)
                        .setUserKeyingMaterial(new byte[] {1})
                        .setProvider("BC")
                        .generate(key),
                new JceKEMRecipientInfoGenerator(recipient, CMSAlgorithm.AES256_WRAP)
                        .setKDF(hkdf512)
                        .setProvider("BC")
                        .generate(key),
                new JceKEMRecipientInfoGenerator(recipient, CMSAlgorithm.AES128_WRAP)
                        .setKDF(hkdf256)
                        .setProvider("BC")
                        .generate(key));
        for (RecipientInfo entry : entries)
            assertThatThrownBy(() -> new HybridRecipient().addressee(entry))
                    .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_broken_wrapped_key_gets_the_same_answer_as_a_broken_tag() {
        Parts parts = new Parts(sealed.content());
        KEMRecipientInfo kem = KEMRecipientInfo.getInstance(
                ((OtherRecipientInfo) parts.recipients.getFirst().getInfo()).getValue());
        Bytes broken = Forger.flipped(Bytes.of(kem.getEncryptedKey().getOctets()), 3);
        parts.recipients.set(
                0,
                new RecipientInfo(new OtherRecipientInfo(
                        CMSObjectIdentifiers.id_ori_kem,
                        new KEMRecipientInfo(
                                kem.getRecipientIdentifier(),
                                kem.getKem(),
                                kem.getKemct(),
                                kem.getKdf(),
                                new ASN1Integer(kem.getKekLength()),
                                null,
                                kem.getWrap(),
                                new DEROctetString(broken.toArray())))));
        assertThat(hybrid.open(parts.content(), 1)).isEqualTo(UNREADABLE);
        shut(content -> content.mac[0] ^= 1);
    }

    @Test
    void a_letter_passed_on_to_somebody_else_is_refused() {
        Letter letter = hybrid.letter(Desk.SHELTER);
        Bytes stolen = hybrid.close(letter).signedLetter();
        Bytes forwarded = ContentLock.lock(
                SignedLetter.wrap(stolen), List.of(hybrid.encryptionCertificate(Desk.PROSECUTOR)), Suite.HYBRID_2026);
        assertThat(hybrid.opener.open(forwarded, hybrid.prosecutor.decryptor(), Suite.HYBRID_2026, 1, Desk.NOW))
                .isEqualTo(new Opening.Shut(Reason.LETTER_NOT_OF_SLIP));
    }

    @Test
    void a_letter_signed_by_another_than_its_sender_is_refused() {
        Bytes text = LetterText.write(hybrid.letter(Desk.SHELTER));
        Bytes signed = hybrid.prosecutor.signer().sign(text, Strength.ECDSA_AND_ML_DSA, Desk.NOW);
        assertThat(hybrid.opener.read(signed, Suite.HYBRID_2026, Desk.NOW))
                .isEqualTo(new Opening.Shut(Reason.WRONG_SIGNER));
    }

    @Test
    void a_letter_that_names_another_suite_is_refused() {
        Bytes text = LetterText.write(classic.letter(Desk.SHELTER));
        Bytes signed = hybrid.police.signer().sign(text, Strength.ECDSA_AND_ML_DSA, Desk.NOW);
        assertThat(hybrid.opener.read(signed, Suite.HYBRID_2026, Desk.NOW))
                .isEqualTo(new Opening.Shut(Reason.LETTER_NOT_OF_SLIP));
    }

    @Test
    void an_unsigned_letter_is_refused() {
        Bytes text = LetterText.write(hybrid.letter(Desk.SHELTER));
        Bytes bare = ContentLock.lock(text, List.of(hybrid.encryptionCertificate(Desk.SHELTER)), Suite.HYBRID_2026);
        assertThat(hybrid.open(bare, 1)).isEqualTo(UNREADABLE);
    }

    @Test
    void a_signed_slip_cannot_pose_as_a_letter() {
        Bytes signed = hybrid.police.signer().sign(Bytes.ofUtf8("{}"), Strength.ECDSA_AND_ML_DSA, Desk.NOW);
        assertThat(hybrid.opener.read(signed, Suite.HYBRID_2026, Desk.NOW)).isEqualTo(UNREADABLE);
    }

    @Test
    void noise_is_refused() {
        for (Bytes noise : List.of(Bytes.of(), Bytes.ofUtf8("hello"), Bytes.ofHex("30847fffffff0609")))
            assertThat(hybrid.open(noise, 1)).isEqualTo(UNREADABLE);
    }

    @Test
    void we_never_close_a_letter_to_the_wrong_certificates() {
        Letter letter = hybrid.letter(Desk.SHELTER);
        var shelter = hybrid.encryptionCertificate(Desk.SHELTER);
        var prosecutor = hybrid.encryptionCertificate(Desk.PROSECUTOR);
        for (var wrong : List.of(
                List.of(prosecutor),
                List.of(shelter, prosecutor),
                List.of(classic.encryptionCertificate(Desk.SHELTER)),
                List.of(hybrid.shelter.signer().certificate())))
            assertThatThrownBy(() -> Sealer.close(letter, hybrid.police.signer(), wrong, Desk.NOW))
                    .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sealer.close(letter, hybrid.shelter.signer(), List.of(shelter), Desk.NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void shut(Consumer<Parts> change) {
        Parts parts = new Parts(sealed.content());
        change.accept(parts);
        assertThat(hybrid.open(parts.content(), parts.recipients.size() > 1 ? 1 : parts.recipients.size()))
                .isEqualTo(UNREADABLE);
    }

    /// The content taken apart, so that one thing in it can be made wrong.
    private static final class Parts {

        final List<RecipientInfo> recipients = new ArrayList<>();
        ASN1ObjectIdentifier type;
        ASN1ObjectIdentifier cipher;
        byte[] nonce;
        int tagLength;
        final byte[] text;
        byte[] mac;
        ASN1Set authenticated;
        ASN1Set unauthenticated;

        Parts(Bytes content) {
            AuthEnvelopedData data = AuthEnvelopedData.getInstance(
                    ContentInfo.getInstance(content.toArray()).getContent());
            for (ASN1Encodable recipient : data.getRecipientInfos())
                recipients.add(RecipientInfo.getInstance(recipient));
            EncryptedContentInfo info = data.getAuthEncryptedContentInfo();
            type = info.getContentType();
            cipher = info.getContentEncryptionAlgorithm().getAlgorithm();
            GCMParameters parameters = GCMParameters.getInstance(
                    info.getContentEncryptionAlgorithm().getParameters());
            nonce = parameters.getNonce();
            tagLength = parameters.getIcvLen();
            text = info.getEncryptedContent().getOctets();
            mac = data.getMac().getOctets().clone();
        }

        /// By hand: Bouncy Castle's own classes refuse to write some of the things we must refuse to read.
        Bytes content() {
            List<ASN1Encodable> data = new ArrayList<>(List.of(
                    new ASN1Integer(0), Forger.set(recipients), new DERSequence(new ASN1Encodable[] {
                        type,
                        new AlgorithmIdentifier(cipher, new DERSequence(new ASN1Encodable[] {
                            new DEROctetString(nonce), new ASN1Integer(tagLength)
                        })),
                        new DERTaggedObject(false, 0, new DEROctetString(text))
                    })));
            if (authenticated != null) data.add(new DERTaggedObject(false, 1, authenticated));
            data.add(new DEROctetString(mac));
            if (unauthenticated != null) data.add(new DERTaggedObject(false, 2, unauthenticated));
            return SealWriter.der(new ContentInfo(
                    CMSObjectIdentifiers.authEnvelopedData, new DERSequence(data.toArray(ASN1Encodable[]::new))));
        }
    }
}
