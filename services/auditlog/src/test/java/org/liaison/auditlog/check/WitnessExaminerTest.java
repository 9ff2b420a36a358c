package org.liaison.auditlog.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.liaison.auditlog.book.TestLog.NOW;
import static org.liaison.auditlog.book.TestLog.SIGNER;
import static org.liaison.auditlog.book.TestLog.VKEYS;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.auditlog.book.BookInMemory;
import org.liaison.auditlog.book.TestLog;
import org.liaison.auditlog.check.Witnessing.Cosigned;
import org.liaison.auditlog.check.Witnessing.Unsound;
import org.liaison.auditlog.check.Witnessing.Why;
import org.liaison.message.Bytes;
import org.liaison.message.Country;

class WitnessExaminerTest {

    private static final KeyPair OF_XA = TestLog.pair("Ed25519");
    private static final KeyPair OF_XB = TestLog.pair("Ed25519");
    private static final String WITNESSES =
            TestLog.witnessVkey("gateway-xa", OF_XA) + "# a comment\n\n" + TestLog.witnessVkey("gateway-xb", OF_XB);

    private final BookInMemory book = new BookInMemory(SIGNER);
    private final WitnessExaminer examiner = new WitnessExaminer(LogKeys.parse(VKEYS), WitnessKeys.parse(WITNESSES));
    private String note;

    @BeforeEach
    void record() {
        for (int i = 0; i < 6; i++) book.append(List.of(TestLog.note("entry " + i)));
        note = book.checkpoint().utf8();
    }

    @Test
    void it_tells_who_cosigned_of_which_State_and_when() {
        String both =
                note + line("gateway-xa", OF_XA, note, NOW) + line("gateway-xb", OF_XB, note, NOW.minusSeconds(9));
        assertThat(examine(both)).isInstanceOfSatisfying(Cosigned.class, cosigned -> {
            assertThat(cosigned.size()).isEqualTo(6);
            assertThat(cosigned.root()).isEqualTo(book.head().root());
            assertThat(cosigned.by())
                    .extracting(Cosignature::witness, Cosignature::at)
                    .containsExactly(tuple("gateway-xa", NOW), tuple("gateway-xb", NOW.minusSeconds(9)));
            assertThat(cosigned.by())
                    .extracting(Cosignature::line)
                    .allSatisfy(line -> assertThat(both).contains(line));
            assertThat(cosigned.states()).containsExactly(new Country("XA"), new Country("XB"));
        });
    }

    @Test
    void a_checkpoint_that_nobody_cosigned_is_one_that_nobody_cosigned() {
        assertThat(((Cosigned) examine(note)).by()).isEmpty();
    }

    @Test
    void two_lines_of_one_State_are_one_State() {
        KeyPair second = TestLog.pair("Ed25519");
        String witnesses = WITNESSES + TestLog.witnessVkey("gateway2-xa", second);
        String both = note + line("gateway-xa", OF_XA, note, NOW) + line("gateway2-xa", second, note, NOW);
        Witnessing found = new WitnessExaminer(LogKeys.parse(VKEYS), WitnessKeys.parse(witnesses))
                .examine(Bytes.ofUtf8(both), NOW);
        assertThat(((Cosigned) found).by()).hasSize(2);
        assertThat(((Cosigned) found).states()).containsExactly(new Country("XA"));
    }

    @Test
    void a_forged_line_in_the_name_of_a_known_witness_spoils_the_note() {
        String genuine = line("gateway-xa", OF_XA, note, NOW);
        String spoilt = genuine.substring(0, genuine.length() - 9) + "AAAA" + genuine.substring(genuine.length() - 5);
        assertThat(examine(note + spoilt)).isEqualTo(new Unsound(Why.COSIGNATURE_SPOILT));
        String later = note.replace("\n6\n", "\n7\n");
        assertThat(examine(note + line("gateway-xa", OF_XA, later, NOW)))
                .as("a cosignature over another checkpoint")
                .isEqualTo(new Unsound(Why.COSIGNATURE_SPOILT));
    }

    @Test
    void a_line_whose_time_was_changed_spoils_the_note() {
        String[] parts = line("gateway-xa", OF_XA, note, NOW).strip().split(" ");
        byte[] signature = Base64.getDecoder().decode(parts[2]);
        ByteBuffer.wrap(signature).putLong(4, NOW.getEpochSecond() - 1);
        String changed = "\u2014 gateway-xa " + Base64.getEncoder().encodeToString(signature) + "\n";
        assertThat(examine(note + changed)).isEqualTo(new Unsound(Why.COSIGNATURE_SPOILT));
    }

    @Test
    void a_line_by_a_foreign_key_counts_for_nobody() {
        String foreign = line("gateway-xa", TestLog.pair("Ed25519"), note, NOW);
        assertThat(((Cosigned) examine(note + foreign)).by()).isEmpty();
    }

    @Test
    void a_witness_whose_clock_is_ahead_is_refused() {
        Instant latest = NOW.plus(WitnessExaminer.SKEW);
        assertThat(examine(note + line("gateway-xa", OF_XA, note, latest))).isInstanceOf(Cosigned.class);
        assertThat(examine(note + line("gateway-xa", OF_XA, note, latest.plusSeconds(1))))
                .isEqualTo(new Unsound(Why.TIME_AHEAD));
    }

    @Test
    void what_the_log_did_not_sign_nobody_has_witnessed() {
        String unsigned = note.substring(0, note.indexOf("\n\n") + 2) + line("gateway-xa", OF_XA, note, NOW);
        assertThat(examine(unsigned)).isEqualTo(new Unsound(Why.NOT_SIGNED));
        assertThat(examine(note.replaceFirst("\\A[^\n]+", "another.example/log")))
                .isEqualTo(new Unsound(Why.ANOTHER_LOG));
        assertThat(examine("nothing")).isEqualTo(new Unsound(Why.MALFORMED));
    }

    @Test
    void keys_that_would_count_one_witness_as_two_are_refused() {
        assertThatThrownBy(() -> WitnessKeys.parse(
                        TestLog.witnessVkey("gateway-xa", OF_XA) + TestLog.witnessVkey("gateway-xb", OF_XA)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("have the same key");
    }

    @Test
    void keys_of_no_State_or_of_another_type_are_refused_and_no_key_at_all_is_fine() {
        assertThatThrownBy(() -> WitnessKeys.parse(TestLog.witnessVkey("gateway7", OF_XA)))
                .hasMessageContaining("ends in its State");
        assertThatThrownBy(() -> WitnessKeys.parse(VKEYS)).hasMessageContaining("not of type 4");
        assertThatThrownBy(() -> LogKeys.parse(VKEYS + TestLog.witnessVkey(TestLog.ORIGIN, OF_XA)))
                .hasMessageContaining("no other type");
        assertThat(WitnessKeys.parse("").names()).isEmpty();
        assertThat(WitnessKeys.parse(WITNESSES).states()).isEqualTo(2);
    }

    @Test
    void a_line_that_openssl_signed_is_a_cosignature(@TempDir Path folder) throws Exception {
        openssl(
                "genpkey",
                "-algorithm",
                "ed25519",
                "-out",
                folder.resolve("key.pem").toString());
        openssl(
                "pkey",
                "-in",
                folder.resolve("key.pem").toString(),
                "-pubout",
                "-outform",
                "DER",
                "-out",
                folder.resolve("public.der").toString());
        PublicKey publicKey = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Files.readAllBytes(folder.resolve("public.der"))));
        Files.writeString(folder.resolve("message"), message(note, NOW));
        openssl(
                "pkeyutl",
                "-sign",
                "-rawin",
                "-inkey",
                folder.resolve("key.pem").toString(),
                "-in",
                folder.resolve("message").toString(),
                "-out",
                folder.resolve("signature").toString());
        String vkey = TestLog.witnessVkey("gateway-xc", publicKey);
        String line = TestLog.line(vkey, timestamped(NOW, Files.readAllBytes(folder.resolve("signature"))));
        Witnessing found = new WitnessExaminer(LogKeys.parse(VKEYS), WitnessKeys.parse(vkey))
                .examine(Bytes.ofUtf8(note + line), NOW.plus(Duration.ofDays(1)));
        assertThat(((Cosigned) found).states()).containsExactly(new Country("XC"));
    }

    private static void openssl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    private Witnessing examine(String shown) {
        return examiner.examine(Bytes.ofUtf8(shown), NOW);
    }

    /// Written by the words of C2SP tlog-cosignature, with nothing of ours.
    private static String line(String witness, KeyPair pair, String note, Instant at) {
        try {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(pair.getPrivate());
            signing.update(message(note, at).getBytes(StandardCharsets.UTF_8));
            return TestLog.line(TestLog.witnessVkey(witness, pair), timestamped(at, signing.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String message(String note, Instant at) {
        return "cosignature/v1\ntime " + at.getEpochSecond() + "\n" + note.substring(0, note.indexOf("\n\n") + 1);
    }

    private static byte[] timestamped(Instant at, byte[] signature) {
        return ByteBuffer.allocate(8 + signature.length)
                .putLong(at.getEpochSecond())
                .put(signature)
                .array();
    }
}
