package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.Referrals.*;
import static org.liaison.casework.Samples.FORMS;
import static org.liaison.casework.Samples.NGO_XA;
import static org.liaison.casework.Samples.POLICE_XB;
import static org.liaison.casework.Samples.SOCIAL_XA;
import static org.liaison.casework.Samples.SOCIAL_XC;
import static org.liaison.casework.Samples.put;
import static org.liaison.casework.Samples.remove;

import java.util.ArrayList;
import java.util.HashSet;
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
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;

/// The safeguards of a referral, each named after the article it comes from.
class ReferralSafeguardsTest {

    private static final Bytes REFERRAL = form("REF-REQ");
    private static final Bytes WITHOUT_HEALTH =
            form("REF-REQ", form -> put(form, "/consent/scope", List.of("IDENTITY", "NEEDS", "RISK")));
    private static final Bytes OF_A_CHILD = form("REF-REQ", form -> {
        put(form, "/person/ageStatus", "PRESUMED_CHILD");
        put(form, "/person/dateOfBirth", "2010");
        form.remove("consent");
    });
    private static final Bytes WITHDRAWN = form("REF-CONSENT", form -> {
        put(form, "/change", "WITHDRAWN");
        form.remove("consent");
    });
    private static final Map<String, Object> GUARDIAN =
            Map.of("type", "PERSON", "name", "Sample Guardian", "appointedBy", "Sample Family Court of XC");
    private static final Map<String, Object> FAVOURABLE = Map.of(
            "reference", "BIA-1", "assessedOn", "2025-03-01", "assessor", "Sample Office", "outcome", "FAVOURABLE");

    @Test
    void coe_12_7_an_adult_who_refuses_is_not_referred() {
        assertThat(problems(form("REF-REQ", form -> form.remove("consent"))))
                .containsExactly("/consent CoE 12(7), Dir 2011/36 11(5)");
    }

    @Test
    void coe_12_7_an_answer_beyond_the_consent_needs_a_newer_one() {
        Bytes beyond = form("REF-INFO", form -> put(form, "/answers/0/dataClass", "HEALTH"));
        assertThat(sent(beyond, after(WITHOUT_HEALTH))).containsExactly("/answers/0 CoE 11, 12(7)");
        assertThat(sent(with(beyond, 2), after(WITHOUT_HEALTH))).isEmpty();
        assertThat(sent(with(beyond, 1), after(WITHOUT_HEALTH))).containsExactly("/consent/version CoE 11, 12(7)");
    }

    @Test
    void coe_12_7_a_person_may_refuse_disclosure_of_any_answer() {
        assertThat(sent(form("REF-INFO"), after(REFERRAL, form("REF-RFI")))).isEmpty();
        assertThat(sent(form("REF-INFO", form -> remove(form, "/answers/1")), after(REFERRAL, form("REF-RFI"))))
                .containsExactly("/answers CoE 12(7)");
        assertThat(problems(form("REF-INFO", form -> remove(form, "/answers/1/withheld"))))
                .containsExactly("/answers/1/answer CoE 12(7)");
    }

    @Test
    void coe_11_only_what_the_consent_covers_is_asked_for() {
        Bytes question = form("REF-RFI", form -> put(form, "/items/0/dataClass", "HEALTH"));
        assertThat(problems(question, SOCIAL_XA, SOCIAL_XC, after(REFERRAL))).isEmpty();
        assertThat(problems(question, SOCIAL_XA, SOCIAL_XC, after(WITHOUT_HEALTH)))
                .containsExactly("/items/0/dataClass CoE 11, 12(7)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WHEREABOUTS", "RESIDENCE"})
    void coe_11_who_may_never_know_does_not_ask(String dataClass) {
        Bytes question = form("REF-RFI", form -> put(form, "/items/0/dataClass", dataClass));
        assertThat(problems(question, NGO_XA, SOCIAL_XC, after(REFERRAL))).containsExactly("/items/0/dataClass CoE 11");
        assertThat(problems(question, SOCIAL_XA, SOCIAL_XC, after(REFERRAL))).isEmpty();
    }

    @Test
    void coe_11_after_the_consent_was_narrowed_later_messages_stay_within_it() {
        Bytes noNeeds = form("REF-CONSENT", form -> put(form, "/consent/scope", List.of("IDENTITY", "RISK")));
        Docket agreed = after(REFERRAL, form("REF-DEC"));
        assertThat(problems(form("REF-FU"), SOCIAL_XA, SOCIAL_XC, agreed)).isEmpty();
        assertThat(problems(form("REF-FU"), SOCIAL_XA, SOCIAL_XC, after(REFERRAL, form("REF-DEC"), noNeeds)))
                .containsExactly("/indicators CoE 11, 12(7)");
        Bytes notThere = form("REF-CONSENT", form -> put(form, "/consent/recipients", List.of("xb.social.welfare")));
        assertThat(sent(form("REF-PLAN"), after(REFERRAL, notThere))).containsExactly(" CoE 11, 12(7)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REF-FU", "REF-RES-STATUS", "REF-PLAN", "REF-INFO"})
    void coe_12_7_after_a_withdrawal_nothing_is_shared(String kind) {
        assertThat(problems(form(kind), SOCIAL_XA, SOCIAL_XC, after(REFERRAL, form("REF-DEC"), WITHDRAWN)))
                .contains(" CoE 12(6)-(7), 11");
    }

    @Test
    void coe_12_7_a_closure_after_a_withdrawal_tells_the_outcome_only() {
        Docket withdrawn = after(REFERRAL, WITHDRAWN);
        assertThat(problems(form("REF-CLOSE"), SOCIAL_XA, SOCIAL_XC, withdrawn)).containsExactly("/note CoE 11, 12(7)");
        assertThat(problems(form("REF-CLOSE", form -> form.remove("note")), SOCIAL_XA, SOCIAL_XC, withdrawn))
                .isEmpty();
    }

    @Test
    void coe_12_7_each_change_of_consent_has_a_newer_version() {
        assertThat(sent(form("REF-CONSENT"), after(REFERRAL))).isEmpty();
        assertThat(sent(form("REF-CONSENT"), after(REFERRAL, form("REF-CONSENT"))))
                .contains("/consentVersion CoE 11, 12(7)");
        assertThat(problems(form("REF-CONSENT", form -> put(form, "/consent/version", 3))))
                .containsExactly("/consent/version CoE 12(7)");
    }

    @Test
    void coe_12_7_narrower_means_less() {
        assertThat(sent(form("REF-CONSENT"), after(WITHOUT_HEALTH))).containsExactly("/consent CoE 11, 12(7)");
    }

    @Test
    void coe_15_1_a_new_consent_is_explained_in_a_language_understood() {
        Bytes inFrench = form("REF-CONSENT", form -> put(form, "/consent/language", "fr"));
        assertThat(sent(inFrench, after(REFERRAL))).containsExactly("/consent/language CoE 15(1), TIP 6(2)");
        Bytes interpreted = form("REF-CONSENT", form -> {
            put(form, "/consent/language", "fr");
            put(form, "/consent/interpreterUsed", true);
        });
        assertThat(sent(interpreted, after(REFERRAL))).isEmpty();
    }

    @Test
    void convention_108_what_is_no_longer_covered_is_to_be_erased() {
        assertThat(problems(form("REF-CONSENT", form -> form.remove("erase"))))
                .containsExactly("/erase CoE 11, Convention 108");
        Bytes otherClass = form("REF-CONSENT", form -> put(form, "/erase/classes", List.of("ACCOUNT")));
        assertThat(sent(otherClass, after(REFERRAL))).containsExactly("/erase/classes CoE 11, Convention 108");
        assertThat(sent(WITHDRAWN, after(REFERRAL))).isEmpty();
    }

    @Test
    void convention_108_the_erasure_is_confirmed_class_by_class() {
        Docket narrowed = after(REFERRAL, form("REF-CONSENT"));
        assertThat(problems(form("REF-ERASED"), SOCIAL_XA, SOCIAL_XC, narrowed)).isEmpty();
        assertThat(problems(
                        form("REF-ERASED", form -> put(form, "/classes", List.of("NEEDS"))),
                        SOCIAL_XA,
                        SOCIAL_XC,
                        narrowed))
                .containsExactly("/classes CoE 11, Convention 108");
        assertThat(problems(form("REF-ERASED", form -> put(form, "/how", "RESTRICTED"))))
                .containsExactly("/law CoE 11, Convention 108");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHILD", "PRESUMED_CHILD", "NOT_KNOWN"})
    void coe_10_4_only_an_adult_withdraws_alone(String age) {
        Bytes alone = changed(WITHDRAWN, form -> put(form, "/ageStatus", age));
        assertThat(problems(alone)).containsExactly(" CoE 10(3)-(4), Dir 2011/36 13(2)");
        assertThat(problems(changed(alone, form -> put(form, "/decidedBy", "REPRESENTATIVE"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REF-CONSENT", "REF-PLAN"})
    void coe_10_3_who_may_be_a_child_does_not_become_an_adult_by_another_form(String kind) {
        assertThat(sent(form(kind), after(OF_A_CHILD))).contains("/ageStatus CoE 10(3)-(4), Dir 2011/36 13(2)");
        Bytes ofAgeNow = changed(OF_A_CHILD, form -> put(form, "/person/dateOfBirth", "2007-03-06"));
        assertThat(sent(form(kind), after(ofAgeNow))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHILD", "PRESUMED_CHILD", "NOT_KNOWN"})
    void coe_16_7_a_child_is_never_returned_against_its_best_interests(String age) {
        Bytes unassessed = form("REF-PLAN", form -> put(form, "/ageStatus", age));
        assertThat(problems(unassessed))
                .containsExactlyInAnyOrder(
                        "/guardian CoE 10(3)-(4), Dir 2011/36 13(2), 14(2)", "/bestInterests CoE 16(7), 10(4)");
        Bytes assessed = changed(unassessed, form -> {
            put(form, "/guardian", GUARDIAN);
            put(form, "/bestInterests", FAVOURABLE);
        });
        assertThat(sent(assessed, after(OF_A_CHILD))).isEmpty();
        assertThat(problems(changed(assessed, form -> put(form, "/bestInterests/outcome", "UNFAVOURABLE"))))
                .containsExactly("/bestInterests/outcome CoE 16(7), 10(4)");
    }

    @ParameterizedTest
    @CsvSource({
        "voluntary, 'CoE 16(2), TIP 8(2)'",
        "proceedingsConsidered, 'CoE 16(2), TIP 8(2)'",
        "documentsReady, 'CoE 16(4), TIP 8(4)'",
        "contactsGiven, CoE 16(6)",
        "risk, 'CoE 16(2), 16(7), 12(2)'"
    })
    void coe_16_everything_is_settled_before_a_return(String field, String article) {
        assertThat(problems(form("REF-PLAN", form -> form.remove(field)))).containsExactly("/" + field + " " + article);
        if (form("REF-PLAN").utf8().contains("\"" + field + "\": true"))
            assertThat(problems(form("REF-PLAN", form -> put(form, "/" + field, false))))
                    .containsExactly("/" + field + " " + article);
    }

    @Test
    void coe_16_2_the_risk_is_assessed_anew_and_in_date() {
        assertThat(sent(form("REF-PLAN"), after(REFERRAL))).isEmpty();
        assertThat(sent(form("REF-PLAN", form -> put(form, "/risk/assessedOn", "2025-03-05")), after(REFERRAL)))
                .containsExactly("/risk/assessedOn CoE 16(2), 16(7)");
        assertThat(sent(form("REF-PLAN", form -> put(form, "/risk/validUntil", "2025-03-05")), after(REFERRAL)))
                .contains("/risk/validUntil CoE 16(2), 16(7), 12(2)");
        Bytes old = form("REF-PLAN", form -> put(form, "/risk/validUntil", "2025-03-05"));
        assertThat(sent(form("REF-DEPART"), after(old))).containsExactly(" CoE 16(2), 16(7)");
    }

    @Test
    void coe_16_6_the_list_of_contacts_is_in_a_language_understood() {
        assertThat(sent(form("REF-PLAN", form -> put(form, "/contactsGiven/language", "fr")), after(REFERRAL)))
                .containsExactly("/contactsGiven/language CoE 15(1), TIP 6(2)");
    }

    @Test
    void coe_16_2_the_journey_is_the_one_agreed_and_the_person_is_met_by_the_one_named() {
        Docket agreed = after(form("REF-PLAN"), form("REF-PLAN-OK"));
        assertThat(sent(form("REF-DEPART"), agreed)).isEmpty();
        assertThat(sent(form("REF-DEPART", form -> put(form, "/to", "XBPOR")), agreed))
                .containsExactly("/to CoE 16(2)");
        assertThat(sent(form("REF-DEPART", form -> put(form, "/metBy/name", "Somebody")), agreed))
                .containsExactly("/metBy/name CoE 16(2)");
        Bytes metByOther = form("REF-ARRIVED", form -> put(form, "/metBy", "Somebody"));
        assertThat(problems(metByOther, SOCIAL_XA, SOCIAL_XC, after(form("REF-DEPART"))))
                .containsExactly("/otherReason CoE 16(2)");
    }

    @Test
    void coe_33_1_the_alarm_comes_after_the_expected_arrival_and_not_before() {
        assertThat(problems(form("REF-DEPART", form -> put(form, "/alertAt", "2025-03-06T12:00:00Z"))))
                .containsExactly("/alertAt CoE 33(1)");
    }

    @Test
    void coe_33_1_an_alarm_needs_no_consent_and_holds_nothing_but_the_risk_and_what_protects() {
        Bytes against = form("REF-EMERG", form -> put(form, "/consent", "REFUSED"));
        assertThat(sent(against, after(REFERRAL, WITHDRAWN))).isEmpty();
        for (String kind : List.of("REF-EMERG", "REF-NOTARRIVED"))
            assertThat(classesOf(kind))
                    .isSubsetOf("OPEN", "CARE", "RISK", "IDENTITY", "WHEREABOUTS", "JOURNEY")
                    .contains("RISK");
        for (String hidden : List.of("health", "account", "residence", "servicePlan"))
            assertThat(problems(form("REF-EMERG", form -> put(form, "/" + hidden, "something"))))
                    .containsExactly("/" + hidden + " ");
    }

    @Test
    void coe_33_1_each_alarm_is_logged_and_reviewed() {
        assertThat(problems(form("REF-EMERG", form -> remove(form, "/review/by"))))
                .containsExactly("/review/by practice of referrals");
        assertThat(problems(form("REF-EMERG", form -> remove(form, "/review/logEntry"))))
                .extracting(problem -> problem.split(" ")[0])
                .containsExactly("/review/logEntry");
        Bytes review = form("REF-EMERG", form -> {
            for (String field : List.of("danger", "person", "whereabouts", "protectiveMeasures", "suspects"))
                form.remove(field);
            put(form, "/stage", "REVIEW");
        });
        assertThat(problems(review))
                .containsExactlyInAnyOrder(
                        "/review/on practice of referrals",
                        "/review/justified practice of referrals",
                        "/review/finding practice of referrals");
    }

    @Test
    void coe_33_1_who_has_not_arrived_is_reported_to_police_in_a_document_of_its_own() {
        assertThat(problems(form("REF-NOTARRIVED", form -> form.remove("police"))))
                .containsExactly("/police CoE 33(1)");
        Bytes alert =
                Projection.project(form("REF-NOTARRIVED"), new MessageKind("REF-NOTARRIVED"), AuthorityKind.POLICE);
        assertThat(problems(alert, SOCIAL_XC, POLICE_XB, Docket.EMPTY)).isEmpty();
        assertThat(alert.utf8()).contains("nonPunishment").doesNotContain("steps", "POL-2025-0099");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO_COOPERATION", "NOT_COOPERATING", "REFUSES_TO_TESTIFY"})
    void coe_12_6_whether_a_person_cooperates_is_never_a_reason_for_declining(String reason) {
        Bytes declined = form("REF-DEC", form -> {
            for (String field : List.of("caseManager", "needsCovered", "startsOn", "contacts", "followUp"))
                form.remove(field);
            put(form, "/decision", "DECLINED");
            put(form, "/reason", reason);
            put(form, "/explanation", "Nothing is said.");
            put(form, "/dataErasedBy", "2025-03-20");
        });
        assertThat(problems(declined)).contains("/reason CoE 12(6), Dir 2011/36 11(3)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REF-REQ", "REF-DEC", "REF-PLAN", "REF-FU", "REF-RES-STATUS", "REF-CLOSE"})
    void coe_12_6_no_form_takes_a_condition_of_cooperation(String kind) {
        assertThat(problems(form(kind, form -> put(form, "/cooperationRequired", true))))
                .contains(" CoE 12(6), Dir 2011/36 11(3)");
        assertThat(problems(form(kind))).isEmpty();
    }

    @Test
    void coe_12_6_only_the_part_for_prosecutors_knows_of_cooperation() {
        for (KindOfMessage kind : FORMS.kinds()) {
            if (!Set.of("REF", "NAT", "TRV", "DOC").contains(kind.code().code().substring(0, 3))) continue;
            JsonNode schema = StrictJson.MAPPER.readTree(
                    FORMS.schema(kind.code(), View.WHOLE).orElseThrow());
            List<String> found = new ArrayList<>();
            codedCooperation(schema, "", found);
            if (kind.code().code().equals("REF-REQ"))
                assertThat(found).containsExactly("/properties/justice/properties/cooperation");
            else assertThat(found).as(kind.code().code()).isEmpty();
        }
    }

    @Test
    void coe_16_5_a_report_holds_only_what_was_agreed() {
        Docket agreed = after(REFERRAL, form("REF-DEC"));
        Bytes more = form("REF-FU", form -> put(form, "/indicators/1/need", "MED"));
        assertThat(problems(more, SOCIAL_XA, SOCIAL_XC, agreed)).containsExactly("/indicators/1/need CoE 11, 16(5)");
        assertThat(problems(form("REF-FU", form -> form.remove("nextOn")))).containsExactly("/nextOn CoE 16(5)");
    }

    @Test
    void coe_13_a_reflection_period_lasts_thirty_days() {
        assertThat(problems(form("REF-RES-STATUS", form -> put(form, "/residence/reflectionUntil", "2025-02-18"))))
                .containsExactly("/residence/reflectionUntil CoE 13(1)");
    }

    @Test
    void coe_34_4_the_residence_status_goes_to_social_authorities_only() {
        assertThat(FORMS.kind(new MessageKind("REF-RES-STATUS")).orElseThrow().recipients())
                .containsExactly(AuthorityKind.SOCIAL);
        assertThat(problems(form("REF-RES-STATUS", form -> form.remove("residence"))))
                .containsExactly("/residence CoE 34(4)");
    }

    @Test
    void all_problems_are_told_at_once() {
        Bytes spoilt = form("REF-PLAN", form -> {
            form.remove("contactsGiven");
            put(form, "/voluntary", false);
            put(form, "/journey/arriveAt", "2025-03-12T07:00:00Z");
            put(form, "/risk/validUntil", "2025-03-01");
        });
        assertThat(sent(spoilt, after(REFERRAL)))
                .contains(
                        "/contactsGiven CoE 16(6)",
                        "/voluntary CoE 16(2), TIP 8(2)",
                        "/journey/arriveAt CoE 16(2)",
                        "/risk/validUntil CoE 16(2), 16(7), 12(2)");
    }

    @ParameterizedTest
    @CsvSource({"REF-PLAN, 7, versions up to 1", "REF-CONSENT, x, not a number", "NAT-VER, 2, versions up to 1"})
    void another_version_gets_an_answer_of_its_own(String kind, String version, String answer) {
        Bytes other = form(kind, form -> put(form, "/version", version));
        assertThat(FORMS.check(new MessageKind(kind), other))
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains(answer));
    }

    /// What stands against the referring authority sending it in this case.
    private static List<String> sent(Bytes form, Docket docket) {
        return problems(form, SOCIAL_XC, SOCIAL_XA, docket);
    }

    private static Bytes with(Bytes answer, int consentVersion) {
        return changed(answer, form -> {
            form.set("consent", Samples.json(REFERRAL).path("consent"));
            put(form, "/consent/version", consentVersion);
        });
    }

    private static Bytes changed(
            Bytes form, java.util.function.Consumer<tools.jackson.databind.node.ObjectNode> change) {
        var json = Samples.json(form);
        change.accept(json);
        return StrictJson.write(json);
    }

    private static Set<String> classesOf(String kind) {
        Set<String> classes = new HashSet<>();
        JsonNode properties = StrictJson.MAPPER
                .readTree(FORMS.schema(new MessageKind(kind), View.WHOLE).orElseThrow())
                .path("properties");
        properties.forEach(field -> classes.add(field.path("x-class").stringValue("")));
        return classes;
    }

    private static void codedCooperation(JsonNode node, String place, List<String> found) {
        if (node.isObject())
            node.propertyStream().forEach(field -> {
                String inner = place + "/" + field.getKey();
                if (field.getKey().equals("x-refused")) return;
                if (field.getKey().toLowerCase(java.util.Locale.ROOT).contains("cooperat")) found.add(inner);
                codedCooperation(field.getValue(), inner, found);
            });
        if (place.endsWith("/enum"))
            node.forEach(code -> {
                if (code.asString().contains("COOPERAT")) found.add(place);
            });
        if (node.isArray())
            for (int i = 0; i < node.size(); i++) codedCooperation(node.path(i), place + "/" + i, found);
    }
}
