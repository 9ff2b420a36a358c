package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.Referrals.*;
import static org.liaison.casework.Samples.CENTRAL_XA;
import static org.liaison.casework.Samples.CENTRAL_XC;
import static org.liaison.casework.Samples.FORMS;
import static org.liaison.casework.Samples.SOCIAL_XC;
import static org.liaison.casework.Samples.put;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.casework.course.Courses;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.MessageKind;

/// The checks beside a referral: nationality, travel documents, documents.
class VerificationTest {

    private static final Map<String, Object> GUARDIAN =
            Map.of("type", "PERSON", "name", "Sample Guardian", "appointedBy", "Sample Family Court of XC");
    private static final Map<String, Object> FAVOURABLE = Map.of(
            "reference", "BIA-1", "assessedOn", "2025-03-01", "assessor", "Sample Office", "outcome", "FAVOURABLE");

    @ParameterizedTest
    @ValueSource(strings = {"NAT-VER", "TRV-DOC", "DOC-VER"})
    void coe_12_7_particulars_of_an_adult_go_out_only_with_consent_to_this_recipient(String kind) {
        assertThat(problems(form(kind), SOCIAL_XC, CENTRAL_XA, Docket.EMPTY)).isEmpty();
        assertThat(problems(form(kind), SOCIAL_XC, CENTRAL_XC, Docket.EMPTY))
                .containsExactly("/agreement/recipients CoE 11, 12(7)");
        assertThat(problems(form(kind, form -> form.remove("agreement"))))
                .singleElement()
                .asString()
                .contains("CoE 11");
        assertThat(problems(form(kind, form -> put(form, "/agreement/scope", List.of("NEEDS")))))
                .contains((kind.equals("DOC-VER") ? "/document" : "/identity") + " CoE 11, 12(7)");
    }

    @ParameterizedTest
    @CsvSource({"NAT-VER, CHILD", "NAT-VER, NOT_KNOWN", "TRV-DOC, PRESUMED_CHILD"})
    void coe_10_4_for_a_child_the_guardian_acts_in_its_best_interests(String kind, String age) {
        Bytes unprotected = form(kind, form -> {
            put(form, "/ageStatus", age);
            form.remove("agreement");
        });
        assertThat(problems(unprotected))
                .containsExactlyInAnyOrder(
                        "/guardian CoE 10(3)-(4), Dir 2011/36 13(2), 14(2)", "/bestInterests CoE 16(7), 10(4)");
        Bytes protectedChild = form(kind, form -> {
            put(form, "/ageStatus", age);
            form.remove("agreement");
            put(form, "/guardian", GUARDIAN);
            put(form, "/bestInterests", FAVOURABLE);
        });
        assertThat(problems(protectedChild)).isEmpty();
    }

    @Test
    void coe_10_3_the_document_of_a_child_is_checked_with_the_consent_of_the_guardian() {
        assertThat(problems(form("DOC-VER", form -> put(form, "/ageStatus", "NOT_KNOWN"))))
                .containsExactly(" CoE 10(3)-(4), Dir 2011/36 13(2)");
        assertThat(problems(form("DOC-VER", form -> {
                    put(form, "/ageStatus", "NOT_KNOWN");
                    put(form, "/agreement/givenBy", "REPRESENTATIVE");
                })))
                .isEmpty();
    }

    @Test
    void tip_13_a_document_is_checked_with_consent_or_because_a_law_demands_it() {
        Bytes atTheBorder = form("DOC-VER", form -> {
            form.remove("agreement");
            put(form, "/legalDuty", "Border Act of XC, section 12");
        });
        assertThat(problems(atTheBorder)).isEmpty();
    }

    @Test
    void tip_8_2_papers_are_asked_for_only_if_the_person_wishes_to_travel() {
        assertThat(problems(form("TRV-DOC", form -> put(form, "/voluntary", false))))
                .containsExactly("/voluntary CoE 16(2), TIP 8(2)");
    }

    @Test
    void coe_16_2_a_country_is_asked_only_where_that_is_safe() {
        assertThat(problems(form("NAT-VER", form -> put(form, "/safeToAsk", false))))
                .containsExactly("/safeToAsk CoE 16(2), 11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NAT-VER", "TRV-DOC", "DOC-VER"})
    void coe_11_nothing_but_the_pseudonym_leads_to_the_referral(String kind) {
        assertThat(problems(form(kind, form -> put(form, "/reference", "see XC-REF-2025-000017"))))
                .containsExactly("/reference CoE 11");
        for (String place : List.of("whereabouts", "account", "health"))
            assertThat(FORMS.schema(new MessageKind(kind), View.WHOLE).orElseThrow())
                    .doesNotContain("\"" + place + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NAT-VER", "TRV-DOC", "DOC-VER"})
    void the_answer_has_the_pseudonym_of_the_request(String kind) {
        Bytes other = form(kind + "-RSP", form -> put(form, "/pseudonym", "ZZZZ9999"));
        assertThat(problems(other, CENTRAL_XA, CENTRAL_XC, after(form(kind)))).containsExactly("/pseudonym CoE 11");
        assertThat(problems(form(kind + "-RSP"), CENTRAL_XA, CENTRAL_XC, after(form(kind))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NAT-VER-RSP", "TRV-DOC-RSP", "DOC-VER-RSP"})
    void coe_34_1_who_needs_more_time_says_why_and_how_long(String kind) {
        assertThat(problems(form(kind, form -> put(form, "/result", "DELAYED"))))
                .hasSize(2)
                .allMatch(problem -> problem.matches("/(expectedBy|obstacle) .*CoE 34\\(1\\)"));
    }

    @Test
    void a_check_is_a_case_of_its_own_so_it_cannot_hold_up_help() {
        for (String kind : List.of("NAT-VER", "TRV-DOC", "DOC-VER")) {
            assertThat(Courses.openedBy(new MessageKind(kind)).orElseThrow().family())
                    .isEqualTo(kind.substring(0, 3));
            CaseId referral = new CaseId("XC-REF-2025-000017");
            assertThat(Courses.meaning(referral, new MessageKind(kind), form(kind)))
                    .isEmpty();
        }
    }
}
