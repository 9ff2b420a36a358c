package org.liaison.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.Bytes;
import org.liaison.message.Suite;

/// Nobody has to believe our code: the `openssl` on a court's machine checks a seal and opens a classic letter.
/// Environment variable LIAISON_OPENSSL names an OpenSSL of 3.5 or later for the post-quantum half.
class StockOpensslTest {

    private static final Bytes SLIP = Bytes.ofUtf8("{\"version\":1,\"kind\":\"REF-REQ\"}");

    @TempDir
    Path folder;

    @Test
    void openssl_verifies_a_slip() throws Exception {
        Desk desk = desk(Suite.CLASSIC_2026);
        verify("openssl", desk.police.signer().sign(SLIP, Strength.ECDSA, Desk.NOW), SLIP);
    }

    @Test
    void openssl_refuses_a_changed_slip() throws Exception {
        Desk desk = desk(Suite.CLASSIC_2026);
        Forger forger = Forger.of(desk.police.signer().sign(SLIP, Strength.ECDSA, Desk.NOW));
        forger.content = Bytes.ofUtf8("{\"version\":1,\"kind\":\"REF-DEC\"}");
        assertThat(run(verification("openssl", forger.seal())).code()).isNotZero();
    }

    @Test
    void openssl_opens_a_classic_letter_and_verifies_it() throws Exception {
        Desk desk = desk(Suite.CLASSIC_2026);
        var letter = desk.letter(Desk.SHELTER);
        Sealer.Sealed sealed = desk.close(letter);
        Path content = write("content.p7m", sealed.content());
        Path key = folder.resolve("encrypt.pem");
        KeyFile.Entry encrypt = desk.shelter.entry("encrypt");
        try (var pem = new org.bouncycastle.openssl.jcajce.JcaPEMWriter(Files.newBufferedWriter(key))) {
            pem.writeObject(new org.bouncycastle.openssl.jcajce.JcaPKCS8Generator(encrypt.key(), null));
            pem.writeObject(encrypt.certificate());
        }
        Path opened = folder.resolve("opened");
        Run run = run(List.of(
                "openssl",
                "cms",
                "-decrypt",
                "-binary",
                "-inform",
                "DER",
                "-in",
                content.toString(),
                "-inkey",
                key.toString(),
                "-recip",
                key.toString(),
                "-out",
                opened.toString()));
        assertThat(run.code()).as(run.output()).isZero();
        Bytes inner =
                SignedLetter.unwrap(Bytes.owned(Files.readAllBytes(opened))).orElseThrow();
        assertThat(inner).isEqualTo(sealed.signedLetter());
        verify("openssl", inner, LetterText.write(letter));
    }

    @Test
    void a_newer_openssl_verifies_both_halves_of_a_hybrid_letter() throws Exception {
        String newer = System.getenv("LIAISON_OPENSSL");
        assumeTrue(newer != null, "LIAISON_OPENSSL does not name an OpenSSL of 3.5 or later (for ML-DSA)");
        Desk desk = desk(Suite.HYBRID_2026);
        var letter = desk.letter(Desk.SHELTER);
        verify(newer, desk.close(letter).signedLetter(), LetterText.write(letter));
    }

    private Desk desk(Suite suite) {
        assumeTrue(present("openssl"), "no openssl command on this machine");
        return new Desk(folder, suite);
    }

    private void verify(String openssl, Bytes seal, Bytes expected) throws Exception {
        Run run = run(verification(openssl, seal));
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(Bytes.owned(Files.readAllBytes(folder.resolve("verified")))).isEqualTo(expected);
    }

    /// As the export's README will tell people to do it.
    private List<String> verification(String openssl, Bytes seal) throws IOException {
        return List.of(
                openssl,
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                write("seal.p7m", seal).toString(),
                "-CAfile",
                folder.resolve("roots/root.pem").toString(),
                "-attime",
                Long.toString(Desk.NOW.getEpochSecond()),
                "-out",
                folder.resolve("verified").toString());
    }

    private Path write(String name, Bytes bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes.toArray());
    }

    private record Run(int code, String output) {}

    private static Run run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output);
    }

    private static boolean present(String command) {
        try {
            return run(List.of(command, "version")).code() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }
}
