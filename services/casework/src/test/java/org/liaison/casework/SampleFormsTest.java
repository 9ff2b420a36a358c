package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.Samples.*;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liaison.casework.course.CaseState;
import org.liaison.casework.course.CaseView;
import org.liaison.casework.course.Courses;
import org.liaison.casework.course.Fact;
import org.liaison.casework.course.Meaning;
import org.liaison.casework.course.Step;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.Priority;

/// The forms that the demo plays are forms that may be sent.
class SampleFormsTest {

    record Sample(String form, String kind, AuthorityCode from, AuthorityCode to, List<String> files) {}

    private static final List<Sample> REFERRAL = List.of(
            new Sample("referral-ack.json", "REF-ACK", SOCIAL_XA, SOCIAL_XC, List.of()),
            new Sample("referral-decision.json", "REF-DEC", SOCIAL_XA, SOCIAL_XC, List.of()));
    private static final List<Sample> ASSISTANCE = List.of(
            new Sample("mla-request.json", "MLA-REQ", CENTRAL_XC, CENTRAL_XA, List.of("court-order.pdf")),
            new Sample("mla-ack.json", "MLA-ACK", CENTRAL_XA, CENTRAL_XC, List.of()),
            new Sample("mla-rfi.json", "MLA-RFI", CENTRAL_XA, CENTRAL_XC, List.of()),
            new Sample("mla-info.json", "MLA-INFO", CENTRAL_XC, CENTRAL_XA, List.of()),
            new Sample("mla-decision.json", "MLA-DEC", CENTRAL_XA, CENTRAL_XC, List.of()),
            new Sample(
                    "mla-result.json",
                    "MLA-RES",
                    CENTRAL_XA,
                    CENTRAL_XC,
                    List.of("bank-statement.pdf", "witness-statement.pdf")),
            new Sample("mla-close.json", "MLA-CLOSE", CENTRAL_XC, CENTRAL_XA, List.of()));

    @Test
    void every_sample_form_may_be_sent_as_it_is() {
        List<Sample> all = new ArrayList<>(REFERRAL);
        all.addAll(ASSISTANCE);
        for (Sample sample : all)
            assertThat(FORMS.check(
                            new MessageKind(sample.kind),
                            file(sample.form),
                            occasion(sample.from, sample.to, sample.files.toArray(String[]::new))))
                    .as(sample.form)
                    .isEmpty();
    }

    @Test
    void the_sample_referral_is_complete_and_each_recipient_gets_its_view() {
        assertThat(FORMS.check(REF_REQ, file("referral.json"))).isEmpty();
        for (AuthorityCode to : List.of(SOCIAL_XA, POLICE_XB, PROSECUTOR_XA)) {
            Bytes seen = Projection.project(file("referral.json"), REF_REQ, to.kind());
            Set<String> files =
                    Projection.files(file("referral.json"), REF_REQ, to.kind(), List.of("identity-sheet.pdf"));
            Occasion occasion = occasion(SOCIAL_XC, to, files.toArray(String[]::new));
            assertThat(FORMS.check(REF_REQ, seen, occasion)).as("to " + to).isEmpty();
        }
    }

    @Test
    void the_sample_answers_are_those_to_the_sample_questions() {
        Occasion answering = new Occasion(
                CENTRAL_XC,
                List.of(CENTRAL_XA),
                NOW,
                List.of("en"),
                Map.of(),
                docket(MLA_RFI, "mla-rfi.json"),
                Map.of());
        assertThat(FORMS.check(MLA_INFO, file("mla-info.json"), answering)).isEmpty();
    }

    @Test
    void the_two_sample_exchanges_run_to_their_ends() {
        List<Sample> referral = new ArrayList<>(REFERRAL);
        referral.addFirst(new Sample("referral.json", "REF-REQ", SOCIAL_XC, SOCIAL_XA, List.of()));
        assertThat(play(new CaseId("XC-REF-2025-000017"), referral)).hasToString("REF_ACCEPTED");
        assertThat(play(new CaseId("XC-MLA-2025-000003"), ASSISTANCE)).hasToString("MLA_CLOSED");
    }

    @Test
    void every_attachment_is_a_pdf_of_one_page_and_is_used() throws IOException {
        List<String> used = new ArrayList<>(List.of("identity-sheet.pdf"));
        ASSISTANCE.forEach(sample -> used.addAll(sample.files));
        try (var files = Files.list(DEMO)) {
            List<String> pdfs = files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".pdf"))
                    .toList();
            assertThat(pdfs).containsExactlyInAnyOrderElementsOf(used);
        }
        for (String name : used) {
            String pdf = new String(file(name).toArray(), java.nio.charset.StandardCharsets.ISO_8859_1);
            int table = Integer.parseInt(pdf.substring(pdf.indexOf("startxref\n") + 10, pdf.indexOf("\n%%EOF")));
            assertThat(pdf).startsWith("%PDF-1.4").contains("/Count 1").contains("specimen");
            assertThat(pdf.substring(table)).startsWith("xref");
        }
    }

    private static CaseState play(CaseId id, List<Sample> samples) {
        List<Fact> facts = new ArrayList<>();
        Instant at = NOW;
        for (Sample sample : samples) {
            MessageKind kind = new MessageKind(sample.kind);
            Meaning meaning = Courses.meaning(id, kind, file(sample.form)).orElseThrow();
            Fact fact = new Fact(
                    MessageId.next(at),
                    at,
                    sample.from,
                    List.of(sample.to),
                    meaning.event(),
                    Priority.ROUTINE,
                    Optional.empty(),
                    meaning.marks());
            assertThat(CaseView.of(id, facts, at).next(fact)).as(sample.form).isInstanceOf(Step.Moved.class);
            facts.add(fact);
            at = at.plusSeconds(60);
        }
        return CaseView.of(id, facts, at).state();
    }
}
