package org.liaison.casework.course;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;

/// How long a clock runs.
public sealed interface Length {

    /// Hours, minutes: they count at night too. Written `PT24H` (ISO 8601).
    record Elapsed(Duration duration) implements Length {}

    /// Days, weeks, months of the calendar, of which the day of the event does not count; over at the end of the last
    /// one, where the authority that must act is. Written `P7D`, `P1M`.
    record CalendarDays(Period period) implements Length {}

    /// Days on which the authority that must act is at work. Written `5WD`.
    record WorkingDays(int days) implements Length {}

    static Length parse(String text) {
        try {
            if (text.endsWith("WD"))
                return new WorkingDays(positive(Integer.parseInt(text.substring(0, text.length() - 2))));
            if (text.startsWith("PT")) return new Elapsed(Duration.parse(text));
            return new CalendarDays(Period.parse(text));
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "a length of time looks like PT24H (hours), P7D (days) or 5WD (working days), not '" + text + "'");
        }
    }

    private static int positive(int days) {
        if (days < 1) throw new NumberFormatException("not a number of days");
        return days;
    }

    /// The moment at which the time is over that began at `start`.
    default Instant after(Instant start, WorkingCalendar calendar) {
        return switch (this) {
            case Elapsed(Duration duration) -> start.plus(duration);
            case CalendarDays(Period period) ->
                calendar.endOf(day(start, calendar).plus(period));
            case WorkingDays(int days) -> calendar.endOf(calendar.workingDaysAfter(day(start, calendar), days));
        };
    }

    private static LocalDate day(Instant start, WorkingCalendar calendar) {
        return ZonedDateTime.ofInstant(start, calendar.zone()).toLocalDate();
    }

    /// As it is written.
    default String text() {
        return switch (this) {
            case Elapsed(Duration duration) -> duration.toString();
            case CalendarDays(Period period) -> period.toString();
            case WorkingDays(int days) -> days + "WD";
        };
    }
}
