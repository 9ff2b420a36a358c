package org.liaison.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liaison.message.Attachment;
import org.liaison.message.Bytes;
import org.liaison.message.Letter;
import org.liaison.message.Suite;

class RoundTripTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void a_letter_comes_out_as_it_went_in(Suite suite) {
        Desk desk = new Desk(folder, suite);
        Letter letter = desk.letter(Desk.SHELTER, Desk.PROSECUTOR);
        Sealer.Sealed sealed = desk.close(letter);

        assertThat(desk.open(sealed.content(), 2)).isInstanceOfSatisfying(Opening.Opened.class, opened -> {
            assertThat(opened.letter()).isEqualTo(letter);
            assertThat(opened.signedLetter()).isEqualTo(sealed.signedLetter());
            assertThat(opened.signatory().role()).isEqualTo(Role.AUTHORITY);
            assertThat(opened.signatory().name()).isEqualTo(Desk.POLICE.toString());
        });
        assertThat(desk.opener.open(sealed.content(), desk.prosecutor.decryptor(), suite, 2, Desk.NOW))
                .isInstanceOf(Opening.Opened.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_kept_letter_can_be_read_again(Suite suite) {
        Desk desk = new Desk(folder, suite);
        Letter letter = desk.letter(Desk.SHELTER);
        assertThat(desk.opener.read(desk.close(letter).signedLetter(), suite, Desk.NOW))
                .isInstanceOfSatisfying(
                        Opening.Opened.class,
                        opened -> assertThat(opened.letter()).isEqualTo(letter));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_of_the_letter_shows_in_the_content(Suite suite) {
        Desk desk = new Desk(folder, suite);
        Sealer.Sealed sealed = desk.close(desk.letter(Desk.SHELTER));
        assertThat(new String(sealed.content().toArray(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(
                        Desk.MARKER, Bytes.ofUtf8(Desk.MARKER).toBase64().substring(4, 20))
                .doesNotContain("Liaison-", "REF-REQ");
    }

    @ParameterizedTest
    @EnumSource
    void every_strength_names_the_certificates_that_signed(Strength strength) {
        Desk desk = new Desk(folder, Suite.HYBRID_2026);
        Bytes slip = Bytes.ofUtf8("{\"version\":1}");
        Bytes seal = desk.police.signer().sign(slip, strength, Desk.NOW.plusMillis(345));

        assertThat(desk.examiner.examine(seal, strength, Desk.NOW))
                .isInstanceOfSatisfying(Finding.Genuine.class, genuine -> {
                    assertThat(genuine.content()).isEqualTo(slip);
                    assertThat(genuine.signedAt()).isEqualTo(Desk.NOW);
                    assertThat(genuine.signatory().certificates())
                            .isEqualTo(
                                    strength == Strength.ECDSA
                                            ? Set.of(digest(desk, "sign"))
                                            : Set.of(digest(desk, "sign"), digest(desk, "sign-pq")));
                });
    }

    @ParameterizedTest
    @EnumSource
    void names_in_any_script_and_empty_or_large_attachments_survive(Suite suite) {
        Desk desk = new Desk(folder, suite);
        byte[] large = new byte[1 << 20];
        new java.util.Random(7).nextBytes(large);
        Letter letter = desk.letter(
                List.of(Desk.SHELTER),
                List.of(
                        new Attachment("a; filename=\"b\"'%41+ .pdf", "application/pdf", Bytes.of()),
                        new Attachment("証".repeat(200), "message/rfc822", Bytes.ofUtf8("Subject: x\r\n\r\nbody")),
                        new Attachment("large.bin", "application/octet-stream", Bytes.owned(large))));
        assertThat(desk.open(desk.close(letter).content(), 1))
                .isInstanceOfSatisfying(
                        Opening.Opened.class,
                        opened -> assertThat(opened.letter()).isEqualTo(letter));
    }

    private static org.liaison.message.Digest digest(Desk desk, String alias) {
        return Certificates.digest(desk.police.certificate(alias).orElseThrow());
    }
}
