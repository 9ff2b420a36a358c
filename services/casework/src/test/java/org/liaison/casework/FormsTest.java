package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.Samples.*;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.MessageKind;

class FormsTest {

    @Test
    void an_empty_form_is_told_everything_it_lacks_at_once() {
        Bytes empty = Bytes.ofUtf8("{\"kind\":\"MLA-REQ\",\"version\":\"1\"}");
        assertThat(FORMS.check(MLA_REQ, empty))
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder(
                        "/language",
                        "/legalBasis",
                        "/authority",
                        "/proceeding",
                        "/offences",
                        "/assistance",
                        "/purpose",
                        "/useLimitation");
    }

    @ParameterizedTest
    @CsvSource({
        "/authority, UNTOC 18(15)(a)",
        "/proceeding, UNTOC 18(15)(b)",
        "/facts, UNTOC 18(15)(c)",
        "/assistance, UNTOC 18(15)(d)",
        "/purpose, 'UNTOC 18(15)(f), 18(19)'",
        "/useLimitation, UNTOC 18(19)"
    })
    void what_article_eighteen_demands_is_asked_for_by_its_paragraph(String pointer, String article) {
        Problem problem = only(FORMS.check(MLA_REQ, without("mla-request.json", pointer)));
        assertThat(problem.pointer()).isIn(pointer, "");
        assertThat(problem.why()).isEqualTo(article);
        assertThat(problem.sentence()).endsWith(".");
        assertThat(problem.mend()).isNotEmpty();
    }

    @Test
    void a_problem_says_what_is_missing_why_and_how_to_mend_it() {
        Problem problem = only(FORMS.check(REF_REQ, without("referral.json", "/person/languagesUnderstood")));
        assertThat(problem)
                .hasToString("/person/languagesUnderstood: \"Languages understood\" is missing. (CoE 15(1), TIP 6(2))"
                        + " Name at least one language that the person understands.");
    }

    @Test
    void service_of_documents_alone_needs_no_facts() {
        Bytes service = changed("mla-request.json", form -> {
            remove(form, "/facts");
            put(
                    form,
                    "/assistance",
                    List.of(Map.of(
                            "number",
                            1,
                            "type",
                            "B",
                            "description",
                            "Serve the order.",
                            "documents",
                            List.of("court-order.pdf"))));
        });
        assertThat(FORMS.check(MLA_REQ, service)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "A, /assistance/0/person UNTOC 18(15)(e)|/assistance/0/status UNTOC 18(15)(d)|/assistance/0/questions UNTOC 18(15)(d)",
        "B, /assistance/0/documents UNTOC 18(3)(b)",
        "C, '/assistance/0/place UNTOC 18(3)(c)-(d), 18(15)(d)|/assistance/0/grounds UNTOC 18(3)(c)-(d), 18(15)(d)'",
        "F, '/assistance/0/records UNTOC 18(3)(f), 18(29)'",
        "G, /assistance/0/property UNTOC 18(3)(g)",
        "H, /assistance/0/person UNTOC 18(15)(e)|/assistance/0/appearance UNTOC 18(3)(h)",
        "V, /assistance/0/person UNTOC 18(15)(e)|/assistance/0/hearing UNTOC 18(18)",
        "T, /assistance/0/person UNTOC 18(15)(e)|/assistance/0/transfer UNTOC 18(10)-(12)",
        "P2, '/assistance/0/records UNTOC 18(3)(f), 18(29)'",
        "K1, /assistance/0/property UNTOC 13(3)(a)",
        "K2, /assistance/0/orderFile UNTOC 13(3)(b)|/assistance/0/orderExtent UNTOC 13(3)(b)",
        "K3, /assistance/0/property UNTOC 13(3)(c)|/assistance/0/actions UNTOC 13(3)(c)",
        "E, ''",
        "I, ''"
    })
    void each_type_of_assistance_demands_what_it_needs(String type, String expected) {
        Bytes bare = with(
                "mla-request.json",
                "/assistance",
                List.of(Map.of("number", 1, "type", type, "description", "Something is sought.")));
        Set<String> demands = expected.isEmpty() ? Set.of() : Set.of(expected.split("\\|"));
        assertThat(FORMS.check(MLA_REQ, bare))
                .extracting(problem -> problem.pointer() + " " + problem.why())
                .containsExactlyInAnyOrderElementsOf(demands);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"kind\":\"REF-ACK\",\"version\":\"2\"}', version 2 of REF-ACK; this program knows versions up to 1",
        "'{\"kind\":\"REF-ACK\",\"version\":\"1.1\"}', not a number",
        "'{\"kind\":\"REF-ACK\",\"version\":1}', not a number",
        "'{\"kind\":\"REF-ACK\"}', does not say its version"
    })
    void a_version_that_is_not_read_gets_a_clear_answer(String form, String sentence) {
        Problem problem = only(FORMS.check(REF_ACK, Bytes.ofUtf8(form)));
        assertThat(problem.pointer()).isEqualTo("/version");
        assertThat(problem.sentence()).contains(sentence);
    }

    @Test
    void an_old_version_is_read_until_it_is_taken_off_the_list_and_then_says_so() {
        KindOfMessage today = FORMS.kind(REF_ACK).orElseThrow();
        Schemas schemas = Schemas.shipped(Kinds.ALL)
                .with(
                        REF_ACK,
                        "2",
                        View.WHOLE,
                        text -> text.replace("REF-ACK:1", "REF-ACK:2").replace("\"const\": \"1\"", "\"const\": \"2\""));
        Bytes first = file("referral-ack.json");
        Bytes second = with("referral-ack.json", "/version", "2");

        Forms both = new Forms(List.of(withVersions(today, "1", "2")), schemas);
        assertThat(both.check(REF_ACK, first)).isEmpty();
        assertThat(both.check(REF_ACK, second)).isEmpty();

        Forms newest = new Forms(List.of(withVersions(today, "2")), schemas);
        assertThat(only(newest.check(REF_ACK, first)).sentence()).isEqualTo("Version 1 of REF-ACK is no longer read.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "{\"kind\":", "[]", "\"text\"", "{\"kind\":\"REF-ACK\",\"kind\":\"REF-ACK\"}"})
    void what_is_not_a_form_at_all_is_one_problem(String text) {
        assertThat(only(FORMS.check(REF_ACK, Bytes.ofUtf8(text))).pointer()).isEmpty();
    }

    @Test
    void malformed_json_is_answered_with_line_and_column() {
        Problem problem = only(FORMS.check(REF_ACK, Bytes.ofUtf8("{\n  \"kind\": \"REF-ACK\"\n  \"version\": \"1\"}")));
        assertThat(problem.sentence()).isEqualTo("The form is not well-formed JSON at line 3, column 3.");
    }

    @Test
    void a_form_nested_without_end_is_refused_not_followed() {
        Bytes deep = Bytes.ofUtf8("{\"kind\":" + "[".repeat(100_000));
        assertThat(FORMS.check(REF_ACK, deep)).hasSize(1);
    }

    @Test
    void a_form_made_of_faults_costs_little() {
        String faults = "{},".repeat(300_000);
        Bytes endless = Bytes.ofUtf8("{\"kind\":\"MLA-REQ\",\"version\":\"1\",\"persons\":[" + faults + "{}]}");
        assertThat(only(FORMS.check(MLA_REQ, endless)).sentence()).startsWith("The form has more than");
        Bytes many = Bytes.ofUtf8(
                "{\"kind\":\"MLA-REQ\",\"version\":\"1\",\"persons\":[" + "{},".repeat(Forms.MAX_VALUES - 10) + "{}]}");
        assertThat(FORMS.check(MLA_REQ, many)).hasSize(Forms.MAX_PROBLEMS);
        assertThat(only(FORMS.check(MLA_REQ, Bytes.owned(new byte[Forms.MAX_BYTES + 1])))
                        .sentence())
                .startsWith("The form is larger");
    }

    @Test
    void a_form_of_another_kind_is_not_read_as_this_one() {
        assertThat(FORMS.check(REF_DEC, file("referral-ack.json")))
                .extracting(Problem::pointer)
                .contains("/kind");
        assertThat(only(FORMS.check(new MessageKind("REF-XYZ"), file("referral-ack.json")))
                        .sentence())
                .startsWith("There is no kind of message REF-XYZ");
    }

    @ParameterizedTest
    @CsvSource({
        "/decisionBy, 12 March, is not written in its form., For example: 2026-11-27.",
        "/language, english please, is not written in its form., For example: en.",
        "/assessor/phone, 0123, is not written in its form., For example: +99012345678.",
        "/note, '', is empty., Anything the referring side should know now."
    })
    void a_mistyped_field_is_answered_with_an_example_and_never_quoted(
            String pointer, String value, String sentence, String mend) {
        Problem problem = only(FORMS.check(REF_ACK, with("referral-ack.json", pointer, value)));
        assertThat(problem.pointer()).isEqualTo(pointer);
        assertThat(problem.sentence()).endsWith(sentence);
        assertThat(problem.mend()).isEqualTo(mend);
    }

    @Test
    void no_problem_quotes_what_the_form_says() {
        String marker = "MARKER";
        for (String file : List.of("referral.json", "mla-request.json", "mla-result.json")) {
            Bytes spoiled = changed(file, form -> Markers.fill(form, marker));
            MessageKind kind = new MessageKind(json(file(file)).path("kind").stringValue());
            assertThat(FORMS.check(kind, spoiled))
                    .isNotEmpty()
                    .noneMatch(problem -> problem.toString().contains(marker));
        }
    }

    @Test
    void an_unknown_field_is_named_only_if_its_name_looks_like_one() {
        assertThat(only(FORMS.check(REF_ACK, with("referral-ack.json", "/decisonBy", "x")))
                        .pointer())
                .isEqualTo("/decisonBy");
        assertThat(only(FORMS.check(REF_ACK, with("referral-ack.json", "/what: ever", "x")))
                        .pointer())
                .isEmpty();
    }

    @Test
    void pointers_are_written_as_rfc_6901_says() {
        assertThat(Pointer.ROOT.then("a/b").then("c~d").then("0")).hasToString("/a~1b/c~0d/0");
        assertThat(Pointer.ROOT).hasToString("");
    }

    @ParameterizedTest
    @CsvSource({"BANK_SECRECY, UNTOC 18(8)", "FISCAL, UNTOC 18(22)", "BECAUSE, 'UNTOC 18(21), 18(9)'"})
    void what_is_never_a_ground_for_refusal_is_refused_by_its_article(String ground, String article) {
        Bytes refusal = changed("mla-decision.json", form -> {
            put(form, "/decision", "REFUSED");
            for (String field : List.of("executingAuthority", "expectedBy", "procedureFollowed", "conditions"))
                form.remove(field);
            put(form, "/ground", ground);
            put(form, "/reasons", "Execution is thought to be impossible.");
            put(form, "/consultation", CONSULTATION);
        });
        assertThat(only(FORMS.check(MLA_DEC, refusal)).why()).isEqualTo(article);
    }

    @Test
    void nothing_is_refused_without_consultation_ground_and_reasons() {
        Bytes refusal = changed("mla-decision.json", form -> {
            put(form, "/decision", "REFUSED");
            form.remove("executingAuthority");
            form.remove("expectedBy");
        });
        assertThat(FORMS.check(MLA_DEC, refusal))
                .extracting(problem -> problem.pointer() + " " + problem.why())
                .containsExactlyInAnyOrder(
                        "/ground UNTOC 18(21)", "/reasons UNTOC 18(23)", "/consultation UNTOC 18(26)");
        Bytes partial = with("mla-decision.json", "/decision", "PARTIAL");
        assertThat(FORMS.check(MLA_DEC, partial))
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder("/refusedItems", "/consultation");
    }

    @Test
    void a_deadline_is_given_with_reasons() {
        Problem problem =
                only(FORMS.check(MLA_REQ, with("mla-request.json", "/deadline", Map.of("date", "2025-04-01"))));
        assertThat(problem.pointer()).isEqualTo("/deadline/reasons");
        assertThat(problem.why()).isEqualTo("UNTOC 18(24)");
    }

    @ParameterizedTest
    @CsvSource({"reason, /reason", "explanation, /explanation", "dataErasedBy, /dataErasedBy"})
    void who_declines_a_referral_gives_reason_explanation_and_erasure(String left, String pointer) {
        Bytes declined = changed("referral-decision.json", form -> {
            for (String field : List.of("caseManager", "needsCovered", "startsOn", "contacts")) form.remove(field);
            put(form, "/decision", "DECLINED");
            put(form, "/reason", "NO_CAPACITY");
            put(form, "/explanation", "All places are taken.");
            put(form, "/dataErasedBy", "2025-03-20");
            form.remove(left);
        });
        assertThat(only(FORMS.check(REF_DEC, declined)).pointer()).isEqualTo(pointer);
    }

    @Test
    void each_kind_goes_only_from_and_to_those_its_row_names() {
        for (KindOfMessage kind : FORMS.kinds())
            for (AuthorityKind recipient : AuthorityKind.values())
                assertThat(kind.recipients().contains(recipient))
                        .isEqualTo(kind.views().containsKey(recipient));
        assertThat(FORMS.check(REF_DEC, file("referral-decision.json"), occasion(POLICE_XB, SOCIAL_XC)))
                .extracting(Problem::sentence)
                .containsExactly("An authority of kind police does not send REF-DEC.");
        assertThat(FORMS.check(REF_DEC, file("referral-decision.json"), occasion(SOCIAL_XA, POLICE_XB)))
                .extracting(Problem::sentence)
                .containsExactly("REF-DEC does not go to an authority of kind police, such as xb.police.border.");
    }

    static final Map<String, Object> CONSULTATION = Map.of(
            "on", "2025-03-01",
            "with", "Sample Officer Three",
            "summary", "Conditions were discussed and would not help.",
            "conditionsOffered", false);

    static Problem only(List<Problem> problems) {
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private static KindOfMessage withVersions(KindOfMessage kind, String... versions) {
        return new KindOfMessage(
                kind.code(),
                kind.form(),
                kind.title(),
                kind.article(),
                kind.senders(),
                kind.views(),
                List.of(versions));
    }
}
