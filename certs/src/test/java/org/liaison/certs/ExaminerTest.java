package org.liaison.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.certs.Cast.GATEWAY_OF_XA;
import static org.liaison.certs.Cast.KEYS_RUN_OUT;
import static org.liaison.certs.Cast.LISTS_RUN_OUT;
import static org.liaison.certs.Cast.LOG;
import static org.liaison.certs.Cast.NOW;
import static org.liaison.certs.Cast.POLICE_OF_XA;
import static org.liaison.certs.Cast.POLICE_OF_XB;
import static org.liaison.certs.Cast.XA;
import static org.liaison.certs.Cast.XB;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.certs.CertificateAuthority.Content;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Letter;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.Suite;
import org.liaison.seal.CertificateProfile;
import org.liaison.seal.Certificates;
import org.liaison.seal.Finding;
import org.liaison.seal.Flaw;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Opener;
import org.liaison.seal.Opening;
import org.liaison.seal.Password;
import org.liaison.seal.Role;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.Sealer;
import org.liaison.seal.Standing;
import org.liaison.seal.Strength;
import org.liaison.seal.TrustStore;

/// Everything issued here is what the examiners accept, for the use of its profile, and nothing else is.
class ExaminerTest {

    private static final Bytes CONTENT = Bytes.ofUtf8("{\"fictional\":true}");
    private static final Duration NO_GRACE = Duration.ZERO;
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));

    @TempDir
    Path dir;

    Pki pki;

    @BeforeEach
    void a_pki_of_two_States() {
        pki = Cast.pkiOfTwoStates(dir);
    }

    @Test
    void an_authority_signs_with_both_hands() {
        KeyFile police = keys(issue(Profile.AUTHORITY, POLICE_OF_XA));
        for (Strength strength : Strength.values()) {
            Finding.Genuine genuine = genuine(police.signer().sign(CONTENT, strength, NOW), strength, NOW);
            assertThat(genuine.signatory().role()).isEqualTo(Role.AUTHORITY);
            assertThat(genuine.signatory().name()).isEqualTo(POLICE_OF_XA);
            assertThat(genuine.signatory().certificates()).hasSize(strength == Strength.ECDSA ? 1 : 2);
        }
    }

    @Test
    void a_letter_goes_from_State_to_State_in_each_suite() {
        carry(Suite.HYBRID_2026, issue(Profile.AUTHORITY, POLICE_OF_XA), issue(Profile.AUTHORITY, POLICE_OF_XB));
        carry(
                Suite.CLASSIC_2026,
                issue(Profile.AUTHORITY_CLASSIC, "xa.social.shelter"),
                issue(Profile.AUTHORITY_CLASSIC, "xb.social.shelter"));
    }

    @Test
    void the_hub_and_administrators_sign_as_what_they_are() {
        Finding.Genuine hub = genuine(
                keys(issue(Profile.HUB_EVIDENCE, "hub")).signer().sign(CONTENT, Strength.ECDSA, NOW),
                Strength.ECDSA,
                NOW);
        assertThat(hub.signatory().role()).isEqualTo(Role.HUB);
        Finding.Genuine anna = genuine(
                keys(issue(Profile.ADMINISTRATOR, "anna")).signer().sign(CONTENT, Strength.ECDSA_AND_ML_DSA, NOW),
                Strength.ECDSA_AND_ML_DSA,
                NOW);
        assertThat(anna.signatory().role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(anna.signatory().name()).isEqualTo("anna");
    }

    @Test
    void each_certificate_stands_for_its_own_use_and_for_no_other() {
        TrustStore trust = TrustStore.load(pki.trust());
        for (Profile profile : Profile.values()) {
            String name = switch (profile) {
                case AUTHORITY -> POLICE_OF_XA;
                case AUTHORITY_CLASSIC -> "xa.social.shelter";
                case GATEWAY_TLS, WITNESS -> GATEWAY_OF_XA;
                case HUB_TLS, HUB_EVIDENCE -> "hub";
                case LOG_KEY -> LOG;
                case ADMINISTRATOR -> "anna";
            };
            List<X509Certificate> certificates = issue(profile, name).certificates();
            for (int i = 0; i < certificates.size(); i++)
                for (CertificateProfile use : CertificateProfile.values())
                    assertThat(inForce(trust, certificates.get(i), use))
                            .as("%s, key %d, as %s", profile, i, use)
                            .isEqualTo(
                                    !profile.rows().isEmpty() && profile.rows().get(i) == use);
        }
    }

    @Test
    void before_its_time_and_after_it_a_certificate_is_worth_nothing() {
        KeyFile police = keys(issue(Profile.AUTHORITY, POLICE_OF_XA));
        Bytes seal = police.signer().sign(CONTENT, Strength.ECDSA, NOW);
        assertThat(broken(seal, NOW.minus(Duration.ofHours(1)))).isEqualTo(Flaw.EXPIRED);
        assertThat(broken(seal, KEYS_RUN_OUT.plus(Duration.ofMinutes(1)))).isEqualTo(Flaw.EXPIRED);
    }

    @Test
    void a_revoked_certificate_is_refused_and_its_renewal_accepted() {
        Issued old = issue(Profile.AUTHORITY, POLICE_OF_XA);
        Issued renewed = pki.renew(PkiTest.serial(old), dir.resolve("renewed.p12"), NOW);
        Bytes oldSeal = keys(old).signer().sign(CONTENT, Strength.ECDSA, NOW);
        Bytes newSeal = keys(renewed).signer().sign(CONTENT, Strength.ECDSA, NOW);
        genuine(oldSeal, Strength.ECDSA, LATER);
        pki.revoke(old.certificates().stream().map(Serial::of).toList(), RevocationReason.KEY_COMPROMISE, NOW);
        assertThat(broken(oldSeal, LATER)).isEqualTo(Flaw.REVOKED);
        genuine(newSeal, Strength.ECDSA, LATER);
    }

    @Test
    void revoking_a_States_issuer_silences_that_State_and_no_other() {
        Bytes ofXa = keys(issue(Profile.AUTHORITY, POLICE_OF_XA)).signer().sign(CONTENT, Strength.ECDSA, NOW);
        Bytes ofXb = keys(issue(Profile.AUTHORITY, POLICE_OF_XB)).signer().sign(CONTENT, Strength.ECDSA, NOW);
        Serial issuerOfXa = Serial.of(
                Certificates.readPem(pki.trust().resolve("issuers/xa.pem")).getFirst());
        pki.revoke(List.of(issuerOfXa), RevocationReason.CA_COMPROMISE, NOW);
        assertThat(broken(ofXa, LATER)).isEqualTo(Flaw.REVOKED);
        genuine(ofXb, Strength.ECDSA, LATER);
    }

    @Test
    void a_stale_list_stops_everybody_until_a_fresh_one_is_published() {
        Bytes seal = keys(issue(Profile.AUTHORITY, POLICE_OF_XA)).signer().sign(CONTENT, Strength.ECDSA, NOW);
        Instant tooLate = LISTS_RUN_OUT.plus(Duration.ofMinutes(1));
        genuine(seal, Strength.ECDSA, LISTS_RUN_OUT);
        assertThat(broken(seal, tooLate)).isEqualTo(Flaw.REVOCATION_STALE);
        pki.publishCrls(tooLate);
        genuine(seal, Strength.ECDSA, tooLate);
    }

    @Test
    void a_list_that_is_missing_counts_as_stale() throws Exception {
        Bytes seal = keys(issue(Profile.AUTHORITY, POLICE_OF_XA)).signer().sign(CONTENT, Strength.ECDSA, NOW);
        Files.delete(pki.trust().resolve("crl/xa.crl"));
        assertThat(broken(seal, NOW)).isEqualTo(Flaw.REVOCATION_STALE);
    }

    @Test
    void what_a_States_stolen_issuer_signs_for_another_State_is_refused() {
        Order foreign = Order.of(Profile.AUTHORITY, POLICE_OF_XB);
        KeyTerms sign = Profile.AUTHORITY.terms().keys().getFirst();
        KeyPair pair = sign.kind().generate();
        Content honest = Contents.holder(foreign, sign, pair.getPublic(), Profile.AUTHORITY.terms());
        assertThat(broken(forged(honest, pair), NOW))
                .as("subject and identity of the other State")
                .isEqualTo(Flaw.UNTRUSTED);
        Content disguised = new Content(
                honest.serial(), new X500Name("C=XA,CN=x"), pair.getPublic(), honest.extensions(), honest.validity());
        assertThat(broken(forged(disguised, pair), NOW))
                .as("own subject, identity of the other State")
                .isEqualTo(Flaw.UNTRUSTED);
    }

    @Test
    void what_a_States_stolen_issuer_signs_for_the_hub_or_an_administrator_is_refused() {
        for (Profile profile : List.of(Profile.HUB_EVIDENCE, Profile.ADMINISTRATOR)) {
            Order order = Order.of(profile, profile == Profile.ADMINISTRATOR ? "anna" : "hub");
            KeyTerms sign = profile.terms().keys().getFirst();
            KeyPair pair = sign.kind().generate();
            Content honest = Contents.holder(order, sign, pair.getPublic(), profile.terms());
            Content disguised = new Content(
                    honest.serial(),
                    new X500Name("C=XA,CN=x"),
                    pair.getPublic(),
                    honest.extensions(),
                    honest.validity());
            assertThat(broken(forged(disguised, pair), NOW)).isEqualTo(Flaw.UNTRUSTED);
        }
    }

    @Test
    void a_subject_outside_the_issuers_name_constraint_is_refused_even_with_the_right_identity() {
        KeyTerms sign = Profile.AUTHORITY.terms().keys().getFirst();
        KeyPair pair = sign.kind().generate();
        Content honest = Contents.holder(
                Order.of(Profile.AUTHORITY, POLICE_OF_XA), sign, pair.getPublic(), Profile.AUTHORITY.terms());
        genuine(forged(honest, pair), Strength.ECDSA, NOW);
        Content outside = new Content(
                Serial.random(), new X500Name("C=XB,CN=x"), pair.getPublic(), honest.extensions(), honest.validity());
        assertThat(broken(forged(outside, pair), NOW)).isEqualTo(Flaw.UNTRUSTED);
    }

    @Test
    void another_purpose_another_use_or_too_long_a_life_is_refused() {
        KeyTerms sign = Profile.AUTHORITY.terms().keys().getFirst();
        Order order = Order.of(Profile.AUTHORITY, POLICE_OF_XA);
        KeyPair pair = sign.kind().generate();
        KeyTerms clientAuth = new KeyTerms("sign", sign.kind(), sign.uses(), List.of("1.3.6.1.5.5.7.3.2"));
        KeyTerms agreement = new KeyTerms("sign", sign.kind(), List.of("keyAgreement"), sign.purposes());
        KeyTerms issuing =
                new KeyTerms("sign", sign.kind(), List.of("digitalSignature", "keyCertSign"), sign.purposes());
        for (KeyTerms wrong : List.of(clientAuth, agreement, issuing)) {
            Content content = Contents.holder(order, wrong, pair.getPublic(), Profile.AUTHORITY.terms());
            assertThat(broken(forged(content, pair), NOW)).isEqualTo(Flaw.WRONG_USE);
        }
        Content honest = Contents.holder(order, sign, pair.getPublic(), Profile.AUTHORITY.terms());
        Content forDecades = new Content(
                honest.serial(), honest.subject(), pair.getPublic(), honest.extensions(), Duration.ofDays(3650));
        assertThat(broken(forged(forDecades, pair), NOW)).isEqualTo(Flaw.WRONG_USE);
    }

    @Test
    void a_pki_that_is_not_ours_is_worth_nothing_here() {
        Pki theirs = Pki.create(dir.resolve("theirs"), NOW);
        theirs.issueIssuer(XA, NOW);
        Issued imposter = theirs.issue(Profile.AUTHORITY, POLICE_OF_XA, XA, dir.resolve("imposter.p12"), NOW);
        assertThat(broken(keys(imposter).signer().sign(CONTENT, Strength.ECDSA, NOW), NOW))
                .isEqualTo(Flaw.UNTRUSTED);
    }

    @Test
    void a_State_cannot_make_an_issuer_of_its_own() {
        KeyTerms ca = Terms.of("issuing").keys().getFirst();
        KeyPair pair = ca.kind().generate();
        X509Certificate below = Cast.stolenIssuerOfXa(dir)
                .certify(Contents.issuer(IssuerName.of(XB), pair.getPublic(), Terms.of("issuing")), NOW);
        Path copy = dir.resolve("pki/trust/issuers/below.pem");
        Vault.publish(copy, Pem.ofCertificates(List.of(below)));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> TrustStore.load(pki.trust())))
                .as("an issuer below an issuer is no issuer")
                .isNotNull();
    }

    private void carry(Suite suite, Issued from, Issued to) {
        KeyFile sender = keys(from);
        KeyFile recipient = keys(to);
        AuthorityCode here = AuthorityCode.parse(CertificateProfile.AUTHORITY_SIGN
                .nameIn(sender.signer().certificate())
                .orElseThrow());
        AuthorityCode there = AuthorityCode.parse(CertificateProfile.AUTHORITY_SIGN
                .nameIn(recipient.signer().certificate())
                .orElseThrow());
        Letter letter = new Letter(
                MessageId.next(NOW),
                new CaseId("XA-REF-2026-000001"),
                new MessageKind("REF-REQ"),
                here,
                List.of(there),
                NOW,
                suite,
                CONTENT,
                List.of());
        Sealer.Sealed sealed =
                Sealer.close(letter, sender.signer(), List.of(to.certificates().getLast()), NOW);
        Opening opening = new Opener(examiner()).open(sealed.content(), recipient.decryptor(), suite, 1, NOW);
        assertThat(opening)
                .isInstanceOfSatisfying(
                        Opening.Opened.class,
                        opened -> assertThat(opened.letter()).isEqualTo(letter));
    }

    /// A seal made with a certificate that the stolen issuer of XA signed.
    private Bytes forged(Content content, KeyPair pair) {
        X509Certificate certificate = Cast.stolenIssuerOfXa(dir).certify(content, NOW);
        X509Certificate issuer =
                Certificates.readPem(pki.trust().resolve("issuers/xa.pem")).getFirst();
        Path p12 = dir.resolve(Serial.random() + ".p12");
        Password password = Password.generate();
        KeyFile.save(
                p12, password, List.of(new KeyFile.Entry("sign", pair.getPrivate(), List.of(certificate, issuer))));
        return KeyFile.open(p12, password).signer().sign(CONTENT, Strength.ECDSA, NOW);
    }

    private Issued issue(Profile profile, String name) {
        return pki.issue(profile, name, dir.resolve(profile.code() + "-" + Serial.random() + ".p12"), NOW);
    }

    private static KeyFile keys(Issued issued) {
        return KeyFile.open(issued.p12(), Password.read(issued.passwordFile()));
    }

    private SealExaminer examiner() {
        return new SealExaminer(TrustStore.load(pki.trust()), NO_GRACE);
    }

    private static boolean inForce(TrustStore trust, X509Certificate certificate, CertificateProfile use) {
        return trust.standing(certificate, use, NO_GRACE, NOW) instanceof Standing.InForce;
    }

    private Finding.Genuine genuine(Bytes seal, Strength strength, Instant at) {
        Finding finding = examiner().examine(seal, strength, at);
        assertThat(finding).isInstanceOf(Finding.Genuine.class);
        return (Finding.Genuine) finding;
    }

    private Flaw broken(Bytes seal, Instant at) {
        Finding finding = examiner().examine(seal, Strength.ECDSA, at);
        assertThat(finding).isInstanceOf(Finding.Broken.class);
        return ((Finding.Broken) finding).flaw();
    }
}
