package org.liaison.auditlog.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.auditlog.book.TestLog.NOW;
import static org.liaison.auditlog.book.TestLog.SIGNER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.auditlog.book.BookInMemory;
import org.liaison.auditlog.book.TestLog;
import org.liaison.auditlog.check.WitnessKeys;

/// Nobody has to believe our code: the `openssl` on any machine checks what a witness signed.
class OpensslTest {

    @TempDir
    private Path folder;

    @Test
    void openssl_verifies_our_cosignature_and_refuses_it_over_another_time() throws Exception {
        KeyPair pair = TestLog.pair("Ed25519");
        WitnessKey key = WitnessKey.of("gateway-xa", pair, WitnessKeys.parse(TestLog.witnessVkey("gateway-xa", pair)));
        BookInMemory book = new BookInMemory(SIGNER);
        book.append(List.of(TestLog.note("entry")));
        String note = key.cosign(book.checkpoint(), NOW).utf8();

        byte[] line = Base64.getDecoder().decode(note.lines().toList().getLast().split(" ")[2]);
        Files.write(folder.resolve("signature"), Arrays.copyOfRange(line, 12, line.length));
        Files.write(folder.resolve("public.der"), pair.getPublic().getEncoded());
        String body = note.substring(0, note.indexOf("\n\n") + 1);
        assertThat(verify("cosignature/v1\ntime " + NOW.getEpochSecond() + "\n" + body))
                .isZero();
        assertThat(verify("cosignature/v1\ntime " + (NOW.getEpochSecond() + 1) + "\n" + body))
                .isNotZero();
    }

    private int verify(String message) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("message"), message);
        Process process = new ProcessBuilder(
                        "openssl",
                        "pkeyutl",
                        "-verify",
                        "-rawin",
                        "-pubin",
                        "-keyform",
                        "DER",
                        "-inkey",
                        folder.resolve("public.der").toString(),
                        "-in",
                        folder.resolve("message").toString(),
                        "-sigfile",
                        folder.resolve("signature").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
