package org.liaison.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liaison.message.Reading;

/// What the gate lets through, and what it says when it does not.
class GateTest {

    static final Instant NEXT_YEAR = Instant.parse("2027-06-01T12:00:00Z");
    static final YearMonth JANUARY = YearMonth.of(2026, 1);
    static final YearMonth JUNE = YearMonth.of(2026, 6);
    static final Period HALF_YEAR = new Period(JANUARY, JUNE);
    static final Period THIRD_QUARTER = new Period(YearMonth.of(2026, 7), YearMonth.of(2026, 9));

    private final LedgerInMemory ledger = new LedgerInMemory();
    private final Gate gate = new Gate("gateway-xc", Terms.STANDARD, ledger, Crowd.NO_MORE);

    @BeforeEach
    void referrals() {
        note(Crowd.of(40, "f", JANUARY, Variable.SEX, "2", Variable.MAJORITY, "ADULT"));
        note(Crowd.of(23, "m", JANUARY.plusMonths(1), Variable.SEX, "1", Variable.MAJORITY, "ADULT"));
        note(Crowd.of(5, "c", JUNE, Variable.SEX, "2", Variable.MAJORITY, "MINOR"));
    }

    private void note(List<CodedFact> facts) {
        facts.forEach(ledger::note);
    }

    @Test
    void figures_are_rounded_down_and_small_ones_are_not_there() {
        Release release = released(HALF_YEAR, Variable.SEX, Variable.MAJORITY);
        assertThat(release.total()).isEqualTo(60);
        assertThat(release.tables().getFirst().cells())
                .containsExactly(
                        new Table.Cell(List.of("1", "ADULT"), 20),
                        new Table.Cell(List.of("2", Variable.WITHHELD), 10),
                        new Table.Cell(List.of("2", "ADULT"), 30));
    }

    @Test
    void the_same_question_has_the_same_answer_for_ever() {
        Release first = released(HALF_YEAR, Variable.SEX);
        for (int i = 0; i < 20; i++)
            assertThat(released(HALF_YEAR, Variable.SEX).toJson()).isEqualTo(first.toJson());
    }

    @Test
    void a_person_added_after_a_release_is_counted_in_the_next_period() {
        Release before = released(HALF_YEAR, Variable.SEX, Variable.MAJORITY);
        note(Crowd.of(6, "late", JUNE, Variable.SEX, "2", Variable.MAJORITY, "MINOR"));
        assertThat(released(HALF_YEAR, Variable.SEX, Variable.MAJORITY).toJson())
                .isEqualTo(before.toJson());

        note(Crowd.of(8, "july", JUNE.plusMonths(1), Variable.SEX, "2", Variable.MAJORITY, "MINOR"));
        assertThat(released(THIRD_QUARTER).total()).isEqualTo(10);
    }

    @Test
    void too_few_to_be_shown_wait_and_are_counted_later() {
        LedgerInMemory few = new LedgerInMemory();
        Gate small = new Gate("gateway-xd", Terms.STANDARD, few, Crowd.NO_MORE);
        Crowd.of(10, "a", JANUARY, Variable.SEX, "2").forEach(few::note);
        Query query = new Query(Population.REFERRAL, HALF_YEAR, List.of());
        assertThat(released(small.release(query, NEXT_YEAR)).total()).isZero();
        Crowd.of(1, "b", YearMonth.of(2026, 8), Variable.SEX, "2").forEach(few::note);
        assertThat(released(small.release(query, NEXT_YEAR)).total()).isZero();
        Query later = new Query(Population.REFERRAL, THIRD_QUARTER, List.of());
        assertThat(released(small.release(later, NEXT_YEAR)).total()).isEqualTo(10);
    }

    @Test
    void a_period_that_would_cut_a_closed_one_is_refused() {
        released(HALF_YEAR);
        assertThat(refused(new Period(JANUARY, YearMonth.of(2026, 3)), NEXT_YEAR))
                .isEqualTo("The months 2026-01 to 2026-06 were closed together and cannot be told apart any more: ask"
                        + " for all of them, or for none.");
        assertThat(refused(new Period(YearMonth.of(2026, 2), YearMonth.of(2026, 9)), NEXT_YEAR))
                .contains("cannot be told apart");
    }

    @Test
    void longer_periods_are_made_of_whole_closed_ones() {
        released(HALF_YEAR);
        note(Crowd.of(15, "july", JUNE.plusMonths(1), Variable.SEX, "2"));
        assertThat(released(new Period(JANUARY, YearMonth.of(2026, 9))).total()).isEqualTo(80);
        assertThat(released(THIRD_QUARTER).total()).isEqualTo(10);
        assertThat(refused(new Period(YearMonth.of(2026, 11), YearMonth.of(2027, 1)), NEXT_YEAR))
                .isEqualTo("Months are closed in their order: the next period begins with 2026-10.");
    }

    @Test
    void a_period_is_closed_only_when_answers_have_had_time() {
        assertThat(refused(HALF_YEAR, Instant.parse("2026-09-28T23:00:00Z")))
                .isEqualTo(
                        "The months 2026-01 to 2026-06 can be closed from 2026-09-29, when answers have had 90 days to"
                                + " come in.");
    }

    @Test
    void a_short_period_is_refused() {
        assertThat(refused(new Period(JANUARY, YearMonth.of(2026, 2)), NEXT_YEAR))
                .startsWith("A period has at least 3 months");
    }

    @Test
    void variables_of_two_panels_are_not_shown_together() {
        assertThat(refused(HALF_YEAR, NEXT_YEAR, Variable.SEX, Variable.CITIZENSHIP))
                .startsWith("These variables are not shown in one table");
    }

    @Test
    void a_table_shows_at_most_four_variables_each_once() {
        assertThat(refused(
                        HALF_YEAR,
                        NEXT_YEAR,
                        Variable.SEX,
                        Variable.MAJORITY,
                        Variable.AGE,
                        Variable.EXPLOITATION,
                        Variable.GUARDIAN))
                .isEqualTo("A table shows at most 4 variables, not 5.");
        assertThat(refused(HALF_YEAR, NEXT_YEAR, Variable.SEX, Variable.SEX)).isEqualTo("A variable is named twice.");
    }

    @Test
    void a_refusal_closes_nothing() {
        refused(HALF_YEAR, NEXT_YEAR, Variable.SEX, Variable.CITIZENSHIP);
        note(Crowd.of(12, "late", JUNE, Variable.SEX, "2"));
        assertThat(released(HALF_YEAR).total()).isEqualTo(80);
    }

    @Test
    void a_release_is_read_back_as_it_was_written() {
        Release release = released(HALF_YEAR, Variable.SEX, Variable.MAJORITY);
        assertThat(Release.read(release.toJson()))
                .isInstanceOfSatisfying(
                        Reading.Clear.class,
                        clear -> assertThat(((Release) clear.value()).toJson()).isEqualTo(release.toJson()));
    }

    private String refused(Period period, Instant now, Variable... by) {
        Answer answer = gate.release(new Query(Population.REFERRAL, period, List.of(by)), now);
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).sentence();
    }

    private Release released(Period period, Variable... by) {
        return released(gate.release(new Query(Population.REFERRAL, period, List.of(by)), NEXT_YEAR));
    }

    static Release released(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Released.class);
        return ((Answer.Released) answer).release();
    }
}
