package org.liaison.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;

/// Seals that compute, made by somebody who may not make them.
class UntrustedSignerTest {

    private static final Bytes SLIP = Bytes.ofUtf8("{\"version\":1}");
    private static final String POLICE = "xa.police.antitrafficking";
    private static final Instant NOW = Chancery.NOW;

    @TempDir
    Path folder;

    Chancery chancery;
    TrustStore trust;
    SealExaminer examiner;

    @BeforeEach
    void open() {
        chancery = new Chancery(folder);
        trust = TrustStore.load(folder);
        examiner = new SealExaminer(trust, Chancery.GRACE);
    }

    @Test
    void hub_and_administrators_sign_under_their_own_names() {
        assertThat(examine(chancery.issue(chancery.operator, CertificateProfile.HUB_EVIDENCE, "hub"), NOW))
                .isInstanceOfSatisfying(
                        Finding.Genuine.class,
                        genuine -> assertThat(genuine.signatory())
                                .extracting(Signatory::role, Signatory::name)
                                .containsExactly(Role.HUB, "hub"));
        assertThat(examine(chancery.issue(chancery.operator, CertificateProfile.ADMINISTRATOR_SIGN, "ada"), NOW))
                .isInstanceOfSatisfying(
                        Finding.Genuine.class,
                        genuine -> assertThat(genuine.signatory())
                                .extracting(Signatory::role, Signatory::name)
                                .containsExactly(Role.ADMINISTRATOR, "ada"));
    }

    @Test
    void a_stranger_to_the_root_is_refused() {
        Chancery.Ca otherRoot = Chancery.root("CN=Test root");
        Chancery.Ca impostor = Chancery.issuer(otherRoot, "xa");
        refused(chancery.issue(impostor, CertificateProfile.AUTHORITY_SIGN, POLICE), Flaw.UNTRUSTED);
    }

    @Test
    void a_certificate_straight_from_the_root_is_refused() {
        refused(chancery.issue(chancery.root, CertificateProfile.AUTHORITY_SIGN, POLICE), Flaw.UNTRUSTED);
    }

    @Test
    void one_state_cannot_speak_for_another() {
        refused(chancery.issue(chancery.xb, CertificateProfile.AUTHORITY_SIGN, POLICE), Flaw.UNTRUSTED);
    }

    @Test
    void a_state_cannot_speak_for_hub_or_administrators() {
        refused(chancery.issue(chancery.xa, CertificateProfile.HUB_EVIDENCE, "hub"), Flaw.UNTRUSTED);
        refused(chancery.issue(chancery.xa, CertificateProfile.ADMINISTRATOR_SIGN, "ada"), Flaw.UNTRUSTED);
    }

    @Test
    void the_operator_cannot_speak_for_an_authority() {
        refused(chancery.issue(chancery.operator, CertificateProfile.AUTHORITY_SIGN, POLICE), Flaw.UNTRUSTED);
    }

    @Test
    void an_expired_certificate_is_refused() {
        KeyFile.Entry entry = chancery.issue(
                chancery.xa,
                Chancery.Request.of(CertificateProfile.AUTHORITY_SIGN, POLICE).withUntil(NOW.minusSeconds(1)));
        refused(entry, Flaw.EXPIRED);
        assertThat(examine(entry, NOW.minusSeconds(60))).isInstanceOf(Finding.Genuine.class);
    }

    @Test
    void a_revoked_certificate_is_refused_as_soon_as_the_list_is_read() {
        KeyFile.Entry entry = chancery.issue(chancery.xa, CertificateProfile.AUTHORITY_SIGN, POLICE);
        assertThat(examine(entry, NOW)).isInstanceOf(Finding.Genuine.class);
        chancery.revoke(chancery.xa, entry.certificate());
        chancery.publishLists(2, NOW.minusSeconds(5), Chancery.LISTS_END);
        assertThat(examine(entry, NOW)).isInstanceOf(Finding.Genuine.class);
        trust.reload();
        refused(entry, Flaw.REVOKED);
        assertThat(examine(entry, NOW.minusSeconds(60)))
                .as("what was signed and logged before the revocation still counts")
                .isInstanceOf(Finding.Genuine.class);
    }

    @Test
    void a_revoked_issuer_is_refused() {
        KeyFile.Entry entry = chancery.issue(chancery.xa, CertificateProfile.AUTHORITY_SIGN, POLICE);
        chancery.revoke(chancery.root, chancery.xa.certificate());
        chancery.publishLists(2, NOW.minusSeconds(5), Chancery.LISTS_END);
        trust.reload();
        refused(entry, Flaw.REVOKED);
    }

    @Test
    void a_stale_list_serves_through_its_grace_and_then_no_more() {
        KeyFile.Entry entry = chancery.issue(chancery.xa, CertificateProfile.AUTHORITY_SIGN, POLICE);
        Instant end = Chancery.LISTS_END.plus(Chancery.GRACE);
        assertThat(examine(entry, end)).isInstanceOf(Finding.Genuine.class);
        assertThat(examine(entry, end.plusSeconds(1))).isEqualTo(new Finding.Broken(Flaw.REVOCATION_STALE));
    }

    @Test
    void a_missing_list_counts_as_stale() {
        KeyFile.Entry entry = chancery.issue(chancery.xa, CertificateProfile.AUTHORITY_SIGN, POLICE);
        for (Chancery.Ca ca : List.of(chancery.xa, chancery.root)) {
            chancery.publishLists(3, NOW.minusSeconds(5), Chancery.LISTS_END);
            chancery.withdrawList(ca);
            trust.reload();
            refused(entry, Flaw.REVOCATION_STALE);
        }
    }

    @Test
    void keys_for_encryption_or_tls_cannot_sign() {
        refused(chancery.issue(chancery.xa, CertificateProfile.AUTHORITY_ENCRYPT_CLASSIC, POLICE), Flaw.WRONG_USE);
        refused(chancery.issue(chancery.xa, CertificateProfile.GATEWAY_TLS, "gateway-xa"), Flaw.WRONG_USE);
        refused(chancery.issue(chancery.operator, CertificateProfile.HUB_TLS, "hub"), Flaw.WRONG_USE);
    }

    @Test
    void a_departure_from_the_profile_is_refused() {
        Chancery.Request right = Chancery.Request.of(CertificateProfile.AUTHORITY_SIGN, POLICE);
        List<Chancery.Request> wrong = List.of(
                right.withKeyUsage(KeyUsage.digitalSignature),
                right.withKeyUsage(right.keyUsage() | KeyUsage.keyCertSign),
                right.withExtendedKeyUsage("1.3.6.1.5.5.7.3.2"),
                right.withExtendedKeyUsage(""),
                right.withUntil(NOW.plus(Duration.ofDays(5000))));
        for (Chancery.Request request : wrong) refused(chancery.issue(chancery.xa, request), Flaw.WRONG_USE);
    }

    @Test
    void a_seal_of_untrusted_keys_is_refused_whatever_it_signs() {
        KeyFile.Entry entry = chancery.issue(chancery.xa, CertificateProfile.AUTHORITY_SIGN, POLICE);
        Bytes seal = seal(entry);
        Path other = folder.resolve("other");
        new Chancery(other);
        SealExaminer elsewhere = new SealExaminer(TrustStore.load(other), Chancery.GRACE);
        assertThat(elsewhere.examine(seal, Strength.ECDSA, NOW)).isEqualTo(new Finding.Broken(Flaw.UNTRUSTED));
    }

    @Test
    void a_gateway_may_connect_only_under_its_own_state() {
        assertThat(standing(chancery.xa, CertificateProfile.GATEWAY_TLS, "gateway-xa"))
                .isEqualTo(new Standing.InForce(CertificateProfile.GATEWAY_TLS, "gateway-xa"));
        assertThat(standing(chancery.xb, CertificateProfile.GATEWAY_TLS, "gateway-xa"))
                .isEqualTo(new Standing.Refused(Flaw.UNTRUSTED));
    }

    @Test
    void a_trust_folder_without_a_root_is_an_operator_s_mistake() {
        assertThatThrownBy(() -> TrustStore.load(folder.resolve("nowhere"))).isInstanceOf(KeyUnreachable.class);
    }

    private Standing standing(Chancery.Ca ca, CertificateProfile profile, String name) {
        X509Certificate certificate = chancery.issue(ca, profile, name).certificate();
        return trust.standing(certificate, profile, Chancery.GRACE, NOW);
    }

    private Finding examine(KeyFile.Entry entry, Instant now) {
        return examiner.examine(seal(entry), Strength.ECDSA, now);
    }

    private static Bytes seal(KeyFile.Entry entry) {
        return new FileSigner(entry, java.util.Optional.empty()).sign(SLIP, Strength.ECDSA, NOW);
    }

    private void refused(KeyFile.Entry entry, Flaw flaw) {
        assertThat(examine(entry, NOW)).isEqualTo(new Finding.Broken(flaw));
    }

    @Test
    void a_signatory_is_known_by_the_digest_of_its_certificate() {
        KeyFile.Entry entry = chancery.issue(chancery.xa, CertificateProfile.AUTHORITY_SIGN, POLICE);
        Digest digest = Certificates.encoded(entry.certificate()).sha256();
        assertThat(examine(entry, NOW))
                .isInstanceOfSatisfying(
                        Finding.Genuine.class,
                        genuine ->
                                assertThat(genuine.signatory().certificates()).containsExactly(digest));
    }
}
