package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.FormsTest.only;
import static org.liaison.casework.Samples.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.casework.course.Courses;
import org.liaison.casework.course.Meaning;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Digest;
import org.liaison.message.HandlingCode;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The safeguards of mutual legal assistance, each named after the article it comes from.
class AssistanceTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "samples");
    private static final CaseId CASE = new CaseId("XC-MLA-2025-000003");
    private static final AuthorityCode NCB_XA = AuthorityCode.parse("xa.ncb.interpol");
    private static final Digest SOME_DIGEST = Bytes.ofUtf8("a file").sha256();

    static List<String> kinds() {
        return AssistanceKinds.ALL.stream().map(kind -> kind.code().code()).toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_sample_may_be_sent_and_means_something_in_its_case(String kind) {
        assertThat(problems(sample(kind), CENTRAL_XC)).isEmpty();
        assertThat(Courses.meaning(CASE, new MessageKind(kind), sample(kind))).isPresent();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_version_that_is_not_known_yet_gets_a_clear_answer_and_nothing_else(String kind) {
        Problem problem = only(FORMS.check(new MessageKind(kind), sample(kind, form -> form.put("version", "2"))));
        assertThat(problem.pointer()).isEqualTo("/version");
        assertThat(problem.sentence()).contains("version 2 of " + kind);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void an_empty_form_is_told_everything_it_lacks_at_once(String kind) {
        Bytes empty = Bytes.ofUtf8("{\"kind\":\"" + kind + "\",\"version\":\"1\"}");
        String schema = FORMS.schema(new MessageKind(kind), View.WHOLE).orElseThrow();
        List<String> missing = StrictJson.MAPPER
                .readTree(schema)
                .path("required")
                .valueStream()
                .map(field -> "/" + field.stringValue())
                .filter(field -> !List.of("/kind", "/version").contains(field))
                .toList();
        assertThat(FORMS.check(new MessageKind(kind), empty))
                .extracting(Problem::pointer)
                .containsAll(missing);
    }

    @Test
    void every_message_of_the_course_is_a_kind_and_every_kind_is_in_the_course() {
        assertThat(Courses.find("MLA").orElseThrow().kinds())
                .containsExactlyInAnyOrderElementsOf(
                        AssistanceKinds.ALL.stream().map(KindOfMessage::code).toList());
    }

    // What must be asked for, and how.

    @Test
    void untoc_18_10_nobody_is_transferred_without_free_and_informed_consent() {
        assertThat(only(problemsOf(transfer("/assistance/0/transfer/consentOfPerson", false)))
                        .why())
                .isEqualTo("UNTOC 18(10)(a)");
        for (String missing : List.of("consentGivenOn", "consentLanguage", "informedBy"))
            assertThat(problemsOf(transfer("/assistance/0/transfer/" + missing, null)))
                    .extracting(Problem::pointer)
                    .containsExactly("/assistance/0/transfer/" + missing);
        Problem foreign = only(problemsOf(transfer("/assistance/0/transfer/consentLanguage", "fr")));
        assertThat(foreign.why()).isEqualTo("UNTOC 18(10)(a)");
        assertThat(problemsOf(changed(
                        transfer("/assistance/0/transfer/consentLanguage", "fr"),
                        form -> put(form, "/assistance/0/transfer/interpreterUsed", true))))
                .isEmpty();
        assertThat(only(problems(transfer("/assistance/0/transfer/consentGivenOn", "2025-03-07"), CENTRAL_XC))
                        .pointer())
                .isEqualTo("/assistance/0/transfer/consentGivenOn");
    }

    @ParameterizedTest
    @CsvSource({"keptInCustody, UNTOC 18(11)(a)", "timeCounts, UNTOC 18(11)", "noEarlierActs, UNTOC 18(12)"})
    void untoc_18_11_and_12_who_is_transferred_stays_under_the_terms_of_the_sending_state(
            String field, String article) {
        assertThat(only(problemsOf(transfer("/assistance/0/transfer/" + field, false)))
                        .why())
                .isEqualTo(article);
    }

    @Test
    void untoc_18_13_only_an_urgent_request_goes_by_the_national_bureaus() {
        Bytes calm = sample("MLA-REQ", form -> form.remove("urgency"));
        assertThat(only(problems(calm, CENTRAL_XC, NCB_XA, Docket.EMPTY)).why()).isEqualTo("UNTOC 18(13)");
        assertThat(problems(sample("MLA-REQ"), CENTRAL_XC, NCB_XA, Docket.EMPTY))
                .isEmpty();
        assertThat(problems(calm, CENTRAL_XC)).isEmpty();
    }

    @Test
    void untoc_18_13_a_bureau_relays_and_decides_nothing() {
        for (String kind : List.of("MLA-DEC", "MLA-COND", "MLA-POST", "MLA-RES", "MLA-USED"))
            assertThat(FORMS.kind(new MessageKind(kind)).orElseThrow().senders())
                    .doesNotContain(AuthorityKind.NCB);
    }

    @Test
    void untoc_18_14_an_oral_request_is_urgent_and_confirmed_in_writing_forthwith() {
        assertThat(problemsOf(sample("MLA-ORALCONF", form -> form.remove(List.of("oral", "urgency")))))
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder("/oral", "/urgency");
        Bytes late = sample("MLA-ORALCONF", form -> put(form, "/oral/madeAt", "2025-03-05T08:59:59Z"));
        assertThat(only(problems(late, CENTRAL_XC)).pointer()).isEqualTo("/oral/whyLate");
        assertThat(problems(
                        changed(late, form -> put(form, "/oral/whyLate", "The line was down until this morning.")),
                        CENTRAL_XC))
                .isEmpty();
        Bytes early = sample("MLA-ORALCONF", form -> put(form, "/oral/madeAt", "2025-03-06T09:00:01Z"));
        assertThat(only(problems(early, CENTRAL_XC)).pointer()).isEqualTo("/oral/madeAt");
        assertThat(only(problemsOf(sample(
                                "MLA-REQ",
                                form -> form.set(
                                        "oral", json(sample("MLA-ORALCONF")).path("oral")))))
                        .why())
                .isEqualTo("UNTOC 18(14)");
    }

    @Test
    void untoc_18_15_a_supplement_names_the_case_that_it_supplements() {
        assertThat(only(problemsOf(sample("MLA-SUPP", form -> form.remove("relatesTo"))))
                        .pointer())
                .isEqualTo("/relatesTo");
    }

    @Test
    void untoc_18_15_a_request_that_replaces_another_is_one_of_the_same_side() {
        Bytes foreign = sample("MLA-CHG", form -> form.put("successor", "XA-MLA-2025-000004"));
        assertThat(only(problems(foreign, CENTRAL_XC)).pointer()).isEqualTo("/successor");
        Bytes other = sample("MLA-CHG", form -> form.put("successor", "XC-REF-2025-000004"));
        assertThat(only(problems(other, CENTRAL_XC)).pointer()).isEqualTo("/successor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proposedDates", "conductedBy", "whyNotInPerson"})
    void untoc_18_18_a_hearing_by_video_says_when_by_whom_and_why_not_in_person(String field) {
        assertThat(only(problemsOf(sample("MLA-SUPP", form -> remove(form, "/assistance/0/hearing/" + field))))
                        .pointer())
                .isEqualTo("/assistance/0/hearing/" + field);
    }

    @Test
    void untoc_18_27_a_witness_who_comes_has_safe_conduct_for_fifteen_days_or_as_agreed() {
        assertThat(problems(appearance(Map.of("safeConduct", true, "safeConductDays", 15)), CENTRAL_XC))
                .isEmpty();
        assertThat(only(problemsOf(appearance(Map.of("safeConduct", false)))).why())
                .isEqualTo("UNTOC 18(27)");
        assertThat(only(problemsOf(appearance(Map.of()))).why()).isEqualTo("UNTOC 18(27)");
        Problem shorter = only(problemsOf(appearance(Map.of("safeConduct", true, "safeConductDays", 5))));
        assertThat(shorter.pointer()).isEqualTo("/assistance/0/appearance/agreedPeriod");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1", "P2"})
    void untoc_18_29_government_records_are_records_of_a_government(String type) {
        Bytes records = sample("MLA-REQ", form -> put(form, "/assistance/0/type", type));
        assertThat(only(problemsOf(records)).why()).isEqualTo("UNTOC 18(29)");
        assertThat(problemsOf(changed(records, form -> put(form, "/assistance/0/records/category", "GOVERNMENT"))))
                .isEmpty();
    }

    // What may stand against it.

    @ParameterizedTest
    @ValueSource(strings = {"MLA-DEC", "MLA-CONSULT"})
    void untoc_18_8_bank_secrecy_is_never_a_ground(String kind) {
        assertThat(only(problemsOf(refusing(kind, "BANK_SECRECY"))).why()).isEqualTo("UNTOC 18(8)");
        Bytes partly = sample("MLA-DEC", form -> {
            form.put("decision", "PARTIAL");
            form.set("consultation", StrictJson.MAPPER.valueToTree(FormsTest.CONSULTATION));
            form.putArray("refusedItems")
                    .addObject()
                    .put("item", 1)
                    .put("ground", "BANK_SECRECY")
                    .put("reasons", "The bank is bound by secrecy.");
        });
        assertThat(only(problemsOf(partly)).why()).isEqualTo("UNTOC 18(8)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MLA-DEC", "MLA-CONSULT"})
    void untoc_18_22_fiscal_matters_are_never_the_sole_ground(String kind) {
        assertThat(only(problemsOf(refusing(kind, "FISCAL"))).why()).isEqualTo("UNTOC 18(22)");
    }

    @Test
    void untoc_18_23_reasons_are_given_for_any_refusal() {
        assertThat(only(problemsOf(changed(refusing("MLA-DEC", "UNTOC_18_21_B"), form -> form.remove("reasons"))))
                        .why())
                .isEqualTo("UNTOC 18(23)");
        assertThat(problemsOf(sample("MLA-POST", form -> form.remove("reasons"))))
                .extracting(Problem::why)
                .containsExactly("UNTOC 18(23), 18(25)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MLA-DEC", "MLA-POST"})
    void untoc_18_26_nothing_is_refused_or_postponed_without_consultation(String kind) {
        Bytes hasty = changed(
                kind.equals("MLA-DEC") ? refusing(kind, "UNTOC_18_21_B") : sample(kind),
                form -> form.remove("consultation"));
        assertThat(only(problemsOf(hasty)).why()).isEqualTo("UNTOC 18(26)");
        Bytes later = changed(
                kind.equals("MLA-DEC") ? refusing(kind, "UNTOC_18_21_B") : sample(kind),
                form -> put(form, "/consultation/on", "2025-03-07"));
        assertThat(only(problems(later, CENTRAL_XA)).why()).isEqualTo("UNTOC 18(26)");
    }

    @Test
    void untoc_18_26_accepted_conditions_bind_and_travel_with_the_result() {
        Docket accepted = after(sample("MLA-COND"), sample("MLA-COND-RSP"));
        Problem silent = only(problems(sample("MLA-RES"), CENTRAL_XA, CENTRAL_XC, accepted));
        assertThat(silent.pointer()).isEqualTo("/useLimitation/conditions");
        assertThat(silent.why()).isEqualTo("UNTOC 18(26)");
        JsonNode offered = json(sample("MLA-COND")).path("conditions");
        Bytes repeated = sample("MLA-RES", form -> put(form, "/useLimitation/conditions", offered));
        assertThat(problems(repeated, CENTRAL_XA, CENTRAL_XC, accepted)).isEmpty();
        assertThat(only(problemsOf(sample("MLA-COND-RSP", form -> form.remove("undertaking"))))
                        .why())
                .isEqualTo("UNTOC 18(26)");
    }

    @Test
    void untoc_18_26_declined_conditions_bind_nobody() {
        Bytes declined = sample("MLA-COND-RSP", form -> {
            form.put("answer", "DECLINED").remove("undertaking");
            form.put("reasons", "Our court must know all names.");
        });
        assertThat(problemsOf(declined)).isEmpty();
        Docket case_ = after(sample("MLA-COND"), declined);
        assertThat(only(problems(sample("MLA-DEC"), CENTRAL_XA, CENTRAL_XC, case_))
                        .pointer())
                .isEqualTo("/conditions/0");
    }

    @Test
    void untoc_18_24_what_is_announced_lies_ahead_and_is_told_with_reasons() {
        assertThat(only(problems(sample("MLA-DELAY", form -> form.put("newEstimate", "2025-03-05")), CENTRAL_XA))
                        .pointer())
                .isEqualTo("/newEstimate");
        assertThat(only(problems(sample("MLA-POST", form -> form.put("reviewOn", "2025-03-05")), CENTRAL_XA))
                        .pointer())
                .isEqualTo("/reviewOn");
        assertThat(only(problemsOf(sample("MLA-DELAY", form -> form.remove("reasons"))))
                        .why())
                .isEqualTo("UNTOC 18(24)");
    }

    @Test
    void untoc_18_25_only_what_interferes_with_a_case_of_ones_own_postpones() {
        assertThat(only(problemsOf(sample("MLA-POST", form -> form.put("interferesWith", "WORKLOAD"))))
                        .why())
                .isEqualTo("UNTOC 18(25)");
    }

    @Test
    void untoc_18_28_who_pays_extraordinary_costs_is_consulted_on_and_ordinary_ones_are_no_matter() {
        assertThat(only(problemsOf(sample("MLA-COST", form -> form.remove("proposal"))))
                        .why())
                .isEqualTo("UNTOC 18(28)");
        assertThat(only(problemsOf(sample("MLA-COST", form -> form.put("class", "ORDINARY"))))
                        .why())
                .isEqualTo("UNTOC 18(28)");
    }

    // What becomes of what was given.

    @Test
    void untoc_18_19_the_use_limitation_travels_with_every_result() {
        assertThat(only(problemsOf(sample("MLA-RES", form -> form.remove("useLimitation"))))
                        .why())
                .isEqualTo("UNTOC 18(19)");
        assertThat(only(problemsOf(sample("MLA-RES", form -> put(form, "/useLimitation/otherUseNeedsConsent", false))))
                        .why())
                .isEqualTo("UNTOC 18(19)");
        assertThat(only(problemsOf(sample("MLA-WDR", form -> form.put("useLimitationKept", false))))
                        .why())
                .isEqualTo("UNTOC 18(19)");
        Bytes unsaid = sample("MLA-RES", form -> {
            put(form, "/useLimitation/handling", List.of("H3"));
            remove(form, "/useLimitation/note");
        });
        assertThat(only(problemsOf(unsaid)).pointer()).isEqualTo("/useLimitation/note");
    }

    @Test
    void untoc_18_5_the_handling_codes_of_a_result_and_of_its_pieces_are_those_of_the_slip() {
        Bytes result = sample("MLA-RES", form -> {
            put(form, "/useLimitation/handling", List.of("H1"));
            put(form, "/manifest/0/handling", List.of("H2"));
        });
        assertThat(problemsOf(result)).isEmpty();
        assertThat(Handling.of(result, List.of())).containsExactly(HandlingCode.H1, HandlingCode.H2);
    }

    @Test
    void untoc_18_19_a_permission_says_what_for_and_to_whom_and_a_refusal_permits_nothing() {
        Meaning granted = Courses.meaning(CASE, new MessageKind("MLA-USED"), sample("MLA-USED"))
                .orElseThrow();
        assertThat(granted.event()).hasToString("MLA_USED_GRANTED");
        assertThat(granted.marks()).containsEntry("passTo", "xb.prosecutor.general");
        assertThat(only(problemsOf(sample("MLA-USED", form -> form.remove("purposes"))))
                        .why())
                .isEqualTo("UNTOC 18(19)");
        assertThat(only(problemsOf(sample("MLA-USED", form -> form.put("decision", "REFUSED"))))
                        .why())
                .isEqualTo("UNTOC 18(19)");
        Bytes nobody = sample("MLA-USED", form -> form.remove("passTo"));
        assertThat(problemsOf(nobody)).isEmpty();
        assertThat(Courses.meaning(CASE, new MessageKind("MLA-USED"), nobody)
                        .orElseThrow()
                        .marks())
                .isEmpty();
        for (String strange : List.of("", "xb.prosecutor", "somebody"))
            assertThat(problemsOf(sample("MLA-USED", form -> put(form, "/passTo/0", strange))))
                    .extracting(Problem::pointer)
                    .contains("/passTo/0")
                    .containsOnly("/passTo/0");
    }

    @Test
    void untoc_18_19_a_permission_answers_a_question_that_was_asked() {
        Docket asked = after(sample("MLA-USEQ"));
        assertThat(problems(sample("MLA-USED"), CENTRAL_XA, CENTRAL_XC, asked)).isEmpty();
        Bytes other = sample("MLA-USED", form -> form.put("answersNumber", 2));
        assertThat(only(problems(other, CENTRAL_XA, CENTRAL_XC, asked)).pointer())
                .isEqualTo("/answersNumber");
    }

    @Test
    void untoc_18_5_and_19_exculpatory_disclosure_is_told_before_or_explained() {
        Bytes done = sample("MLA-EXCULP", form -> form.put("disclosureOn", "2025-03-05"));
        Problem problem = only(problems(done, CENTRAL_XC));
        assertThat(problem.pointer()).isEqualTo("/whyNotBefore");
        assertThat(problem.why()).isEqualTo("UNTOC 18(5), 18(19)");
        assertThat(problems(
                        changed(done, form -> form.put("whyNotBefore", "The court ordered it in the hearing.")),
                        CENTRAL_XC))
                .isEmpty();
    }

    @Test
    void untoc_18_20_confidentiality_that_cannot_be_kept_is_told_before_the_result() {
        Bytes open = sample("MLA-RES", form -> form.put("confidentialityKept", false));
        Problem problem = only(problemsOf(open));
        assertThat(problem.pointer()).isEqualTo("/confidentialityToldOn");
        assertThat(problem.why()).isEqualTo("UNTOC 18(20)");
        assertThat(problemsOf(changed(open, form -> form.put("confidentialityToldOn", "2025-03-05"))))
                .isEmpty();
        assertThat(only(problems(sample("MLA-CONFID", form -> form.put("knownOn", "2025-03-07")), CENTRAL_XA))
                        .pointer())
                .isEqualTo("/knownOn");
    }

    @Test
    void untoc_18_17_a_part_of_the_result_hands_over_something_and_has_a_number_of_its_own() {
        Bytes empty = sample("MLA-RES", form -> form.put("final", false).putArray("manifest"));
        assertThat(only(problemsOf(empty)).pointer()).isEqualTo("/manifest");
        assertThat(problemsOf(sample("MLA-RES", form -> form.putArray("manifest"))))
                .isEmpty();
        Bytes again = sample("MLA-RES", form -> remove(form, "/formalities"));
        assertThat(only(problems(again, CENTRAL_XA, CENTRAL_XC, after(sample("MLA-RES"))))
                        .pointer())
                .isEqualTo("/part");
        assertThat(problems(sample("MLA-RES"), CENTRAL_XA, CENTRAL_XC, after(sample("MLA-RES"))))
                .isEmpty();
    }

    @Test
    void untoc_18_17_a_case_in_which_nothing_was_received_is_closed_saying_so() {
        Bytes nothing = sample("MLA-CLOSE", form -> {
            form.remove("evidenceReceived");
            form.put("nothingReceived", true);
        });
        assertThat(problemsOf(nothing)).isEmpty();
        assertThat(only(problemsOf(sample("MLA-CLOSE", form -> form.remove("evidenceReceived"))))
                        .pointer())
                .isEqualTo("/evidenceReceived");
        assertThat(problemsOf(sample("MLA-CLOSE", form -> form.put("nothingReceived", true))))
                .hasSize(1);
    }

    // The European Investigation Order as a legal basis.

    @Test
    void eio_annex_a_an_order_has_its_sections_and_nothing_else_has() {
        assertThat(problems(ORDER, CENTRAL_XC)).isEmpty();
        assertThat(only(problemsOf(changed(ORDER, form -> form.remove("investigationOrder"))))
                        .pointer())
                .isEqualTo("/investigationOrder");
        assertThat(only(problemsOf(changed(ORDER, form -> form.put("legalBasis", "UNTOC+TIP"))))
                        .why())
                .isEqualTo("Dir 2014/41 Annex A");
        assertThat(only(problemsOf(changed(ORDER, form -> remove(form, "/investigationOrder/validation"))))
                        .why())
                .isEqualTo("Dir 2014/41 Annex A, L");
        assertThat(only(problemsOf(order("measures", List.of("INTERCEPTION")))).why())
                .isEqualTo("Dir 2014/41 30(3)");
        assertThat(only(problemsOf(order("measures", List.of("COVERT_INVESTIGATION"))))
                        .pointer())
                .isEqualTo("/investigationOrder/overTime");
        assertThat(only(problems(order("executingState", "XB"), CENTRAL_XC)).why())
                .isEqualTo("Dir 2014/41 Annex A, A");
    }

    @Test
    void eio_32_a_provisional_measure_starts_its_clock() {
        Bytes provisional = changed(order("measures", List.of("PROVISIONAL_MEASURE")), form -> {
            put(
                    form,
                    "/investigationOrder/provisional",
                    Map.of("remains", true, "until", "2025-06-30", "reasons", "The vouchers are destroyed."));
        });
        assertThat(only(problemsOf(provisional)).pointer()).isEqualTo("/provisionalMeasure");
        Bytes said = changed(provisional, form -> form.put("provisionalMeasure", true));
        assertThat(problemsOf(said)).isEmpty();
        assertThat(Courses.meaning(CASE, MLA_REQ, said).orElseThrow().marks()).containsEntry("provisional", "true");
    }

    @Test
    void eio_11_1_an_order_is_refused_on_its_grounds_only_and_other_requests_never_on_these() {
        Bytes byOrder = refusing("MLA-DEC", "EIO_11_1_F");
        Bytes byConvention = refusing("MLA-DEC", "UNTOC_18_21_B");
        assertThat(problems(byOrder, CENTRAL_XA, CENTRAL_XC, after(ORDER))).isEmpty();
        assertThat(problems(byConvention, CENTRAL_XA, CENTRAL_XC, after(sample("MLA-REQ"))))
                .isEmpty();
        assertThat(only(problems(byConvention, CENTRAL_XA, CENTRAL_XC, after(ORDER)))
                        .pointer())
                .isEqualTo("/ground");
        assertThat(only(problems(byOrder, CENTRAL_XA, CENTRAL_XC, after(sample("MLA-REQ"))))
                        .pointer())
                .isEqualTo("/ground");
    }

    @Test
    void untoc_13_7_that_an_offence_is_not_covered_stands_against_confiscation_only() {
        Bytes refusal = refusing("MLA-DEC", "UNTOC_13_7");
        assertThat(problems(refusal, CENTRAL_XA, CENTRAL_XC, after(sample("MLA-SUPP"))))
                .isEmpty();
        assertThat(only(problems(refusal, CENTRAL_XA, CENTRAL_XC, after(sample("MLA-REQ"))))
                        .pointer())
                .isEqualTo("/ground");
    }

    @Test
    void eio_12_5_a_decision_on_an_order_takes_sixty_days_at_most() {
        Bytes late = sample("MLA-DELAY", form -> form.put("limit", "DECISION").put("newEstimate", "2025-05-05"));
        Docket order = after(ORDER, sample("MLA-ACK"));
        assertThat(only(problems(late, CENTRAL_XA, CENTRAL_XC, order)).why()).isEqualTo("Dir 2014/41 12(3), 12(5)");
        Bytes inTime = changed(late, form -> form.put("newEstimate", "2025-05-04"));
        assertThat(problems(inTime, CENTRAL_XA, CENTRAL_XC, order)).isEmpty();
        assertThat(problems(late, CENTRAL_XA, CENTRAL_XC, after(sample("MLA-REQ"), sample("MLA-ACK"))))
                .isEmpty();
    }

    private static final Bytes ORDER = read("more/MLA-REQ-order.json");

    private static Bytes order(String field, Object value) {
        return changed(ORDER, form -> put(form, "/investigationOrder/" + field, value));
    }

    private static Bytes refusing(String kind, String ground) {
        return sample(kind, form -> {
            form.put("ground", ground);
            if (!kind.equals("MLA-DEC")) return;
            form.put("decision", "REFUSED");
            for (String field : List.of("executingAuthority", "expectedBy", "procedureFollowed", "conditions"))
                form.remove(field);
            form.put("reasons", "Execution would harm an essential interest.");
            form.set("consultation", StrictJson.MAPPER.valueToTree(FormsTest.CONSULTATION));
        });
    }

    /// A request to transfer the witness, with one field of the transfer changed or (null) removed.
    private static Bytes transfer(String pointer, Object value) {
        return sample("MLA-REQ", form -> {
            ObjectNode item = form.putArray("assistance").addObject();
            item.put("number", 1)
                    .put("type", "T")
                    .put("description", "A hearing in court.")
                    .put("person", "p2");
            item.putObject("transfer")
                    .put("consentOfPerson", true)
                    .put("consentGivenOn", "2025-03-01")
                    .put("consentLanguage", "en")
                    .put("informedBy", "Sample Officer Six, legal aid")
                    .put("purpose", "TESTIMONY")
                    .put("returnBy", "2025-05-15")
                    .put("keptInCustody", true)
                    .put("timeCounts", true)
                    .put("noEarlierActs", true);
            if (value == null) remove(form, pointer);
            else put(form, pointer, value);
        });
    }

    private static Bytes appearance(Map<String, Object> more) {
        return sample("MLA-REQ", form -> {
            ObjectNode item = form.putArray("assistance").addObject();
            item.put("number", 1)
                    .put("type", "H")
                    .put("description", "A hearing in court.")
                    .put("person", "p2");
            ObjectNode appearance = item.putObject("appearance");
            appearance.put("date", "2025-05-15").put("place", "Sample Court, XC");
            more.forEach((field, value) -> appearance.set(field, StrictJson.MAPPER.valueToTree(value)));
        });
    }

    static Bytes sample(String kind) {
        return read(kind + ".json");
    }

    private static Bytes sample(String kind, Consumer<ObjectNode> change) {
        return changed(sample(kind), change);
    }

    private static Bytes changed(Bytes form, Consumer<ObjectNode> change) {
        ObjectNode json = json(form);
        change.accept(json);
        return StrictJson.write(json);
    }

    private static Bytes read(String name) {
        try {
            return Bytes.owned(Files.readAllBytes(FOLDER.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Problem> problemsOf(Bytes form) {
        return FORMS.check(new MessageKind(json(form).path("kind").stringValue()), form);
    }

    /// When it is sent with all the files it lists to the other central authority.
    private static List<Problem> problems(Bytes form, AuthorityCode from) {
        return problems(form, from, from.equals(CENTRAL_XC) ? CENTRAL_XA : CENTRAL_XC, Docket.EMPTY);
    }

    private static List<Problem> problems(Bytes form, AuthorityCode from, AuthorityCode to, Docket docket) {
        Map<String, Digest> files = new TreeMap<>();
        for (JsonNode file : json(form).path("attachments"))
            files.put(file.path("file").stringValue(), SOME_DIGEST);
        for (JsonNode file : json(form).path("manifest"))
            files.put(
                    file.path("file").stringValue(),
                    Samples.file(file.path("file").stringValue()).sha256());
        Occasion occasion = new Occasion(from, List.of(to), NOW, List.of("en"), files, docket, Map.of());
        return FORMS.check(new MessageKind(json(form).path("kind").stringValue()), form, occasion);
    }

    private static Docket after(Bytes... forms) {
        return kind -> {
            List<Bytes> found = new ArrayList<>();
            for (Bytes form : forms) if (json(form).path("kind").stringValue().equals(kind.code())) found.add(form);
            return found;
        };
    }
}
