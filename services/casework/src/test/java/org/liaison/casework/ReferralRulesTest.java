package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.Samples.*;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import tools.jackson.databind.node.ObjectNode;

class ReferralRulesTest {

    private static final Map<String, Object> GUARDIAN =
            Map.of("type", "PERSON", "name", "Sample Guardian", "appointedBy", "Sample Family Court of XC");
    private static final Map<String, Object> BEST_INTERESTS = Map.of(
            "reference", "BIA-1",
            "assessedOn", "2025-03-01",
            "assessor", "Sample Office",
            "outcome", "FAVOURABLE");

    @Test
    void an_adult_is_not_referred_without_consent() {
        assertThat(pointersAndReasons(FORMS.check(REF_REQ, without("referral.json", "/consent"))))
                .containsExactly("/consent CoE 12(7), Dir 2011/36 11(5)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHILD", "PRESUMED_CHILD", "NOT_KNOWN"})
    void a_child_or_who_may_be_one_needs_guardian_and_best_interests_but_no_consent(String status) {
        Bytes unprotected = changed("referral.json", form -> {
            put(form, "/person/ageStatus", status);
            form.remove("consent");
        });
        assertThat(pointersAndReasons(FORMS.check(REF_REQ, unprotected)))
                .containsExactlyInAnyOrder(
                        "/guardian CoE 10(3)-(4), Dir 2011/36 13(2), 14(2)", "/bestInterests CoE 10(4), 16(7)");
        Bytes protectedChild = changed("referral.json", form -> {
            put(form, "/person/ageStatus", status);
            form.remove("consent");
            put(form, "/guardian", GUARDIAN);
            put(form, "/bestInterests", BEST_INTERESTS);
        });
        assertThat(FORMS.check(REF_REQ, protectedChild)).isEmpty();
    }

    @Test
    void a_child_is_not_referred_against_its_best_interests() {
        Bytes form = changed("referral.json", json -> {
            put(json, "/person/ageStatus", "CHILD");
            put(json, "/guardian", GUARDIAN);
            put(json, "/bestInterests", BEST_INTERESTS);
            put(json, "/bestInterests/outcome", "UNFAVOURABLE");
        });
        assertThat(pointersAndReasons(FORMS.check(REF_REQ, form)))
                .containsExactly("/bestInterests/outcome CoE 16(7), 10(4)");
    }

    @ParameterizedTest
    @CsvSource({"2010-01-01", "2007-03-07", "2007-03", "2007"})
    void who_may_be_under_eighteen_is_not_an_adult(String born) {
        assertThat(sent(form -> put(form, "/person/dateOfBirth", born)))
                .containsExactly("/person/ageStatus CoE 10(3), Dir 2011/36 13(2)");
    }

    @ParameterizedTest
    @CsvSource({"2999-01-01", "2999-01", "2999", "2025-03-09"})
    void a_date_of_birth_in_the_future_is_told_at_its_own_field_and_as_nothing_else(String born) {
        assertThat(sent(form -> put(form, "/person/dateOfBirth", born))).containsExactly("/person/dateOfBirth ");
    }

    @ParameterizedTest
    @CsvSource({"2007-03-06", "2007-02", "2006", "1999-04"})
    void who_is_eighteen_for_certain_may_be_called_an_adult(String born) {
        assertThat(sent(form -> put(form, "/person/dateOfBirth", born))).isEmpty();
    }

    @Test
    void the_risk_assessment_is_there_and_in_date() {
        assertThat(pointersAndReasons(FORMS.check(REF_REQ, without("referral.json", "/risk"))))
                .containsExactly("/risk CoE 16(2), 16(7), 12(2)");
        assertThat(sent(form -> put(form, "/risk/validUntil", "2025-03-06"))).isEmpty();
        assertThat(sent(form -> put(form, "/risk/validUntil", "2025-03-05")))
                .containsExactly("/risk/validUntil CoE 16(2), 16(7), 12(2)");
        assertThat(sent(form -> put(form, "/risk/assessedOn", "2025-03-07")))
                .containsExactly("/risk/assessedOn CoE 12(7), 16(7)");
    }

    @Test
    void the_risk_is_assessed_for_where_the_person_goes() {
        assertThat(sent(form -> remove(form, "/risk/countries/2"))).containsExactly("/risk/countries CoE 16(7)");
    }

    @Test
    void the_person_agreed_to_this_recipient() {
        assertThat(sent(form -> put(form, "/consent/recipients", List.of("xb.social.welfare"))))
                .containsExactly("/consent/recipients CoE 12(7)");
    }

    @ParameterizedTest
    @CsvSource({
        "HEALTH, /health",
        "WHEREABOUTS, /whereabouts",
        "ACCOUNT, /account",
        "RESIDENCE, /residence",
        "NEEDS, /servicePlan"
    })
    void nothing_is_shared_that_the_person_did_not_agree_to(String dataClass, String pointer) {
        Bytes form = changed("referral.json", json -> {
            List<String> scope = new java.util.ArrayList<>(
                    List.of("IDENTITY", "WHEREABOUTS", "HEALTH", "NEEDS", "ACCOUNT", "RESIDENCE", "RISK"));
            scope.remove(dataClass);
            put(json, "/consent/scope", scope);
        });
        assertThat(pointersAndReasons(FORMS.check(REF_REQ, form))).containsExactly(pointer + " CoE 11, 12(7)");
    }

    @Test
    void consent_in_a_language_not_understood_is_none() {
        assertThat(pointersAndReasons(FORMS.check(REF_REQ, with("referral.json", "/consent/language", "fr"))))
                .containsExactly("/consent/language CoE 15(1), TIP 6(2)");
        Bytes interpreted = changed("referral.json", form -> {
            put(form, "/consent/language", "fr");
            put(form, "/consent/interpreterUsed", true);
        });
        assertThat(FORMS.check(REF_REQ, interpreted)).isEmpty();
    }

    @Test
    void withdrawal_was_explained() {
        assertThat(pointersAndReasons(
                        FORMS.check(REF_REQ, with("referral.json", "/consent/toldOfRightToWithdraw", false))))
                .containsExactly("/consent/toldOfRightToWithdraw CoE 12(6)-(7)");
    }

    @ParameterizedTest
    @CsvSource({
        "/justice/modusOperandi, Told Sample Person to hand over the passport.",
        "/justice/suspects/0/description, Waits at 2 SHELTER STREET in Sample Town.",
        "/justice/reportedToPolice/reference, SPECIMEN-0001"
    })
    void the_part_for_police_does_not_name_the_victim(String pointer, String text) {
        assertThat(pointersAndReasons(FORMS.check(REF_REQ, with("referral.json", pointer, text))))
                .contains(pointer + " CoE 11, TIP 6(1)");
    }

    @Test
    void a_return_is_voluntary() {
        assertThat(FORMS.check(REF_REQ, with("referral.json", "/journey/voluntary", false)))
                .extracting(Problem::why)
                .containsExactly("CoE 16(2), TIP 8(2)");
        assertThat(pointersAndReasons(FORMS.check(REF_REQ, without("referral.json", "/journey/voluntary"))))
                .containsExactly("/journey/voluntary CoE 16(2), TIP 8(2)");
    }

    @Test
    void a_reflection_period_lasts_thirty_days() {
        assertThat(FORMS.check(REF_REQ, with("referral.json", "/residence/reflectionUntil", "2025-02-19")))
                .isEmpty();
        assertThat(pointersAndReasons(
                        FORMS.check(REF_REQ, with("referral.json", "/residence/reflectionUntil", "2025-02-18"))))
                .containsExactly("/residence/reflectionUntil CoE 13(1)");
    }

    @Test
    void a_way_to_reach_the_person_says_whether_it_is_safe() {
        assertThat(FORMS.check(REF_REQ, without("referral.json", "/person/contact/safeToCall")))
                .extracting(Problem::pointer)
                .containsExactly("/person/contact/safeToCall");
    }

    @Test
    void the_form_is_in_a_language_the_recipient_reads() {
        assertThat(sent(form -> put(form, "/language", "en-GB"))).isEmpty();
        assertThat(sent(form -> put(form, "/language", "fr"))).containsExactly("/language UNTOC 18(14)");
    }

    @Test
    void files_and_the_list_of_files_agree() {
        Bytes seen = Projection.project(file("referral.json"), REF_REQ, AuthorityKind.SOCIAL);
        assertThat(FORMS.check(REF_REQ, seen, occasion(SOCIAL_XC, SOCIAL_XA)))
                .extracting(Problem::pointer)
                .containsExactly("/attachments/0/file");
        assertThat(FORMS.check(REF_REQ, seen, occasion(SOCIAL_XC, SOCIAL_XA, "identity-sheet.pdf", "court-order.pdf")))
                .extracting(Problem::pointer)
                .containsExactly("/attachments");
    }

    /// What stands against sending the sample, so changed, to the social authority of XA.
    private static List<String> sent(Consumer<ObjectNode> change) {
        return problems(change, SOCIAL_XA);
    }

    private static List<String> problems(Consumer<ObjectNode> change, AuthorityCode to) {
        Bytes seen = Projection.project(changed("referral.json", change), REF_REQ, to.kind());
        return pointersAndReasons(FORMS.check(REF_REQ, seen, occasion(SOCIAL_XC, to, "identity-sheet.pdf")));
    }

    private static List<String> pointersAndReasons(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.pointer() + " " + problem.why())
                .toList();
    }
}
