package org.liaison.casework.course;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;

/// When an authority is at work: a deadline ends when the day ends where the authority is that must act.
public record WorkingCalendar(ZoneId zone, Set<DayOfWeek> workingDays, Set<LocalDate> holidays) {

    /// For an authority of which nothing is known: Monday to Friday, UTC.
    public static final WorkingCalendar UNKNOWN =
            new WorkingCalendar(ZoneOffset.UTC, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of());

    public WorkingCalendar {
        workingDays = Set.copyOf(workingDays);
        holidays = Set.copyOf(holidays);
        if (workingDays.isEmpty()) throw new IllegalArgumentException("an authority works at least one day a week");
    }

    public boolean worksOn(LocalDate day) {
        return workingDays.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    LocalDate workingDaysAfter(LocalDate day, int days) {
        LocalDate last = day;
        for (int counted = 0; counted < days; ) {
            last = last.plusDays(1);
            if (worksOn(last)) counted++;
        }
        return last;
    }

    /// Midnight after this day, where the authority is.
    Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
