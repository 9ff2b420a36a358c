package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.FormsTest.only;
import static org.liaison.casework.Paper.Sending;
import static org.liaison.casework.Paper.sample;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;

/// Asset recovery (UNTOC 12 to 14), each safeguard named after the article it comes from.
class AssetRecoveryTest {

    private static final AuthorityCode ASKING = Samples.CENTRAL_XC;
    private static final AuthorityCode ASKED = Samples.CENTRAL_XA;
    private static final CaseId CASE = new CaseId("XC-AST-2025-000001");
    private static final Sending BACK = Sending.of(ASKED, ASKING);
    private static final Map<String, Object> CONSULTED = Map.of(
            "on", "2025-03-05",
            "with", "Sample Officer Three",
            "summary", "The freezing cannot be upheld any longer.",
            "conditionsOffered", false);

    @ParameterizedTest
    @CsvSource({
        "0, orderFile, UNTOC 13(3)(b)",
        "0, facts, UNTOC 13(3)(b)",
        "0, extent, UNTOC 13(3)(b)",
        "1, facts, UNTOC 13(3)(c)",
        "1, actions, UNTOC 13(3)(c)",
        "2, factsForOrder, UNTOC 13(3)(a)"
    })
    void untoc_13_3_each_measure_has_the_content_that_the_requested_state_needs(
            int item, String field, String article) {
        Problem problem = only(
                sample("AST-REQ").without("/assistance/" + item + "/" + field).problems());
        assertThat(problem.pointer()).isEqualTo("/assistance/" + item + "/" + field);
        assertThat(problem.why()).isEqualTo(article);
    }

    @Test
    void untoc_13_3_property_and_order_are_those_that_the_form_describes_and_attaches() {
        assertThat(only(sample("AST-REQ").with("/assistance/1/property", "p9").problems())
                        .pointer())
                .isEqualTo("/assistance/1/property");
        assertThat(only(sample("AST-REQ")
                                .with("/assistance/0/orderFile", "other.pdf")
                                .problems())
                        .why())
                .isEqualTo("UNTOC 13(3)(b)");
        assertThat(only(sample("AST-REQ").with("/assistance/1/number", 1).problems())
                        .pointer())
                .isEqualTo("/assistance/1/number");
        assertThat(sample("AST-REQ").with("/assets/1/id", "p1").problems())
                .extracting(Problem::pointer)
                .contains("/assets");
    }

    @Test
    void untoc_12_bank_secrecy_is_never_a_ground() {
        Paper refusal = sample("AST-DEC")
                .changed(form ->
                        form.remove(List.of("executingAuthority", "expectedBy", "procedureFollowed", "conditions")));
        refusal = refusal.with("/decision", "REFUSED")
                .with("/reasons", "The bank is bound by secrecy.")
                .with("/consultation", CONSULTED);
        assertThat(only(refusal.with("/ground", "BANK_SECRECY").problems()).why())
                .isEqualTo("UNTOC 12, 18(8)");
        assertThat(only(refusal.with("/ground", "FISCAL").problems()).why()).isEqualTo("UNTOC 13(3), 18(22)");
    }

    @Test
    void untoc_13_7_an_offence_that_is_not_covered_is_a_ground_here() {
        Paper consult = sample("AST-CONSULT").with("/ground", "UNTOC_13_7");
        assertThat(consult.problems(BACK.after(sample("AST-REQ")))).isEmpty();
        Paper returning = sample("AST-REQ")
                .without("/assistance/2")
                .without("/assistance/1")
                .with("/assistance/0/type", "RETURN");
        assertThat(only(consult.problems(BACK.after(returning))).sentence())
                .isEqualTo("This ground is one against requests for confiscation only.");
        assertThat(only(sample("AST-CONSULT").with("/ground", "UNTOC_16_14").problems(BACK))
                        .why())
                .isEqualTo("UNTOC 13(3), 18(21)");
    }

    @Test
    void untoc_13_2_what_is_frozen_says_until_when_and_by_whose_order() {
        assertThat(only(sample("AST-RES").without("/frozenUntil").problems()).why())
                .isEqualTo("UNTOC 13(2)");
        assertThat(only(sample("AST-RES").without("/decidedBy").problems()).pointer())
                .isEqualTo("/decidedBy");
        assertThat(only(sample("AST-RES").with("/frozenUntil", "2025-03-05").problems(BACK))
                        .why())
                .isEqualTo("UNTOC 13(2)");
    }

    @Test
    void untoc_18_26_nothing_is_released_without_consultation_and_reasons() {
        Paper released = sample("AST-RES").with("/outcome", "RELEASED").without("/frozenUntil");
        assertThat(released.problems())
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder("/reasons", "/consultation");
        Paper told = released.with("/reasons", "The court found that the money was earned honestly.")
                .with("/consultation", CONSULTED);
        assertThat(told.problems(BACK)).isEmpty();
        assertThat(only(told.with("/consultation/on", "2025-03-06").problems(BACK))
                        .pointer())
                .isEqualTo("/consultation/on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFISCATED", "ENFORCED"})
    void untoc_13_third_parties_in_good_faith_are_protected(String outcome) {
        Paper done = sample("AST-RES").with("/outcome", outcome).without("/frozenUntil");
        Problem problem = only(done.problems());
        assertThat(problem.pointer()).isEqualTo("/thirdParties");
        assertThat(problem.why()).isEqualTo("UNTOC 13");
        assertThat(done.with("/thirdParties", Map.of("heard", true)).problems()).isEmpty();
    }

    @Test
    void untoc_13_1_what_is_done_was_asked_for() {
        Paper done = sample("AST-RES")
                .with("/outcome", "ENFORCED")
                .without("/frozenUntil")
                .with("/thirdParties", Map.of("heard", true));
        Sending after = BACK.after(sample("AST-REQ"));
        assertThat(only(done.problems(after)).pointer()).isEqualTo("/items");
        assertThat(done.with("/items", List.of(1)).problems(after)).isEmpty();
    }

    @Test
    void untoc_18_19_the_use_limitation_travels_with_every_result() {
        assertThat(only(sample("AST-RES").without("/useLimitation").problems()).why())
                .isEqualTo("UNTOC 13(3), 18(19)");
        var offered = Samples.json(sample("AST-COND").form()).path("conditions");
        Sending accepted = BACK.after(sample("AST-COND"), sample("AST-COND-RSP"));
        assertThat(only(sample("AST-RES").problems(accepted)).why()).isEqualTo("UNTOC 13(3), 18(26)");
        assertThat(sample("AST-RES").with("/useLimitation/conditions", offered).problems(accepted))
                .isEmpty();
    }

    @Test
    void untoc_14_2_whoever_asks_says_whether_victims_are_to_be_compensated() {
        assertThat(only(sample("AST-REQ").without("/victimsCompensation").problems())
                        .why())
                .isEqualTo("UNTOC 14(2)");
        assertThat(only(sample("AST-REQ").without("/victimsCompensation/basis").problems())
                        .why())
                .isEqualTo("UNTOC 14(2)");
        assertThat(only(sample("AST-REQ")
                                .with("/victimsCompensation/sought", false)
                                .problems())
                        .pointer())
                .isEqualTo("/victimsCompensation/why");
    }

    @Test
    void untoc_14_2_victims_come_first_or_it_is_said_why_not() {
        assertThat(only(sample("AST-RTN").with("/victimsFirst", false).problems())
                        .why())
                .isEqualTo("UNTOC 14(2)");
        Paper nothing = sample("AST-RTN").with("/shares", List.of(Map.of("to", "REQUESTED_STATE", "percent", 100)));
        assertThat(only(nothing.problems()).pointer()).isEqualTo("/whyNoneForVictims");
        Paper owners = sample("AST-RTN").with("/shares", List.of(Map.of("to", "LEGITIMATE_OWNERS", "percent", 100)));
        assertThat(owners.problems()).isEmpty();
        Sending sought = BACK.after(sample("AST-REQ"));
        assertThat(only(owners.problems(sought)).pointer()).isEqualTo("/shares");
        assertThat(owners.with("/whyNoneForVictims", "All victims have been compensated already.")
                        .problems(sought))
                .isEmpty();
    }

    @Test
    void untoc_14_2_shares_are_the_whole_and_everybody_gets_the_own_one() {
        assertThat(only(sample("AST-RTN").with("/shares/0/percent", 60).problems())
                        .pointer())
                .isEqualTo("/shares");
        Sending agreed = BACK.after(sample("AST-RTN"));
        assertThat(sample("AST-RTN-DONE").problems(agreed)).isEmpty();
        Paper partly = sample("AST-RTN-DONE").without("/transfers/0");
        assertThat(only(partly.problems(agreed)).sentence()).isEqualTo("1 share that was agreed on has no transfer.");
        assertThat(only(sample("AST-RTN-RSP").with("/answersNumber", 2).problems(agreed))
                        .pointer())
                .isEqualTo("/answersNumber");
        assertThat(only(sample("AST-RTN-DONE")
                                .with("/transfers/0/on", "2025-03-07")
                                .problems(agreed))
                        .pointer())
                .isEqualTo("/transfers/0/on");
    }

    @Test
    void what_is_frozen_is_confiscated_and_returned() {
        Paper confiscated = sample("AST-RES")
                .with("/part", 2)
                .with("/outcome", "CONFISCATED")
                .with("/items", List.of(3))
                .without("/frozenUntil")
                .with("/thirdParties", Map.of("heard", true));
        assertThat(Paper.played(
                        CASE,
                        ASKING,
                        ASKED,
                        ">",
                        sample("AST-REQ"),
                        "<",
                        sample("AST-ACK"),
                        "<",
                        sample("AST-DEC"),
                        "<",
                        sample("AST-RFI"),
                        ">",
                        sample("AST-INFO"),
                        "<",
                        sample("AST-RES"),
                        "<",
                        confiscated,
                        "<",
                        sample("AST-RTN"),
                        ">",
                        sample("AST-RTN").with("/number", 2),
                        "<",
                        sample("AST-RTN-RSP"),
                        "<",
                        sample("AST-RTN-DONE"),
                        ">",
                        sample("AST-CLOSE")))
                .hasToString("AST_CLOSED");
    }
}
