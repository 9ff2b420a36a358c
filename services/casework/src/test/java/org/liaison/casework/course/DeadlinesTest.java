package org.liaison.casework.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liaison.casework.course.Cast.*;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;

class DeadlinesTest {

    private static final CaseId CASE = new CaseId("XC-MLA-2025-000001");
    private static final CaseId REFERRAL = new CaseId("XC-REF-2025-000001");
    private static final ZoneId FAR_EAST = ZoneId.of("Asia/Tokyo");
    private static final WorkingCalendar EAST = new WorkingCalendar(
            FAR_EAST, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(LocalDate.parse("2025-03-20")));
    private static final Terms BINDING =
            new Terms(Map.of(), true, WorkingCalendar.UNKNOWN, EAST, List.of(Duration.ofDays(1)));

    @Test
    void a_request_starts_the_clocks_for_acknowledgement_and_decision_where_the_requested_authority_is() {
        CaseView view = view(day(0, "MLA_REQ"));
        // 6 March 18:00 in the east; seven days end with 13 March there.
        assertThat(due(view, BINDING, "acknowledge")).contains(Instant.parse("2025-03-13T15:00:00Z"));
        assertThat(due(view, BINDING, "decide")).contains(Instant.parse("2025-04-05T15:00:00Z"));
        assertThat(Deadlines.of(view, BINDING))
                .allSatisfy(deadline -> assertThat(deadline.mustAct()).containsExactly(CENTRAL_XA))
                .extracting(Deadline::source)
                .containsExactly("Dir 2014/41 16(1)", "Dir 2014/41 12(3)");
    }

    @Test
    void dir_2014_41_12_4_execution_has_ninety_days_from_the_decision() {
        CaseView view = view(day(0, "MLA_REQ"), day(1, "MLA_ACK"), day(9, "MLA_DEC_FULL"));
        assertThat(due(view, BINDING, "execute")).contains(Instant.parse("2025-06-13T15:00:00Z"));
        assertThat(due(view, BINDING, "decide")).isEmpty();
        assertThat(due(view, BINDING, "acknowledge")).isEmpty();
    }

    @Test
    void a_clock_stands_still_while_the_other_side_must_answer_and_runs_on_afterwards() {
        CaseView asked = view(day(0, "MLA_REQ"), day(1, "MLA_ACK"), day(5, "MLA_RFI", "answerBy=2025-03-14"));
        assertThat(find(asked, BINDING, "decide"))
                .get()
                .satisfies(clock -> assertThat(clock.paused()).isTrue());
        assertThat(find(asked, BINDING, "answer")).get().satisfies(clock -> {
            assertThat(clock.mustAct()).containsExactly(CENTRAL_XC);
            assertThat(clock.due()).contains(Instant.parse("2025-03-15T00:00:00Z"));
        });
        CaseView answered = view(
                day(0, "MLA_REQ"), day(1, "MLA_ACK"), day(5, "MLA_RFI", "answerBy=2025-03-14"), day(12, "MLA_INFO"));
        assertThat(due(answered, BINDING, "decide")).contains(Instant.parse("2025-04-12T15:00:00Z"));
    }

    @Test
    void a_delay_that_was_told_moves_the_limit_to_its_estimate() {
        CaseView view = view(day(0, "MLA_REQ"), day(1, "MLA_ACK"), day(20, "MLA_DELAY", "estimate=2025-05-01"));
        assertThat(due(view, BINDING, "decide")).contains(Instant.parse("2025-05-01T15:00:00Z"));
    }

    @Test
    void an_agreement_can_count_working_days() {
        Terms terms =
                new Terms(Map.of("acknowledge", Length.parse("10WD")), true, WorkingCalendar.UNKNOWN, EAST, List.of());
        // 6 March is a Thursday; the 20th is a holiday there.
        assertThat(due(view(day(0, "MLA_REQ")), terms, "acknowledge")).contains(Instant.parse("2025-03-21T15:00:00Z"));
    }

    @Test
    void under_the_un_convention_alone_limits_are_targets() {
        assertThat(Deadlines.of(view(day(0, "MLA_REQ")), Terms.USUAL)).noneMatch(Deadline::binding);
        assertThat(Deadlines.of(view(day(0, "MLA_REQ")), BINDING)).allMatch(Deadline::binding);
    }

    @Test
    void dir_2014_41_32_2_a_provisional_measure_is_decided_within_a_day() {
        CaseView view = view(day(0, "MLA_REQ", "provisional=true"));
        assertThat(due(view, BINDING, "provisional")).contains(NOW.plus(Duration.ofHours(24)));
        assertThat(due(view(day(0, "MLA_REQ", "provisional=false")), BINDING, "provisional"))
                .isEmpty();
    }

    @Test
    void whoever_must_act_is_reminded_before_the_end_and_not_before_the_beginning() {
        assertThat(find(view(day(0, "MLA_REQ")), Terms.USUAL, "acknowledge"))
                .get()
                .satisfies(clock -> assertThat(clock.reminders())
                        .containsExactly(
                                Instant.parse("2025-03-07T00:00:00Z"),
                                Instant.parse("2025-03-13T00:00:00Z"),
                                Instant.parse("2025-03-13T22:00:00Z")));
    }

    @Test
    void a_case_that_is_over_has_no_deadlines() {
        assertThat(Deadlines.of(view(day(0, "MLA_REQ"), day(1, "MLA_WDR")), BINDING))
                .isEmpty();
    }

    @Test
    void handing_a_request_on_starts_the_clocks_anew_for_the_authority_that_has_it_now() {
        Fact forward = fact(NOW.plus(Duration.ofDays(2)), CENTRAL_XA, List.of(CENTRAL_XC, PROSECUTOR_XA), "MLA_FWD");
        CaseView view = CaseView.of(CASE, List.of(day(0, "MLA_REQ"), forward), NOW.plus(Duration.ofDays(3)));
        assertThat(find(view, BINDING, "acknowledge")).get().satisfies(clock -> {
            assertThat(clock.mustAct()).containsExactly(PROSECUTOR_XA);
            assertThat(clock.due()).contains(Instant.parse("2025-03-15T15:00:00Z"));
        });
        CaseView there = CaseView.of(CASE, List.of(forward), NOW.plus(Duration.ofDays(3)));
        assertThat(there.state()).isEqualTo(view.state());
        assertThat(there.asking()).contains(CENTRAL_XC);
        assertThat(there.asked()).containsExactly(PROSECUTOR_XA);
    }

    @Test
    void a_referral_that_nobody_answers_expires_after_twice_its_time() {
        Fact referral = Cast.due(fact(NOW, SOCIAL_XC, List.of(SOCIAL_XA), "REF_REQ"), NOW.plus(Duration.ofDays(3)));
        assertThat(CaseView.of(
                                REFERRAL,
                                List.of(referral),
                                NOW.plus(Duration.ofDays(6).minusSeconds(1)))
                        .state())
                .hasToString("REF_SENT");
        CaseView expired = CaseView.of(REFERRAL, List.of(referral), NOW.plus(Duration.ofDays(6)));
        assertThat(expired.state()).hasToString("REF_EXPIRED");
        // What may still come: that an alarm was reviewed, and that everything was erased.
        assertThat(expired.allowed(SOCIAL_XA)).hasToString("[REF-EMERG, REF-ERASED]");
        Fact late = fact(NOW.plus(Duration.ofDays(7)), SOCIAL_XA, List.of(SOCIAL_XC), "REF_ACK");
        assertThat(CaseView.of(REFERRAL, List.of(late, referral), NOW.plus(Duration.ofDays(8)))
                        .misfits())
                .containsExactly(late);
    }

    @Test
    void years_of_a_case_run_in_no_time() {
        CaseView view = view(day(0, "MLA_REQ"), day(1, "MLA_ACK"), day(9, "MLA_DEC_FULL"), day(1000, "MLA_RES_PART"));
        Deadline execution = find(view, BINDING, "execute").orElseThrow();
        assertThat(execution.missed(NOW.plus(Duration.ofDays(1001)))).isTrue();
        assertThat(execution.missed(NOW.plus(Duration.ofDays(90)))).isFalse();
    }

    @Test
    void a_length_says_how_it_is_written() {
        for (String text : List.of("PT24H", "P7D", "P1M", "5WD"))
            assertThat(Length.parse(text).text()).isEqualTo(text);
        for (String wrong : List.of("", "7", "0WD", "P", "soon"))
            assertThatThrownBy(() -> Length.parse(wrong)).hasMessageContaining("looks like PT24H");
    }

    private static Fact day(int day, String event, String... marks) {
        boolean asking = List.of("MLA_REQ", "MLA_INFO", "MLA_WDR").contains(event);
        AuthorityCode from = asking ? CENTRAL_XC : CENTRAL_XA;
        return fact(NOW.plus(Duration.ofDays(day)), from, List.of(asking ? CENTRAL_XA : CENTRAL_XC), event, marks);
    }

    private static CaseView view(Fact... facts) {
        List<Fact> all = List.of(facts);
        return CaseView.of(CASE, all, all.getLast().created());
    }

    private static Optional<Deadline> find(CaseView view, Terms terms, String clock) {
        return Deadlines.of(view, terms).stream()
                .filter(deadline -> deadline.clock().equals(clock))
                .findFirst();
    }

    private static Optional<Instant> due(CaseView view, Terms terms, String clock) {
        return find(view, terms, clock).flatMap(Deadline::due);
    }
}
