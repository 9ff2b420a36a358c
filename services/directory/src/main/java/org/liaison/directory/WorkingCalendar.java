package org.liaison.directory;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// When an authority works, by its own clock: deadlines in working days are counted in it, and so
/// is who can be reached now. `zone` is an offset (`+02:00`, `Z`) or a name of the time zone
/// database (`Region/City`); only the latter knows of summer time.
public record WorkingCalendar(
        String zone, Set<DayOfWeek> days, LocalTime opens, LocalTime closes, Set<LocalDate> holidays) {

    private static final Pattern ZONE = Pattern.compile("Z|[+-][0-9]{2}:[0-9]{2}|[A-Z][A-Za-z_]+(/[A-Za-z_+-]+){1,2}");
    private static final int MOST_HOLIDAYS = 500;
    private static final int LETTERS_OF_A_DAY = 3;

    public WorkingCalendar {
        demandZone(zone);
        if (days.isEmpty()) throw new IllegalArgumentException("a working calendar has a working day");
        if (!closes.isAfter(opens)) throw new IllegalArgumentException("an office closes after it opens, the same day");
        if (holidays.size() > MOST_HOLIDAYS)
            throw new IllegalArgumentException("a working calendar lists at most " + MOST_HOLIDAYS + " holidays");
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
        holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
    }

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    public boolean isWorkingDay(LocalDate date) {
        return days.contains(date.getDayOfWeek()) && !holidays.contains(date);
    }

    public Staffing at(Instant now) {
        ZonedDateTime local = now.atZone(zoneId());
        LocalDate today = local.toLocalDate();
        if (isWorkingDay(today)) {
            Instant opening = moment(today, opens);
            Instant closing = moment(today, closes);
            if (now.isBefore(opening)) return new Staffing.Closed(opening);
            if (now.isBefore(closing)) return new Staffing.Open(closing);
        }
        LocalDate day = today.plusDays(1);
        while (!isWorkingDay(day)) day = day.plusDays(1);
        return new Staffing.Closed(moment(day, opens));
    }

    private Instant moment(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zoneId()).toInstant();
    }

    void writeTo(ObjectNode json) {
        json.put("zone", zone);
        Fields.texts(json, "days", days.stream().map(WorkingCalendar::letters).toList());
        json.put("opens", opens.toString());
        json.put("closes", closes.toString());
        if (!holidays.isEmpty())
            Fields.texts(
                    json, "holidays", holidays.stream().map(LocalDate::toString).toList());
    }

    static WorkingCalendar read(StrictJson json) {
        WorkingCalendar calendar = new WorkingCalendar(
                json.text("zone"),
                Fields.distinct(
                        "days",
                        json.texts("days").stream().map(WorkingCalendar::day).toList()),
                time(json.text("opens")),
                time(json.text("closes")),
                json.has("holidays")
                        ? Fields.distinct(
                                "holidays",
                                json.texts("holidays").stream()
                                        .map(WorkingCalendar::date)
                                        .toList())
                        : Set.of());
        json.nothingElse();
        return calendar;
    }

    /// `MON` for Monday.
    public static String letters(DayOfWeek day) {
        return day.name().substring(0, LETTERS_OF_A_DAY);
    }

    /// Reads what [#letters] wrote.
    public static DayOfWeek day(String letters) {
        for (DayOfWeek day : DayOfWeek.values()) if (letters(day).equals(letters)) return day;
        throw new IllegalArgumentException("a working day is one of MON, TUE, WED, THU, FRI, SAT, SUN");
    }

    public static LocalTime time(String text) {
        try {
            if (text.length() == 5) return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("an hour of opening or closing looks like 08:30", e);
        }
        throw new IllegalArgumentException("an hour of opening or closing looks like 08:30");
    }

    public static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date looks like 2026-12-25", e);
        }
    }

    private static void demandZone(String zone) {
        try {
            if (ZONE.matcher(zone).matches()) {
                ZoneId.of(zone);
                return;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a calendar's zone is +02:00, Z, or a known Region/City", e);
        }
        throw new IllegalArgumentException("a calendar's zone is +02:00, Z, or a known Region/City");
    }
}
