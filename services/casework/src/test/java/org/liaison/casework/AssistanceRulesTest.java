package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.FormsTest.only;
import static org.liaison.casework.Samples.*;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liaison.message.Bytes;

class AssistanceRulesTest {

    @Test
    void items_have_numbers_of_their_own() {
        assertThat(only(FORMS.check(MLA_REQ, with("mla-request.json", "/assistance/1/number", 1)))
                        .pointer())
                .isEqualTo("/assistance/1/number");
    }

    @Test
    void a_person_who_is_named_is_described() {
        assertThat(only(FORMS.check(MLA_REQ, with("mla-request.json", "/assistance/1/person", "p9")))
                        .pointer())
                .isEqualTo("/assistance/1/person");
        assertThat(only(FORMS.check(MLA_REQ, with("mla-request.json", "/persons/0/id", "p2")))
                        .pointer())
                .isEqualTo("/persons");
    }

    @Test
    void an_order_to_enforce_and_documents_to_serve_are_attached() {
        Bytes enforce = with(
                "mla-request.json",
                "/assistance/0",
                Map.of(
                        "number", 1,
                        "type", "K2",
                        "description", "Enforce the order.",
                        "orderFile", "missing-order.pdf",
                        "orderExtent", "The whole amount."));
        assertThat(only(FORMS.check(MLA_REQ, enforce)).why()).isEqualTo("UNTOC 13(3)(b)");
        Bytes serve = with(
                "mla-request.json",
                "/assistance/0",
                Map.of("number", 1, "type", "B", "description", "Serve.", "documents", List.of("missing.pdf")));
        assertThat(only(FORMS.check(MLA_REQ, serve)).pointer()).isEqualTo("/assistance/0/documents");
    }

    @Test
    void a_deadline_lies_ahead() {
        Bytes late =
                with("mla-request.json", "/deadline", Map.of("date", "2025-03-05", "reasons", "The trial begins."));
        assertThat(only(FORMS.check(MLA_REQ, late, occasion(CENTRAL_XC, CENTRAL_XA, "court-order.pdf")))
                        .why())
                .isEqualTo("UNTOC 18(24)");
        Bytes today =
                with("mla-request.json", "/deadline", Map.of("date", "2025-03-06", "reasons", "The trial begins."));
        assertThat(FORMS.check(MLA_REQ, today, occasion(CENTRAL_XC, CENTRAL_XA, "court-order.pdf")))
                .isEmpty();
    }

    @Test
    void consultation_comes_before_refusal() {
        Bytes refusal = changed("mla-decision.json", form -> {
            put(form, "/decision", "REFUSED");
            for (String field : List.of("executingAuthority", "expectedBy", "procedureFollowed", "conditions"))
                form.remove(field);
            put(form, "/ground", "UNTOC_18_21_B");
            put(form, "/reasons", "Execution would harm an essential interest.");
            put(form, "/consultation", FormsTest.CONSULTATION);
        });
        assertThat(FORMS.check(MLA_DEC, refusal, occasion(CENTRAL_XA, CENTRAL_XC)))
                .isEmpty();
        Bytes hasty = with(
                "mla-decision.json",
                "/consultation",
                Map.of(
                        "on", "2025-03-07",
                        "with", "Sample Officer Three",
                        "summary", "It will be discussed tomorrow.",
                        "conditionsOffered", true));
        assertThat(only(FORMS.check(MLA_DEC, hasty, occasion(CENTRAL_XA, CENTRAL_XC)))
                        .why())
                .isEqualTo("UNTOC 18(26)");
    }

    @Test
    void a_ground_of_a_treaty_names_its_provision() {
        Bytes refusal = changed("mla-decision.json", form -> {
            put(form, "/decision", "REFUSED");
            for (String field : List.of("executingAuthority", "expectedBy", "procedureFollowed", "conditions"))
                form.remove(field);
            put(form, "/ground", "TREATY");
            put(form, "/reasons", "The treaty excludes it.");
            put(form, "/consultation", FormsTest.CONSULTATION);
        });
        assertThat(only(FORMS.check(MLA_DEC, refusal)).pointer()).isEqualTo("/treatyProvision");
    }

    @Test
    void every_question_is_answered_or_said_to_have_no_answer() {
        Bytes half = without("mla-info.json", "/answers/1");
        Problem missing = only(FORMS.check(MLA_INFO, half, answering("mla-rfi.json")));
        assertThat(missing.sentence()).isEqualTo("Item 2 of the question is not answered.");
        Bytes other = with("mla-info.json", "/answersNumber", 2);
        assertThat(only(FORMS.check(MLA_INFO, other, answering("mla-rfi.json"))).pointer())
                .isEqualTo("/answersNumber");
        assertThat(only(FORMS.check(MLA_INFO, without("mla-info.json", "/answers/0/answer")))
                        .sentence())
                .isEqualTo("An item has either an answer or the reason why there is none.");
        Bytes both = with("mla-info.json", "/answers/0/unavailable", "It is not known.");
        assertThat(only(FORMS.check(MLA_INFO, both)).pointer()).isEqualTo("/answers/0");
    }

    @Test
    void the_digests_of_the_manifest_are_those_of_the_files() {
        Occasion occasion = occasion(CENTRAL_XA, CENTRAL_XC, "bank-statement.pdf", "witness-statement.pdf");
        assertThat(FORMS.check(MLA_RES, file("mla-result.json"), occasion)).isEmpty();
        Bytes swapped = changed("mla-result.json", form -> {
            String digest = form.at("/manifest/0/sha256").stringValue();
            put(form, "/manifest/1/sha256", digest);
        });
        assertThat(only(FORMS.check(MLA_RES, swapped, occasion)).pointer()).isEqualTo("/manifest/1/sha256");
        Occasion oneFile = occasion(CENTRAL_XA, CENTRAL_XC, "bank-statement.pdf");
        assertThat(only(FORMS.check(MLA_RES, file("mla-result.json"), oneFile)).pointer())
                .isEqualTo("/manifest/1/file");
    }

    @Test
    void a_result_carries_its_use_limitation() {
        assertThat(only(FORMS.check(MLA_RES, without("mla-result.json", "/useLimitation")))
                        .why())
                .isEqualTo("UNTOC 18(19)");
    }

    @Test
    void a_case_is_not_closed_before_the_evidence_has_been_received() {
        assertThat(only(FORMS.check(MLA_CLOSE, with("mla-close.json", "/evidenceReceived", false)))
                        .pointer())
                .isEqualTo("/evidenceReceived");
        assertThat(only(FORMS.check(MLA_CLOSE, with("mla-close.json", "/originals", "RETURNED")))
                        .pointer())
                .isEqualTo("/returnedHow");
    }

    private static Occasion answering(String question) {
        Occasion plain = occasion(CENTRAL_XC, CENTRAL_XA);
        return new Occasion(
                plain.from(),
                plain.to(),
                plain.at(),
                plain.languages(),
                plain.attachments(),
                docket(MLA_RFI, question),
                Map.of());
    }
}
