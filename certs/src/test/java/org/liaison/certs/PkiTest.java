package org.liaison.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.Country;

class PkiTest {
    static final Country XA = new Country("XA");
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path dir;

    @Test
    void smoke() throws Exception {
        Pki pki = Pki.create(dir.resolve("pki"), NOW);
        pki.issueIssuer(XA, NOW);
        Issued issued = pki.issue(Profile.AUTHORITY, "xa.police.a", XA, dir.resolve("k/police.p12"), NOW);
        pki.issue(Profile.HUB_TLS, "hub", dir.resolve("k/hub-tls.p12"), NOW);
        pki.issue(Profile.LOG_KEY, "log.example.org/hub", dir.resolve("k/log.p12"), NOW);
        pki.renew(Serial.of(issued.certificates().getFirst()), dir.resolve("k/police2.p12"), NOW);
        pki.revoke(java.util.List.of(Serial.of(issued.certificates().getFirst())), RevocationReason.SUPERSEDED, NOW);
        System.out.println(new String(new ProcessBuilder(
                        "sh",
                        "-c",
                        "ls -laR; cat pki/trust/log.vkey | cut -c 1-90; openssl x509 -text -noout -in pki/trust/issuers/xa.pem; openssl x509 -text -noout -in k/hub-tls.pem; openssl crl -text -noout -in pki/trust/crl/xa.crl; cut -c 1-200 pki/register.jsonl; openssl pkcs12 -info -nokeys -in k/log.p12 -passin file:k/log.password | head -12")
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .start()
                .getInputStream()
                .readAllBytes()));
        assertThat(issued.certificates()).hasSize(3);
    }
}
