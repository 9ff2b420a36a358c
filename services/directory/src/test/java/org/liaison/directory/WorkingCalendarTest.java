package org.liaison.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime SIXTEEN = LocalTime.of(16, 0);
    private static final LocalDate A_TUESDAY_OFF = LocalDate.of(2026, 11, 24);
    private static final WorkingCalendar EAST =
            new WorkingCalendar("+03:00", MONDAY_TO_FRIDAY, EIGHT, SIXTEEN, Set.of(A_TUESDAY_OFF));

    /// 2026-11-20 is a Friday. The office opens at 05:00Z and closes at 13:00Z.
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T04:59:59Z, false, 2026-11-20T05:00:00Z",
        "2026-11-20T05:00:00Z, true,  2026-11-20T13:00:00Z",
        "2026-11-20T12:59:59Z, true,  2026-11-20T13:00:00Z",
        "2026-11-20T13:00:00Z, false, 2026-11-23T05:00:00Z",
        "2026-11-22T10:00:00Z, false, 2026-11-23T05:00:00Z",
        "2026-11-22T22:00:00Z, false, 2026-11-23T05:00:00Z",
        "2026-11-23T13:00:00Z, false, 2026-11-25T05:00:00Z",
        "2026-11-24T08:00:00Z, false, 2026-11-25T05:00:00Z",
    })
    void an_office_is_open_by_its_own_clock_on_its_own_working_days(Instant now, boolean open, Instant until) {
        assertThat(EAST.at(now)).isEqualTo(open ? new Staffing.Open(until) : new Staffing.Closed(until));
    }

    @Test
    void an_office_in_a_zone_with_summer_time_opens_at_the_same_hour_of_its_clock() {
        WorkingCalendar office = new WorkingCalendar("Europe/Vienna", MONDAY_TO_FRIDAY, EIGHT, SIXTEEN, Set.of());
        assertThat(office.at(Instant.parse("2026-03-27T15:30:00Z")))
                .isEqualTo(new Staffing.Closed(Instant.parse("2026-03-30T06:00:00Z")));
        assertThat(office.at(Instant.parse("2026-10-23T15:30:00Z")))
                .isEqualTo(new Staffing.Closed(Instant.parse("2026-10-26T07:00:00Z")));
    }

    @Test
    void a_working_day_is_one_of_the_week_that_is_no_holiday() {
        assertThat(EAST.isWorkingDay(A_TUESDAY_OFF.minusDays(1))).isTrue();
        assertThat(EAST.isWorkingDay(A_TUESDAY_OFF)).isFalse();
        assertThat(EAST.isWorkingDay(LocalDate.of(2026, 11, 22))).isFalse();
    }

    @Test
    void a_desk_that_is_always_staffed_is_open_and_one_without_a_calendar_is_unknown() {
        Instant now = Instant.parse("2026-11-22T03:00:00Z");
        ContactPoint always = new ContactPoint("+99012345678", "desk@example.org", true, "", "+03:00");
        assertThat(always.staffing(now)).isEqualTo(new Staffing.RoundTheClock()).matches(Staffing::isOpen);
        ContactPoint inWords = new ContactPoint("+99012345678", "desk@example.org", false, "mornings", "+03:00");
        assertThat(inWords.staffing(now)).isEqualTo(new Staffing.Unknown()).matches(staffing -> !staffing.isOpen());
        assertThat(withCalendar(EAST).staffing(now)).isInstanceOf(Staffing.Closed.class);
    }

    @Test
    void hours_for_people_and_hours_for_programs_are_of_one_clock() {
        WorkingCalendar west = new WorkingCalendar("-05:00", MONDAY_TO_FRIDAY, EIGHT, SIXTEEN, Set.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withCalendar(west))
                .withMessage("a contact point's office hours and its calendar have one UTC offset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "local", "UTC+2", "+2", "Nowhere/Atall", "+25:00"})
    void what_is_no_zone_is_refused(String zone) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingCalendar(zone, MONDAY_TO_FRIDAY, EIGHT, SIXTEEN, Set.of()))
                .withMessage("a calendar's zone is +02:00, Z, or a known Region/City");
    }

    @Test
    void an_office_that_never_opens_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingCalendar("Z", Set.of(), EIGHT, SIXTEEN, Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingCalendar("Z", MONDAY_TO_FRIDAY, SIXTEEN, EIGHT, Set.of()))
                .withMessage("an office closes after it opens, the same day");
    }

    private static ContactPoint withCalendar(WorkingCalendar calendar) {
        return new ContactPoint(
                "+99012345678", "desk@example.org", false, "Mon-Fri 8-16", "+03:00", Optional.of(calendar));
    }
}
