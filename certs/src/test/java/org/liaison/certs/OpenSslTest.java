package org.liaison.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.liaison.certs.Cast.GATEWAY_OF_XA;
import static org.liaison.certs.Cast.POLICE_OF_XA;
import static org.liaison.certs.Cast.POLICE_OF_XB;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.certs.CertificateAuthority.Content;
import org.liaison.seal.Certificates;

/// A program that shares no code with ours reads what this tool writes.
class OpenSslTest {

    private static final Path OPENSSL = Path.of("/usr/bin/openssl");

    @TempDir
    Path dir;

    Pki pki;
    Path issuers;

    @BeforeEach
    void a_pki_of_today() {
        assumeTrue(Files.isExecutable(OPENSSL), "openssl is not installed");
        Instant now = Instant.now();
        pki = Pki.create(dir.resolve("pki"), now);
        pki.issueIssuer(Cast.XA, now);
        pki.issueIssuer(Cast.XB, now);
        issuers = pki.trust().resolve("issuers/xa.pem");
    }

    @Test
    void certificates_lead_to_the_root_under_their_purpose() throws Exception {
        Issued police = issue(Profile.AUTHORITY_CLASSIC, POLICE_OF_XA);
        Issued gateway = issue(Profile.GATEWAY_TLS, GATEWAY_OF_XA);
        for (X509Certificate certificate : police.certificates())
            assertThat(verify("any", pem(certificate), "xa")).endsWith("OK");
        assertThat(verify("smimesign", pem(police.certificates().getFirst()), "xa"))
                .endsWith("OK");
        assertThat(verify("sslclient", gateway.certificatesFile(), "xa")).endsWith("OK");
        assertThat(verify("sslserver", gateway.certificatesFile(), "xa")).contains("unsuitable certificate purpose");
        assertThat(verify("sslserver", issue(Profile.HUB_TLS, "hub").certificatesFile(), "operator"))
                .endsWith("OK");
    }

    @Test
    void a_revoked_certificate_is_seen_as_revoked() throws Exception {
        Issued gateway = issue(Profile.GATEWAY_TLS, GATEWAY_OF_XA);
        pki.revoke(List.of(PkiTest.serial(gateway)), RevocationReason.KEY_COMPROMISE, Instant.now());
        assertThat(verify("sslclient", gateway.certificatesFile(), "xa")).contains("certificate revoked");
        assertThat(run("openssl crl -in pki/trust/crl/xa.crl -noout -text")).contains("Key Compromise");
    }

    @Test
    void the_revocation_lists_verify() throws Exception {
        for (String list : List.of("root", "operator", "xa", "xb")) {
            String issuer = list.equals("root") ? "roots/root" : "issuers/" + list;
            assertThat(run("openssl crl -in pki/trust/crl/" + list + ".crl -noout -CAfile pki/trust/" + issuer
                            + ".pem"))
                    .contains("verify OK");
        }
    }

    @Test
    void a_subject_of_another_State_breaks_the_name_constraint() throws Exception {
        KeyTerms sign = Profile.AUTHORITY.terms().keys().getFirst();
        KeyPair pair = sign.kind().generate();
        Content content = Contents.holder(
                Order.of(Profile.AUTHORITY, POLICE_OF_XB), sign, pair.getPublic(), Profile.AUTHORITY.terms());
        assertThat(content.subject()).isEqualTo(new X500Name("C=XB,CN=" + POLICE_OF_XB));
        X509Certificate forged = Cast.stolenIssuerOfXa(dir).certify(content, Instant.now());
        assertThat(verify("any", pem(forged), "xa")).contains("permitted subtree violation");
    }

    @Test
    void key_files_open_with_their_password_and_with_no_other() throws Exception {
        Issued police = issue(Profile.AUTHORITY_CLASSIC, POLICE_OF_XA);
        String open = "openssl pkcs12 -info -noout -in " + police.p12() + " -passin ";
        assertThat(run(open + "file:" + police.passwordFile())).contains("AES-256-CBC");
        assertThat(run(open + "pass:changeit")).contains("invalid password");
        assertThat(run(open + "pass:")).contains("invalid password");
    }

    private Issued issue(Profile profile, String name) {
        return pki.issue(profile, name, dir.resolve(profile.code() + ".p12"), Instant.now());
    }

    private Path pem(X509Certificate certificate) {
        Path file = dir.resolve(Serial.random() + ".pem");
        Vault.publish(file, Pem.ofCertificates(List.of(certificate)));
        assertThat(Certificates.readPem(file)).containsExactly(certificate);
        return file;
    }

    private String verify(String purpose, Path certificate, String issuer) throws Exception {
        return run("openssl verify -x509_strict -crl_check_all -purpose " + purpose
                        + " -CAfile pki/trust/roots/root.pem -untrusted pki/trust/issuers/" + issuer + ".pem"
                        + " -CRLfile pki/trust/crl/root.crl -CRLfile pki/trust/crl/" + issuer + ".crl " + certificate)
                .strip();
    }

    private String run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command.split(" "))
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
