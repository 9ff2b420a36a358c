package org.liaison.casework.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.course.Cast.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;

/// What article 18 demands of the course of a request.
class AssistanceCourseTest {

    private static final CaseId CASE = new CaseId("XC-MLA-2025-000003");
    private static final Course COURSE = Courses.find("MLA").orElseThrow();
    private static final Set<String> ASKED = Set.of(
            "MLA_ACK",
            "MLA_RFI",
            "MLA_CONSULT",
            "MLA_COND",
            "MLA_POST",
            "MLA_RESUME",
            "MLA_DEC_FULL",
            "MLA_DEC_REFUSED",
            "MLA_RES_PART",
            "MLA_IMPOSS",
            "MLA_CONFID",
            "MLA_USED_GRANTED");

    @Test
    void untoc_18_26_a_refusal_comes_only_out_of_a_consultation() {
        assertThat(from("MLA_DEC_REFUSED", Actor.ASKED)).containsExactly("CONSULTING");
        assertThat(state("MLA_REQ", "MLA_ACK", "MLA_DEC_REFUSED")).isEqualTo("ACKNOWLEDGED");
        assertThat(state("MLA_REQ", "MLA_ACK", "MLA_CONSULT", "MLA_DEC_REFUSED"))
                .isEqualTo("REFUSED");
    }

    @Test
    void untoc_18_26_accepted_conditions_lead_on_and_declined_ones_back() {
        assertThat(state("MLA_REQ", "MLA_ACK", "MLA_CONSULT", "MLA_CONSULT_RSP", "MLA_COND", "MLA_COND_RSP_ACCEPTED"))
                .isEqualTo("ACCEPTED");
        assertThat(state("MLA_REQ", "MLA_ACK", "MLA_CONSULT", "MLA_COND", "MLA_COND_RSP_DECLINED"))
                .isEqualTo("CONSULTING");
    }

    @Test
    void untoc_18_25_what_was_postponed_goes_on_where_it_stood() {
        assertThat(from("MLA_POST", Actor.ASKED))
                .containsExactlyInAnyOrder("CONSULTING", "ACCEPTED", "PARTIALLY_ACCEPTED");
        assertThat(state("MLA_REQ", "MLA_ACK", "MLA_CONSULT", "MLA_POST", "MLA_RESUME"))
                .isEqualTo("UNDER_ASSESSMENT");
        assertThat(state("MLA_REQ", "MLA_ACK", "MLA_DEC_FULL", "MLA_POST", "MLA_RESUME"))
                .isEqualTo("IN_EXECUTION");
        assertThat(state("MLA_REQ", "MLA_ACK", "MLA_DEC_FULL", "MLA_RES_PART", "MLA_CONSULT", "MLA_POST", "MLA_RESUME"))
                .isEqualTo("PARTIALLY_EXECUTED");
    }

    @Test
    void untoc_18_16_questions_are_asked_before_and_during_execution() {
        assertThat(state("MLA_REQ", "MLA_ACK", "MLA_RFI", "MLA_INFO")).isEqualTo("UNDER_ASSESSMENT");
        assertThat(state("MLA_REQ", "MLA_ACK", "MLA_DEC_FULL", "MLA_RFI", "MLA_INFO"))
                .isEqualTo("IN_EXECUTION");
    }

    @Test
    void untoc_18_14_a_request_by_word_of_mouth_is_one_as_soon_as_it_is_confirmed() {
        assertThat(state("MLA_ORALCONF")).isEqualTo("SUBMITTED");
        assertThat(view(List.of("MLA_ORALCONF")).entered())
                .extracting(entered -> entered.state().name())
                .containsExactly("ORAL_PENDING", "SUBMITTED");
    }

    @Test
    void untoc_18_13_whoever_a_request_is_forwarded_to_acknowledges_it_in_turn() {
        List<Fact> facts = new ArrayList<>(facts(List.of("MLA_REQ", "MLA_ACK")));
        Instant at = NOW.plusSeconds(600);
        facts.add(fact(at, CENTRAL_XA, List.of(CENTRAL_XC, PROSECUTOR_XA), "MLA_FWD"));
        CaseView forwarded = CaseView.of(CASE, facts, at);
        assertThat(forwarded.state().name()).isEqualTo("FORWARDED");
        assertThat(forwarded.asked()).containsExactly(PROSECUTOR_XA);
        facts.add(fact(at.plusSeconds(60), PROSECUTOR_XA, List.of(CENTRAL_XC), "MLA_ACK"));
        assertThat(CaseView.of(CASE, facts, at.plusSeconds(60)).state().name()).isEqualTo("ACKNOWLEDGED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MLA_USEQ", "MLA_USED_GRANTED", "MLA_USED_REFUSED", "MLA_EXCULP"})
    void untoc_18_19_the_use_limitation_outlives_the_case_and_either_side_may_write_about_it(String event) {
        Collection<String> sent = COURSE.states().stream()
                .filter(state -> !state.isDraft())
                .map(CaseState::name)
                .collect(Collectors.toSet());
        for (Actor actor : Actor.values()) assertThat(from(event, actor)).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void untoc_18_24_help_that_is_no_longer_required_ends_every_open_case() {
        Collection<String> open = COURSE.states().stream()
                .filter(state -> !state.isDraft() && !state.terminal())
                .map(CaseState::name)
                .collect(Collectors.toSet());
        assertThat(from("MLA_WDR", Actor.ASKING)).containsExactlyInAnyOrderElementsOf(open);
        assertThat(from("MLA_CHG", Actor.ASKING)).containsExactlyInAnyOrderElementsOf(open);
    }

    @Test
    void untoc_18_20_what_is_told_on_the_way_moves_nothing() {
        assertThat(state("MLA_REQ", "MLA_ACK", "MLA_DEC_FULL", "MLA_CONFID", "MLA_STATQ"))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void untoc_18_24_a_request_that_cannot_be_executed_is_closed_by_who_made_it() {
        assertThat(state("MLA_REQ", "MLA_ACK", "MLA_DEC_FULL", "MLA_IMPOSS", "MLA_CLOSE"))
                .isEqualTo("CLOSED");
        assertThat(from("MLA_CLOSE", Actor.ASKED)).isEmpty();
    }

    private static List<String> from(String event, Actor actor) {
        return COURSE.states().stream()
                .filter(state ->
                        COURSE.next(state, Optional.empty(), COURSE.event(event).orElseThrow(), actor)
                                instanceof Step.Moved)
                .map(CaseState::name)
                .toList();
    }

    private static String state(String... events) {
        return view(List.of(events)).state().name();
    }

    private static CaseView view(List<String> events) {
        return CaseView.of(CASE, facts(events), NOW.plusSeconds(60L * events.size()));
    }

    private static List<Fact> facts(List<String> events) {
        List<Fact> facts = new ArrayList<>();
        for (String event : events) {
            Instant at = NOW.plusSeconds(60L * facts.size());
            AuthorityCode from = ASKED.contains(event) ? CENTRAL_XA : CENTRAL_XC;
            facts.add(fact(at, from, List.of(from.equals(CENTRAL_XA) ? CENTRAL_XC : CENTRAL_XA), event));
        }
        return facts;
    }
}
