package org.liaison.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Letter;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.Suite;

/// MIME that two programs could read differently, or that would keep a reader busy for ever, is no letter.
class LetterTextTest {

    private static final MessageId ID = MessageId.parse("0198f3c2-7c1a-7000-8000-000000000001");
    private static final int LONGEST_LINE = 100;
    private static final String BOUNDARY = "--liaison-" + ID;
    private static final Letter LETTER = letter(List.of(
            new Attachment("statement.pdf", "application/pdf", Bytes.ofUtf8("%PDF-1.7 statement of a witness"))));
    private static final String TEXT = LetterText.write(LETTER).utf8();

    @Test
    void a_letter_reads_as_it_was_written() {
        assertThat(LetterText.read(Bytes.ofUtf8(TEXT))).contains(LETTER);
    }

    @Test
    void the_headers_can_be_read_by_people() {
        assertThat(TEXT).startsWith("""
                MIME-Version: 1.0\r
                Message-ID: <0198f3c2-7c1a-7000-8000-000000000001@liaison.invalid>\r
                Liaison-Case: XA-REF-2026-000017\r
                Liaison-Kind: REF-REQ\r
                Liaison-From: xa.police.antitrafficking\r
                Liaison-To: xb.social.shelter\r
                Liaison-To: xb.prosecutor.central\r
                Liaison-Date: 2026-11-22T12:00:00.123456Z\r
                Liaison-Suite: hybrid-2026\r
                """);
    }

    @Test
    void every_line_fits_mail() {
        Letter long_ = letter(List.of(new Attachment("証".repeat(200), "application/pdf", Bytes.of(new byte[5000]))));
        assertThat(LetterText.write(long_).utf8().split("\r\n")).allMatch(line -> line.length() <= LONGEST_LINE);
    }

    @Test
    void the_largest_permitted_number_of_parts_passes_and_one_more_does_not() {
        assertThat(LetterText.read(LetterText.write(letter(attachments(MimeParts.MOST_PARTS - 1)))))
                .isPresent();
        assertThat(LetterText.read(LetterText.write(letter(attachments(MimeParts.MOST_PARTS)))))
                .isEmpty();
    }

    @Test
    void a_bomb_of_parts_is_no_letter() {
        refused(TEXT.replaceFirst(BOUNDARY + "--", (BOUNDARY + "\r\n\r\nx\r\n").repeat(100_000) + BOUNDARY + "--"));
    }

    @Test
    void parts_within_parts_are_no_letter() {
        refused(TEXT.replace("Content-Type: application/pdf", "Content-Type: multipart/mixed; boundary=b"));
        assertThat(LetterText.read(LetterText.write(letter(
                        List.of(new Attachment("nest", "multipart/mixed", Bytes.ofUtf8("--b\r\n\r\nx\r\n--b--")))))))
                .satisfiesAnyOf(
                        read -> assertThat(read).isEmpty(),
                        read -> assertThat(read.orElseThrow().attachments()).hasSize(1));
    }

    @Test
    void a_header_without_end_is_no_letter() {
        refused("X-Long: " + "a".repeat(200_000) + "\r\n" + TEXT);
        refused("X-Many: a\r\n".repeat(10_000) + TEXT);
    }

    @Test
    void a_header_twice_is_no_letter() {
        refused("Liaison-From: xb.social.shelter\r\n" + TEXT);
        refused(TEXT.replace("Liaison-Kind: REF-REQ", "Liaison-Kind: REF-REQ\r\nLiaison-Kind: REF-DEC"));
    }

    @Test
    void a_header_too_many_is_no_letter() {
        refused("Subject: hello\r\n" + TEXT);
        refused(TEXT.replace("Liaison-Case:", "Bcc: x@example.org\r\nLiaison-Case:"));
    }

    @Test
    void text_before_between_or_after_the_parts_is_no_letter() {
        refused(TEXT.replaceFirst("\r\n\r\n", "\r\n\r\nThis is shown by some programs.\r\n"));
        refused(TEXT + "This too.\r\n");
    }

    @Test
    void another_spelling_is_no_letter() {
        refused(TEXT.replace("\r\n", "\n"));
        refused(TEXT.replace("Liaison-Suite:", "liaison-suite:"));
        refused(TEXT.replace("Liaison-Suite: ", "Liaison-Suite:  "));
        refused(TEXT.replace("12:00:00.123456Z", "12:00:00.1234560Z"));
    }

    @Test
    void remote_content_is_no_letter() {
        refused(TEXT.replace(
                "Content-Type: application/pdf",
                "Content-Type: message/external-body; access-type=URL; URL=\"http://example.org\""));
    }

    @Test
    void a_broken_body_is_no_letter() {
        refused(TEXT.replace("Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: quoted-printable"));
        refused(TEXT.replace("base64\r\n\r\n", "base64\r\n\r\n!!!!"));
    }

    @Test
    void a_path_as_a_name_is_no_letter() {
        refused(TEXT.replace("statement.pdf", "..%2Fstatement.pdf"));
    }

    @Test
    void noise_is_no_letter() {
        for (String noise : List.of("", "\r\n", "hello", "MIME-Version: 1.0\r\n\r\n")) refused(noise);
    }

    private static void refused(String text) {
        assertThat(text).isNotEqualTo(TEXT);
        assertThat(LetterText.read(Bytes.ofUtf8(text))).isEqualTo(Optional.empty());
    }

    private static List<Attachment> attachments(int count) {
        List<Attachment> attachments = new ArrayList<>();
        for (int i = 0; i < count; i++) attachments.add(new Attachment("a" + i, "text/plain", Bytes.ofUtf8("" + i)));
        return attachments;
    }

    private static Letter letter(List<Attachment> attachments) {
        return new Letter(
                ID,
                new CaseId("XA-REF-2026-000017"),
                new MessageKind("REF-REQ"),
                AuthorityCode.parse("xa.police.antitrafficking"),
                List.of(AuthorityCode.parse("xb.social.shelter"), AuthorityCode.parse("xb.prosecutor.central")),
                Instant.parse("2026-11-22T12:00:00.123456Z"),
                Suite.HYBRID_2026,
                Bytes.ofUtf8("{\"kind\":\"REF-REQ\",\"version\":\"1\"}"),
                attachments);
    }
}
