package org.liaison.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.Bytes;

class KeyFileTest {

    private static final String POLICE = "xa.police.antitrafficking";

    @TempDir
    Path folder;

    Chancery chancery;
    Path p12;
    Password password;

    @BeforeEach
    void save() {
        chancery = new Chancery(folder);
        p12 = folder.resolve("police.p12");
        password = Password.generate();
        KeyFile.save(
                p12,
                password,
                List.of(
                        chancery.issue(chancery.xa, CertificateProfile.AUTHORITY_SIGN, POLICE),
                        chancery.issue(chancery.xa, CertificateProfile.AUTHORITY_ENCRYPT, POLICE)));
    }

    @Test
    void keys_and_passwords_are_for_their_owner_only() throws Exception {
        Path passwordFile = folder.resolve("police.password");
        password.write(passwordFile);
        for (Path file : List.of(p12, passwordFile))
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        assertThat(KeyFile.open(p12, Password.read(passwordFile)).entry("sign").chain())
                .hasSize(2);
    }

    @Test
    void secrets_print_as_nothing() {
        KeyFile keys = KeyFile.open(p12, password);
        assertThat(password).hasToString("[REDACTED]");
        assertThat(keys.toString()).contains("[REDACTED]");
        assertThat(keys.entry("sign").toString()).isEqualTo("sign [REDACTED]");
    }

    @Test
    void a_wrong_password_is_told_to_the_operator() {
        assertThatThrownBy(() -> KeyFile.open(p12, Password.generate()))
                .isInstanceOf(KeyUnreachable.class)
                .hasMessageContaining("police.p12");
        assertThatThrownBy(() -> Password.read(folder.resolve("none"))).isInstanceOf(KeyUnreachable.class);
    }

    @Test
    void a_missing_key_is_told_to_the_operator() {
        Signer signer = KeyFile.open(p12, password).signer();
        assertThatThrownBy(() -> signer.sign(Bytes.ofUtf8("x"), Strength.ECDSA_AND_ML_DSA, Chancery.NOW))
                .isInstanceOf(KeyUnreachable.class)
                .hasMessageContaining("sign-pq");
        assertThatThrownBy(() -> KeyFile.open(p12, password).entry("tls")).isInstanceOf(KeyUnreachable.class);
    }

    /// TLS runs on the JDK's own reader.
    @Test
    void the_jdk_opens_a_tls_key_file() throws Exception {
        Path tls = folder.resolve("tls.p12");
        KeyFile.save(tls, password, List.of(chancery.issue(chancery.xa, CertificateProfile.GATEWAY_TLS, "gateway-xa")));
        KeyStore store = KeyStore.getInstance("PKCS12", "SunJSSE");
        try (InputStream in = Files.newInputStream(tls)) {
            store.load(in, password.chars());
        }
        assertThat(store.getKey("tls", password.chars()).getAlgorithm()).isEqualTo("EC");
        assertThat(store.getCertificateChain("tls")).hasSize(2);
    }
}
