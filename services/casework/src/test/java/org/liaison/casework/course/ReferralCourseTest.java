package org.liaison.casework.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.course.Cast.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.message.MessageKind;

/// The course of a referral where it protects somebody.
class ReferralCourseTest {

    private static final CaseId CASE = new CaseId("XC-REF-2025-000017");
    private static final List<String> TO_ASSESSMENT = List.of("REF_REQ", "REF_ACK");
    private static final List<String> TO_PLAN =
            List.of("REF_REQ", "REF_ACK", "REF_DEC_ACCEPTED", "REF_PLAN", "REF_PLAN_OK_AGREED");
    private static final List<String> ASKED = List.of(
            "REF_ACK",
            "REF_DEC_ACCEPTED",
            "REF_PLAN_OK_AGREED",
            "REF_ARRIVED",
            "REF_NOTARRIVED",
            "REF_FU",
            "REF_CLOSE",
            "REF_ERASED");

    private final List<Fact> facts = new ArrayList<>();
    private Instant now = NOW;

    @Test
    void coe_33_1_who_is_not_there_when_the_alarm_is_due_has_not_arrived() {
        play(TO_PLAN);
        Instant alarm = now.plus(Duration.ofHours(10));
        facts.add(
                fact(now, SOCIAL_XC, List.of(SOCIAL_XA), "REF_DEPART", "eta=" + now.plusSeconds(60), "alert=" + alarm));
        assertThat(state(alarm.minusSeconds(1))).hasToString("REF_IN_TRANSIT");
        assertThat(state(alarm)).hasToString("REF_NOT_ARRIVED");
        now = alarm.plusSeconds(60);
        play(List.of("REF_NOTARRIVED"));
        assertThat(CaseView.of(CASE, facts, now).misfits()).isEmpty();
        play(List.of("REF_ARRIVED"));
        assertThat(state(now)).hasToString("REF_IN_ASSISTANCE");
    }

    @Test
    void coe_33_1_an_alert_to_police_is_a_case_of_its_own() {
        for (String alert : List.of("REF_EMERG", "REF_NOTARRIVED_NOTICE")) {
            Fact first = fact(NOW, SOCIAL_XC, List.of(POLICE_XB), alert);
            CaseView view = CaseView.of(CASE, List.of(first), NOW);
            assertThat(view.state()).hasToString("REF_ALERTED");
            assertThat(view.asked()).containsExactly(POLICE_XB);
            Fact closed = fact(NOW.plusSeconds(60), POLICE_XB, List.of(SOCIAL_XC), "REF_CLOSE");
            assertThat(view.with(closed, closed.created()).state()).hasToString("REF_CLOSED");
        }
    }

    @Test
    void coe_33_1_an_alarm_changes_nothing_in_the_course_of_help_and_is_reviewed() {
        play(TO_ASSESSMENT);
        facts.add(fact(now, SOCIAL_XC, List.of(SOCIAL_XA), "REF_EMERG", "review=2025-03-20"));
        assertThat(state(now)).hasToString("REF_UNDER_ASSESSMENT");
        assertThat(Deadlines.of(CaseView.of(CASE, facts, now), Terms.USUAL))
                .anyMatch(deadline -> deadline.clock().equals("review"));
        now = now.plusSeconds(60);
        play(List.of("REF_EMERG_REVIEWED"));
        assertThat(Deadlines.of(CaseView.of(CASE, facts, now), Terms.USUAL))
                .noneMatch(deadline -> deadline.clock().equals("review"));
    }

    @Test
    void coe_12_7_a_withdrawal_before_arriving_ends_the_case_and_the_erasure_is_confirmed_after_it() {
        play(TO_PLAN);
        play(List.of("REF_CONSENT_WITHDRAWN", "REF_ERASED"));
        CaseView view = CaseView.of(CASE, facts, now);
        assertThat(view.state()).hasToString("REF_CANCELLED");
        assertThat(view.misfits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REF_FU", "REF_RES_STATUS", "REF_PLAN"})
    void coe_12_7_after_a_withdrawal_help_goes_on_and_sharing_stops(String shared) {
        play(TO_PLAN);
        play(List.of("REF_DEPART", "REF_ARRIVED", "REF_CONSENT_WITHDRAWN"));
        CaseView view = CaseView.of(CASE, facts, now);
        assertThat(view.state()).hasToString("REF_ASSISTED_IN_PRIVATE");
        assertThat(view.state().terminal()).isFalse();
        Fact report = fact(now, SOCIAL_XA, List.of(SOCIAL_XC), shared);
        assertThat(view.next(report)).isInstanceOf(Step.NotAllowed.class);
        play(List.of("REF_CONSENT_GIVEN"));
        assertThat(state(now)).hasToString("REF_IN_ASSISTANCE");
    }

    @Test
    void coe_12_7_a_withdrawal_comes_through_either_side() {
        play(TO_ASSESSMENT);
        facts.add(fact(now, SOCIAL_XA, List.of(SOCIAL_XC), "REF_CONSENT_WITHDRAWN"));
        assertThat(state(now)).hasToString("REF_CANCELLED");
    }

    @Test
    void whoever_acknowledges_is_held_to_the_day_it_promised_until_it_decides_or_asks() {
        play(List.of("REF_REQ"));
        facts.add(fact(now, SOCIAL_XA, List.of(SOCIAL_XC), "REF_ACK", "decisionBy=2025-03-20"));
        now = now.plusSeconds(60);
        assertThat(clocks()).containsExactly("decide");
        facts.add(fact(now, SOCIAL_XA, List.of(SOCIAL_XC), "REF_RFI", "answerBy=2025-03-18"));
        now = now.plusSeconds(60);
        assertThat(clocks()).as("the other side's turn").containsExactly("answer");
        play(List.of("REF_INFO"));
        assertThat(clocks()).containsExactly("decide");
        play(List.of("REF_DEC_ACCEPTED"));
        assertThat(clocks()).doesNotContain("decide");
    }

    private List<String> clocks() {
        return Deadlines.of(view(), Terms.USUAL).stream()
                .filter(deadline -> !deadline.paused())
                .map(Deadline::clock)
                .toList();
    }

    @Test
    void a_case_waits_for_the_side_that_can_move_it_on() {
        play(TO_ASSESSMENT);
        assertThat(turn()).contains(Actor.ASKED);
        assertThat(view().onward(SOCIAL_XA)).extracting(MessageKind::code).containsExactly("REF-DEC", "REF-RFI");
        assertThat(view().onward(SOCIAL_XC)).isEmpty();
        play(List.of("REF_DEC_ACCEPTED"));
        assertThat(turn()).as("both could; who was asked has just spoken").contains(Actor.ASKING);
        play(List.of("REF_PLAN"));
        assertThat(turn()).contains(Actor.ASKED);
        play(List.of("REF_PLAN_OK_AGREED"));
        assertThat(turn()).contains(Actor.ASKING);
        play(List.of("REF_DEPART", "REF_ARRIVED", "REF_CONSENT_WITHDRAWN"));
        assertThat(turn()).contains(Actor.ASKED);
        assertThat(view().onward(SOCIAL_XA))
                .as("nothing but the end is left")
                .extracting(MessageKind::code)
                .containsExactly("REF-CLOSE");
        play(List.of("REF_CLOSE"));
        assertThat(turn()).isEmpty();
    }

    private Optional<Actor> turn() {
        return view().turn();
    }

    private CaseView view() {
        return CaseView.of(CASE, facts, now);
    }

    private void play(List<String> events) {
        for (String event : events) {
            boolean asked = ASKED.contains(event);
            AuthorityCode from = asked ? SOCIAL_XA : SOCIAL_XC;
            facts.add(fact(now, from, List.of(asked ? SOCIAL_XC : SOCIAL_XA), event));
            now = now.plusSeconds(60);
        }
    }

    private CaseState state(Instant at) {
        return CaseView.of(CASE, facts, at).state();
    }
}
