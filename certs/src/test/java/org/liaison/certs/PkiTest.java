package org.liaison.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liaison.certs.Cast.GATEWAY_OF_XA;
import static org.liaison.certs.Cast.LOG;
import static org.liaison.certs.Cast.NOW;
import static org.liaison.certs.Cast.POLICE_OF_XA;
import static org.liaison.certs.Cast.XA;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.seal.Certificates;
import org.liaison.seal.KeyFile;
import org.liaison.seal.KeyUnreachable;
import org.liaison.seal.Password;

class PkiTest {

    @TempDir
    Path dir;

    Pki pki;

    @BeforeEach
    void a_pki_of_two_States() {
        pki = Cast.pkiOfTwoStates(dir);
    }

    @Test
    void keys_and_passwords_are_their_owners_alone_and_trust_is_everybodys() throws IOException {
        pki.issue(Profile.AUTHORITY, POLICE_OF_XA, XA, dir.resolve("keys/police.p12"), NOW);
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.filter(file -> !file.equals(dir)).toList()) {
                String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                String name = file.getFileName().toString();
                boolean forEverybody = file.startsWith(pki.trust()) || name.endsWith(".pem");
                if (!forEverybody)
                    assertThat(permissions).as(name).isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
                assertThat(name).as("no draft is left behind").doesNotEndWith(".draft");
                assertThat(permissions.charAt(7))
                        .as("nobody else may write %s", name)
                        .isEqualTo('-');
            }
        }
    }

    @Test
    void each_key_file_has_a_random_password_of_its_own() {
        Issued first = pki.issue(Profile.HUB_TLS, "hub", dir.resolve("a.p12"), NOW);
        Issued second = pki.issue(Profile.HUB_EVIDENCE, "hub", dir.resolve("b.p12"), NOW);
        String password = new String(Password.read(first.passwordFile()).chars());
        assertThat(password).hasSizeGreaterThanOrEqualTo(32);
        assertThat(password)
                .isNotEqualTo(new String(Password.read(second.passwordFile()).chars()));
        assertThatThrownBy(() -> KeyFile.open(first.p12(), Password.read(second.passwordFile())))
                .isInstanceOf(KeyUnreachable.class);
    }

    @Test
    void nothing_is_ever_overwritten() throws IOException {
        for (String taken : List.of("hub.p12", "hub.password", "hub.pem")) {
            Path place = Files.createDirectories(dir.resolve(taken + "-taken"));
            Files.writeString(place.resolve(taken), "something else");
            int before = pki.holdings().size();
            assertThatThrownBy(() -> pki.issue(Profile.HUB_TLS, "hub", place.resolve("hub.p12"), NOW))
                    .isInstanceOf(PkiRefused.class)
                    .hasMessageContaining("never overwritten");
            assertThat(place.resolve(taken)).hasContent("something else");
            assertThat(place.toFile().list()).containsExactly(taken);
            assertThat(pki.holdings()).as("nothing was issued").hasSize(before);
        }
    }

    @Test
    void a_second_pki_in_the_same_folder_is_refused() {
        assertThatThrownBy(() -> Pki.create(dir.resolve("pki"), NOW)).isInstanceOf(PkiRefused.class);
        assertThatThrownBy(() -> pki.issueIssuer(XA, NOW))
                .isInstanceOf(PkiRefused.class)
                .hasMessageContaining("already");
    }

    @Test
    void a_second_set_of_keys_for_one_identity_is_a_renewal_or_refused() {
        Issued first = pki.issue(Profile.GATEWAY_TLS, GATEWAY_OF_XA, dir.resolve("a.p12"), NOW);
        assertThatThrownBy(() -> pki.issue(Profile.GATEWAY_TLS, GATEWAY_OF_XA, dir.resolve("b.p12"), NOW))
                .isInstanceOf(PkiRefused.class)
                .hasMessageContaining("renew");
        Issued renewed = pki.renew(serial(first), dir.resolve("b.p12"), NOW);
        assertThat(renewed.certificates().getFirst().getPublicKey())
                .isNotEqualTo(first.certificates().getFirst().getPublicKey());
        assertThat(renewed.certificates().getFirst().getSubjectX500Principal())
                .isEqualTo(first.certificates().getFirst().getSubjectX500Principal());
        assertThat(pki.holdings())
                .filteredOn(holding -> holding.name().equals(GATEWAY_OF_XA))
                .as("old and new are valid side by side")
                .hasSize(2)
                .allSatisfy(holding -> assertThat(holding.status(NOW)).isEqualTo(Holding.Status.VALID));
    }

    @Test
    void a_renewed_server_keeps_its_hosts() throws Exception {
        Order order = Order.of(Profile.HUB_TLS, "hub").withHosts(List.of("hub.example.org", "10.0.0.1", "::1"));
        Issued first = pki.issue(order, dir.resolve("a.p12"), NOW);
        Issued renewed = pki.renew(serial(first), dir.resolve("b.p12"), NOW);
        assertThat(renewed.certificates().getFirst().getSubjectAlternativeNames())
                .hasSize(4)
                .containsExactlyElementsOf(first.certificates().getFirst().getSubjectAlternativeNames());
    }

    @Test
    void the_root_can_lie_elsewhere_and_is_needed_for_issuers_only() throws IOException {
        Path safe = dir.resolve("safe");
        Pki parted = Pki.create(dir.resolve("parted"), safe, NOW);
        assertThat(dir.resolve("parted/root")).doesNotExist();
        assertThatThrownBy(() -> Pki.open(dir.resolve("parted")).issueIssuer(XA, NOW))
                .isInstanceOf(PkiRefused.class)
                .hasMessageContaining("--root");
        Pki.open(dir.resolve("parted"), safe).issueIssuer(XA, NOW);
        Pki withoutRoot = Pki.open(dir.resolve("parted"));
        withoutRoot.issue(Profile.AUTHORITY, POLICE_OF_XA, XA, dir.resolve("police.p12"), NOW);
        assertThat(withoutRoot.publishCrls(NOW)).containsExactly(IssuerName.OPERATOR, IssuerName.of(XA));
        assertThat(parted.publishCrls(NOW)).contains(IssuerName.ROOT);
    }

    @Test
    void no_certificate_outlives_its_issuer() {
        Instant late = NOW.plus(Duration.ofDays(3650 - 10));
        Issued issued = pki.issue(Profile.AUTHORITY, POLICE_OF_XA, XA, dir.resolve("a.p12"), late);
        X509Certificate issuer =
                Certificates.readPem(pki.trust().resolve("issuers/xa.pem")).getFirst();
        assertThat(issued.certificates())
                .allSatisfy(certificate -> assertThat(certificate.getNotAfter()).isEqualTo(issuer.getNotAfter()));
        assertThatThrownBy(() -> pki.renew(serial(issued), dir.resolve("b.p12"), late.plus(Duration.ofDays(30))))
                .isInstanceOf(PkiRefused.class)
                .hasMessageContaining("ended");
    }

    @Test
    void where_keys_cannot_be_written_nothing_is_issued() throws IOException {
        Path noFolder = dir.resolve("occupied");
        Files.writeString(noFolder, "a file where a folder should be");
        int before = pki.holdings().size();
        assertThatThrownBy(() -> pki.issue(Profile.HUB_TLS, "hub", noFolder.resolve("hub.p12"), NOW))
                .isInstanceOf(PkiRefused.class);
        assertThat(pki.holdings()).hasSize(before);
    }

    @Test
    void a_line_torn_off_by_a_crash_is_ignored_and_then_replaced() throws IOException {
        Path register = dir.resolve("pki/register.jsonl");
        List<Holding> before = pki.holdings();
        Files.writeString(register, "{\"event\":\"certified\",\"at\":\"2026-", StandardOpenOption.APPEND);
        assertThat(pki.holdings()).isEqualTo(before);
        pki.issue(Profile.HUB_TLS, "hub", dir.resolve("hub.p12"), NOW);
        assertThat(Pki.open(dir.resolve("pki")).holdings()).hasSize(before.size() + 1);
    }

    @Test
    void a_register_that_was_changed_stops_everything() throws IOException {
        Path register = dir.resolve("pki/register.jsonl");
        Files.writeString(register, Files.readString(register).replaceFirst("certified", "forgotten"));
        assertThatThrownBy(() -> pki.issue(Profile.HUB_TLS, "hub", dir.resolve("hub.p12"), NOW))
                .isInstanceOf(PkiRefused.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("Restore");
        assertThat(dir.resolve("hub.p12")).doesNotExist();
    }

    @Test
    void what_is_revoked_is_revoked_once_and_for_all_and_a_root_not_at_all() {
        Issued issued = pki.issue(Profile.AUTHORITY, POLICE_OF_XA, dir.resolve("a.p12"), NOW);
        List<Serial> all = issued.certificates().stream().map(Serial::of).toList();
        pki.revoke(all, RevocationReason.KEY_COMPROMISE, NOW);
        assertThatThrownBy(() -> pki.revoke(all, RevocationReason.SUPERSEDED, NOW))
                .isInstanceOf(PkiRefused.class)
                .hasMessageContaining("already");
        Serial root = pki.holdings().getFirst().serial();
        assertThatThrownBy(() -> pki.revoke(List.of(root), RevocationReason.CA_COMPROMISE, NOW))
                .isInstanceOf(PkiRefused.class);
        assertThatThrownBy(() -> pki.revoke(List.of(Serial.parse("abc")), RevocationReason.SUPERSEDED, NOW))
                .isInstanceOf(PkiRefused.class)
                .hasMessageContaining("0abc");
    }

    @Test
    void the_logs_keys_are_published_and_sign_with_the_java_platform() throws Exception {
        Issued issued = pki.issue(Profile.LOG_KEY, LOG, dir.resolve("log.p12"), NOW);
        KeyFile keys = KeyFile.open(issued.p12(), Password.read(issued.passwordFile()));
        assertThat(Files.readAllLines(pki.trust().resolve("log.vkey")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).matches(LOG + "\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]+"));
        for (String[] key : new String[][] {{"ed25519", "Ed25519", "SunEC"}, {"ml-dsa", "ML-DSA-44", "SUN"}}) {
            KeyFactory factory = KeyFactory.getInstance(key[1], key[2]);
            KeyFile.Entry entry = keys.entry(key[0]);
            PrivateKey privateKey =
                    factory.generatePrivate(new PKCS8EncodedKeySpec(entry.key().getEncoded()));
            PublicKey publicKey = factory.generatePublic(new X509EncodedKeySpec(
                    entry.chain().getFirst().getPublicKey().getEncoded()));
            Signature signature = Signature.getInstance(key[1], key[2]);
            signature.initSign(privateKey);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            assertThat(signature.verify(signed)).as(key[0]).isTrue();
        }
    }

    @Test
    void a_revoked_log_key_leaves_the_published_keys_and_a_renewed_one_joins() throws IOException {
        Issued first = pki.issue(Profile.LOG_KEY, LOG, dir.resolve("a.p12"), NOW);
        pki.renew(serial(first), dir.resolve("b.p12"), NOW);
        assertThat(Files.readAllLines(pki.trust().resolve("log.vkey"))).hasSize(4);
        pki.revoke(first.certificates().stream().map(Serial::of).toList(), RevocationReason.KEY_COMPROMISE, NOW);
        assertThat(Files.readAllLines(pki.trust().resolve("log.vkey"))).hasSize(2);
        assertThatThrownBy(() -> pki.issue(Profile.LOG_KEY, "another.example/log", dir.resolve("c.p12"), NOW))
                .isInstanceOf(PkiRefused.class)
                .hasMessageContaining(LOG);
    }

    @Test
    void a_witness_is_published_with_the_type_of_a_cosignature_until_it_is_revoked() throws IOException {
        Path published = pki.trust().resolve("witnesses.vkeys");
        assertThat(published).doesNotExist();
        Issued ofXa = pki.issue(Profile.WITNESS, GATEWAY_OF_XA, dir.resolve("xa.p12"), NOW);
        pki.issue(Profile.WITNESS, "gateway-xb", dir.resolve("xb.p12"), NOW);
        List<String> lines = Files.readAllLines(published);
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).matches("gateway-xa\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]{44}");
        assertThat(Base64.getDecoder().decode(lines.getFirst().split("\\+", 3)[2])[0])
                .as("the type of a cosignature")
                .isEqualTo((byte) 0x04);
        pki.revoke(List.of(serial(ofXa)), RevocationReason.KEY_COMPROMISE, NOW);
        assertThat(Files.readAllLines(published)).singleElement().asString().startsWith("gateway-xb+");
    }

    static Serial serial(Issued issued) {
        return Serial.of(issued.certificates().getFirst());
    }
}
