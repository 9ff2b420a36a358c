package org.liaison.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.seal.SealAlgorithm.ECDSA_P256_SHA256;
import static org.liaison.seal.SealAlgorithm.ML_DSA_65_SHA512;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.Bytes;
import org.liaison.message.Suite;

/// One attack on the form of a seal each. Bouncy Castle by itself lets several of them pass.
class ForgedSealTest {

    private static final Bytes SLIP = Bytes.ofUtf8("{\"version\":1,\"kind\":\"REF-REQ\"}");
    private static final Bytes OTHER_SLIP = Bytes.ofUtf8("{\"version\":1,\"kind\":\"REF-DEC\"}");
    private static final ASN1ObjectIdentifier SIGNED_DATA = new ASN1ObjectIdentifier("1.2.840.113549.1.7.2");
    private static final BigInteger P256_ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    @TempDir
    static Path folder;

    static Desk desk;
    static Bytes single;
    static Bytes dual;

    @BeforeAll
    static void sign() {
        desk = new Desk(folder, Suite.HYBRID_2026);
        single = desk.police.signer().sign(SLIP, Strength.ECDSA, Desk.NOW);
        dual = desk.police.signer().sign(SLIP, Strength.ECDSA_AND_ML_DSA, Desk.NOW);
    }

    @Test
    void a_genuine_seal_passes() {
        assertThat(desk.examiner.examine(single, Strength.ECDSA, Desk.NOW)).isInstanceOf(Finding.Genuine.class);
        assertThat(desk.examiner.examine(dual, Strength.ECDSA_AND_ML_DSA, Desk.NOW))
                .isInstanceOf(Finding.Genuine.class);
    }

    @Test
    void a_taken_apart_and_rebuilt_seal_is_the_same() {
        assertThat(Forger.of(dual).seal()).isEqualTo(dual);
    }

    @Test
    void changed_content_is_refused() {
        Forger forger = Forger.of(single);
        forger.content = OTHER_SLIP;
        refused(forger.seal(), Strength.ECDSA, Flaw.SIGNATURE_MISMATCH);
    }

    @Test
    void a_changed_signature_is_refused_in_either_half() {
        for (SealAlgorithm half : SealAlgorithm.values()) {
            Forger forger = Forger.of(dual);
            SignerInfo old = forger.signer(half);
            Bytes changed = Forger.flipped(Bytes.of(old.getEncryptedDigest().getOctets()), -1);
            forger.replace(
                    half,
                    Forger.signer(old, old.getAuthenticatedAttributes(), new DEROctetString(changed.toArray()), null));
            refused(forger.seal(), Strength.ECDSA_AND_ML_DSA, Flaw.SIGNATURE_MISMATCH);
        }
    }

    @Test
    void no_signer_is_refused() {
        Forger forger = Forger.of(single);
        forger.signers.clear();
        refused(forger.seal(), Strength.ECDSA, Flaw.OUTSIDE_PROFILE);
    }

    /// Without signed attributes the signature is over the content; so a signature over attributes turns into one over
    /// a content that is those attributes' encoding.
    @Test
    void attributes_passed_off_as_content_are_refused() {
        Forger forger = Forger.of(single);
        SignerInfo old = forger.signer(ECDSA_P256_SHA256);
        forger.content = SealWriter.der(old.getAuthenticatedAttributes());
        forger.replace(ECDSA_P256_SHA256, Forger.signer(old, null, old.getEncryptedDigest(), null));
        refused(forger.seal(), Strength.ECDSA, Flaw.OUTSIDE_PROFILE);
    }

    @Test
    void a_stripped_signer_is_refused() {
        for (SealAlgorithm half : SealAlgorithm.values()) {
            Forger forger = Forger.of(dual).keepOnly(half);
            refused(forger.seal(), Strength.ECDSA_AND_ML_DSA, Flaw.OUTSIDE_PROFILE);
            forger.digests = new DERSet(half.digestIdentifier());
            refused(forger.seal(), Strength.ECDSA_AND_ML_DSA, Flaw.OUTSIDE_PROFILE);
        }
    }

    @Test
    void a_signer_too_many_is_refused() {
        refused(dual, Strength.ECDSA, Flaw.OUTSIDE_PROFILE);
    }

    @Test
    void a_duplicate_signer_is_refused() {
        Forger forger = Forger.of(single);
        forger.signers.add(forger.signers.getFirst());
        refused(forger.seal(), Strength.ECDSA, Flaw.OUTSIDE_PROFILE);

        Forger dualForger = Forger.of(dual).keepOnly(ECDSA_P256_SHA256);
        dualForger.signers.add(dualForger.signers.getFirst());
        refused(dualForger.seal(), Strength.ECDSA_AND_ML_DSA, Flaw.OUTSIDE_PROFILE);
    }

    @Test
    void two_hands_in_one_seal_are_refused() {
        Forger police = Forger.of(dual);
        Forger shelter = Forger.of(desk.shelter.signer().sign(SLIP, Strength.ECDSA_AND_ML_DSA, Desk.NOW));
        police.replace(ML_DSA_65_SHA512, shelter.signer(ML_DSA_65_SHA512));
        police.certificates = shelterAndPolice();
        refused(police.seal(), Strength.ECDSA_AND_ML_DSA, Flaw.OUTSIDE_PROFILE);
    }

    @Test
    void two_times_in_one_seal_are_refused() {
        Forger now = Forger.of(dual);
        Forger later = Forger.of(desk.police.signer().sign(SLIP, Strength.ECDSA_AND_ML_DSA, Desk.NOW.plusSeconds(1)));
        now.replace(ML_DSA_65_SHA512, later.signer(ML_DSA_65_SHA512));
        refused(now.seal(), Strength.ECDSA_AND_ML_DSA, Flaw.OUTSIDE_PROFILE);
    }

    @Test
    void unsigned_attributes_are_refused() {
        Forger forger = Forger.of(single);
        SignerInfo old = forger.signers.getFirst();
        ASN1Set note = Forger.with(new DERSet(), new ASN1ObjectIdentifier("1.2.3.4"), new DERUTF8String("anything"));
        forger.replace(
                ECDSA_P256_SHA256,
                Forger.signer(old, old.getAuthenticatedAttributes(), old.getEncryptedDigest(), note));
        refused(forger.seal(), Strength.ECDSA, Flaw.OUTSIDE_PROFILE);
    }

    @Test
    void a_missing_signed_attribute_is_refused() throws Exception {
        for (ASN1ObjectIdentifier required : List.of(
                CMSAttributes.contentType,
                CMSAttributes.messageDigest,
                CMSAttributes.signingTime,
                PKCSObjectIdentifiers.id_aa_signingCertificateV2)) {
            Forger forger = Forger.of(single)
                    .sign(desk.police.entry("sign"), attributes -> Forger.without(attributes, required));
            refused(forger.seal(), Strength.ECDSA, Flaw.SIGNATURE_MISMATCH);
        }
    }

    @Test
    void an_attribute_too_many_is_refused() throws Exception {
        Forger forger = Forger.of(single)
                .sign(
                        desk.police.entry("sign"),
                        attributes -> Forger.with(
                                attributes, new ASN1ObjectIdentifier("1.2.3.4"), new DERUTF8String("also agreed")));
        refused(forger.seal(), Strength.ECDSA, Flaw.SIGNATURE_MISMATCH);
    }

    @Test
    void another_content_type_is_refused() {
        Forger forger = Forger.of(single);
        forger.contentType = SIGNED_DATA;
        refused(forger.seal(), Strength.ECDSA, Flaw.OUTSIDE_PROFILE);
    }

    @Test
    void a_swapped_digest_algorithm_is_refused() {
        Forger forger = Forger.of(single);
        SignerInfo old = forger.signers.getFirst();
        forger.replace(
                ECDSA_P256_SHA256,
                Forger.signer(
                        old,
                        ML_DSA_65_SHA512.digestIdentifier(),
                        old.getAuthenticatedAttributes(),
                        old.getEncryptedDigest(),
                        null));
        refused(forger.seal(), Strength.ECDSA, Flaw.OUTSIDE_PROFILE);
        forger.digests = new DERSet(ML_DSA_65_SHA512.digestIdentifier());
        refused(forger.seal(), Strength.ECDSA, Flaw.OUTSIDE_PROFILE);
    }

    /// The same key certified again, under another name: the signature still computes, its certificate is another.
    @Test
    void a_substituted_certificate_is_refused() {
        KeyFile.Entry mine = desk.police.entry("sign");
        Chancery.Ca ca = desk.chancery.xa;
        var pair = new java.security.KeyPair(mine.certificate().getPublicKey(), mine.key());
        var other = Chancery.certificate(
                Chancery.Request.of(CertificateProfile.AUTHORITY_SIGN, "xa.police.other"),
                "CN=other",
                pair,
                ca,
                ca.keys());
        Forger forger = Forger.of(single);
        SignerInfo old = forger.signers.getFirst();
        forger.certificates = new DERSet(structure(other));
        forger.replace(
                ECDSA_P256_SHA256,
                new SignerInfo(
                        new org.bouncycastle.asn1.cms.SignerIdentifier(RecipientKind.nameOf(other)),
                        old.getDigestAlgorithm(),
                        old.getAuthenticatedAttributes(),
                        old.getDigestEncryptionAlgorithm(),
                        old.getEncryptedDigest(),
                        (ASN1Set) null));
        refused(forger.seal(), Strength.ECDSA, Flaw.SIGNATURE_MISMATCH);
    }

    @Test
    void a_missing_certificate_is_refused() {
        Forger forger = Forger.of(single);
        forger.certificates = new DERSet(structure(desk.chancery.xa.certificate()));
        refused(forger.seal(), Strength.ECDSA, Flaw.OUTSIDE_PROFILE);
    }

    @Test
    void a_heap_of_certificates_is_refused() {
        Forger forger = Forger.of(single);
        forger.certificates = Forger.set(List.of(
                structure(desk.police.entry("sign").certificate()),
                structure(desk.chancery.xa.certificate()),
                structure(desk.chancery.xb.certificate())));
        refused(forger.seal(), Strength.ECDSA, Flaw.OUTSIDE_PROFILE);
    }

    @Test
    void revocation_lists_brought_along_are_refused() {
        Forger forger = Forger.of(single);
        forger.lists = new DERSet(new DERSequence());
        refused(forger.seal(), Strength.ECDSA, Flaw.OUTSIDE_PROFILE);
    }

    @Test
    void trailing_bytes_are_refused() {
        byte[] longer = java.util.Arrays.copyOf(single.toArray(), single.size() + 1);
        refused(Bytes.owned(longer), Strength.ECDSA, Flaw.NOT_A_SEAL);
    }

    @Test
    void another_spelling_is_refused() {
        refused(Forger.of(single).sealInBer(), Strength.ECDSA, Flaw.NOT_A_SEAL);
    }

    @Test
    void an_absurd_length_is_refused() {
        refused(Bytes.ofHex("30847fffffff0609"), Strength.ECDSA, Flaw.NOT_A_SEAL);
    }

    @Test
    void endless_nesting_is_refused() {
        byte[] nested = new byte[400_000];
        for (int i = 0; i < nested.length; i += 2) {
            nested[i] = 0x30;
            nested[i + 1] = (byte) 0x80;
        }
        refused(Bytes.owned(nested), Strength.ECDSA, Flaw.NOT_A_SEAL);
    }

    @Test
    void noise_is_refused() {
        for (Bytes noise : List.of(Bytes.of(), Bytes.ofUtf8("hello"), Bytes.ofHex("3000"), Bytes.ofHex("0500")))
            refused(noise, Strength.ECDSA, Flaw.NOT_A_SEAL);
    }

    /// Every single bit of a seal counts: there is no byte that somebody could change unseen.
    @Test
    void no_byte_can_be_changed_unseen() {
        for (int i = 0; i < single.size(); i += 7)
            assertThat(desk.examiner.examine(Forger.flipped(single, i), Strength.ECDSA, Desk.NOW))
                    .as("byte " + i)
                    .satisfiesAnyOf(
                            finding -> assertThat(finding).isInstanceOf(Finding.Broken.class),
                            finding -> onlyTheIssuerWasChanged(finding));
    }

    /// ECDSA has two values for every signature. Nobody may therefore name a message by the digest of its seal; what
    /// counts, content and signatory, stays the same.
    @Test
    void a_mirrored_signature_changes_nothing_that_counts() {
        Forger forger = Forger.of(single);
        SignerInfo old = forger.signers.getFirst();
        ASN1Sequence rs = ASN1Sequence.getInstance(old.getEncryptedDigest().getOctets());
        BigInteger s = ASN1Integer.getInstance(rs.getObjectAt(1)).getValue();
        DERSequence mirrored = new DERSequence(
                new org.bouncycastle.asn1.ASN1Encodable[] {rs.getObjectAt(0), new ASN1Integer(P256_ORDER.subtract(s))});
        forger.replace(
                ECDSA_P256_SHA256,
                Forger.signer(
                        old,
                        old.getAuthenticatedAttributes(),
                        new DEROctetString(SealWriter.der(mirrored).toArray()),
                        null));
        assertThat(forger.seal()).isNotEqualTo(single);
        assertThat(desk.examiner.examine(forger.seal(), Strength.ECDSA, Desk.NOW))
                .isEqualTo(desk.examiner.examine(single, Strength.ECDSA, Desk.NOW));
    }

    /// The issuer's certificate in the seal is for people with stock tools; our own trust folder decides.
    private static void onlyTheIssuerWasChanged(Finding finding) {
        assertThat(finding).isEqualTo(desk.examiner.examine(single, Strength.ECDSA, Desk.NOW));
    }

    private static ASN1Set shelterAndPolice() {
        return Forger.set(List.of(
                structure(desk.police.entry("sign").certificate()),
                structure(desk.shelter.entry("sign-pq").certificate())));
    }

    private static org.bouncycastle.asn1.x509.Certificate structure(java.security.cert.X509Certificate certificate) {
        return org.bouncycastle.asn1.x509.Certificate.getInstance(
                Certificates.encoded(certificate).toArray());
    }

    private static void refused(Bytes seal, Strength strength, Flaw flaw) {
        assertThat(desk.examiner.examine(seal, strength, Desk.NOW)).isEqualTo(new Finding.Broken(flaw));
    }
}
