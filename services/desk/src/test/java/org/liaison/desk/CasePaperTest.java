package org.liaison.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liaison.casework.Forms;
import org.liaison.casework.course.Actor;
import org.liaison.casework.course.CaseView;
import org.liaison.casework.course.Deadline;
import org.liaison.desk.forms.Questionnaire;
import org.liaison.desk.forms.Reach;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.ErdsEvent;
import org.liaison.message.HandlingCode;
import org.liaison.message.Language;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.Priority;
import org.liaison.pages.Room;
import org.liaison.pages.Words;
import org.liaison.print.Labels;
import org.liaison.print.Press;

class CasePaperTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");
    private static final AuthorityCode OWNER = AuthorityCode.parse("xc.social.welfare");
    private static final AuthorityCode OTHER = AuthorityCode.parse("xa.police.border");
    private static final MessageKind REFERRAL = new MessageKind("REF-REQ");
    private static final CaseId CASE = new CaseId("XC-REF-2026-000003");
    private static final Words WORDS =
            new Words(List.of(new Room("desk"), new Room("casework"), new Room("message"), new Room("pages")));
    private static final Press PRESS = new Press(Forms.shipped());

    @Test
    void it_says_where_the_case_stands_what_is_due_what_was_sent_what_proves_it_and_who_sees_what() {
        assertThat(text(paper(Language.EN, 0)))
                .containsSubsequence(
                        "Case: Referral",
                        "XC-REF-2026-000003",
                        "Where it stands",
                        "Sample Reader",
                        "What is due",
                        "2026-11-20 08:30 UTC",
                        "Overdue",
                        "xa.police.border must act",
                        "UNTOC 18(24)",
                        "Messages and what became of them",
                        "Referral of a victim",
                        "No dissemination without permission",
                        "handed over",
                        "has the message, could read it and signed for it",
                        "(signature genuine)",
                        "(in the audit log, entry 37)",
                        "(witnessed by XA, XB)",
                        "Who can see what",
                        "Sample Reader",
                        "Never goes to police",
                        "The hub",
                        "Signature",
                        "Place and date");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void in_each_language_it_is_said_in_its_own_words_and_nothing_is_left_that_the_fonts_lack(Language language) {
        Bytes pdf = paper(language, 3);
        String text = text(pdf);
        assertThat(text).contains("XC-REF-2026-000003").doesNotContain("U+", "desk.", "casework.", "message.event");
        if (language != Language.EN) assertThat(text).doesNotContain("Where it stands", "must act", "audit log");
        // What runs from right to left is taken out of a PDF in another order than it is read.
        if (!language.rightToLeft())
            assertThat(text)
                    .contains(
                            Labels.in(language).word("case"), "2026-11-20 08:30 UTC", "Sample Reader", "UNTOC 18(24)");
    }

    private static Bytes paper(Language language, int earlier) {
        Cases.Dossier dossier = new Cases.Dossier(
                OWNER,
                CaseView.none(CASE),
                List.of(new Deadline(
                        "acknowledge",
                        Actor.ASKED,
                        List.of(OTHER),
                        NOW.minus(Duration.ofDays(5)),
                        Optional.of(NOW.minus(Duration.ofDays(2))),
                        true,
                        List.of(),
                        "UNTOC 18(24)")),
                NOW,
                NOW,
                1,
                0,
                false);
        Reach reach =
                Reach.of(Questionnaire.of(Forms.shipped(), REFERRAL, language).orElseThrow(), OTHER.kind());
        Sight sight = new Sight(
                OWNER,
                List.of("Sample Reader", "Sample Colleague"),
                List.of("Sample Auditor"),
                List.of(new Sight.Party(OTHER, List.of(new Sight.Share(REFERRAL, reach)))));
        CasePaper.File file = new CasePaper.File(dossier, List.of(message()), earlier, sight, "Sample Reader");
        Bytes pdf = PRESS.print(new CasePaper(WORDS, Optional::empty, language).of(file, NOW));
        return kept("case-" + language.tag(), pdf);
    }

    private static Post.Whole message() {
        MessageId id = MessageId.parse("019a0000-0000-7000-8000-000000000001");
        Post.Item item = new Post.Item(
                id,
                OWNER,
                true,
                CASE,
                REFERRAL,
                OWNER,
                List.of(OTHER),
                Priority.URGENT,
                Optional.of(NOW),
                List.of(HandlingCode.H2),
                NOW,
                NOW,
                Optional.empty(),
                2,
                List.of(new Post.Tick(OTHER, Post.Way.HANDED_OVER, NOW, Optional.empty(), Optional.empty())));
        Post.Happening handedOver = new Post.Happening(
                NOW,
                Optional.of(ErdsEvent.CONTENT_HANDOVER),
                Optional.empty(),
                Optional.of("019a0000-0000-7000-8000-000000000002"),
                Optional.of(OTHER.toString()),
                Optional.of(OTHER),
                List.of(),
                Optional.of(true),
                Optional.of(37L),
                Optional.of(true),
                Optional.of(new TreeSet<>(List.of("XA", "XB"))),
                Optional.of(NOW));
        return new Post.Whole(item, List.of(handedOver), Optional.empty());
    }

    /// To be looked at.
    private static Bytes kept(String name, Bytes pdf) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "paper"));
            Files.write(folder.resolve(name + ".pdf"), pdf.toArray());
            return pdf;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Bytes pdf) {
        try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
