package org.liaison.rehearsal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liaison.directory.AuthorityFunction;
import org.liaison.directory.AuthorityRole;
import org.liaison.directory.Competence;
import org.liaison.directory.ContactPoint;
import org.liaison.directory.Demands;
import org.liaison.directory.Listing;
import org.liaison.directory.Phone;
import org.liaison.directory.Reach;
import org.liaison.directory.WorkingCalendar;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Country;

/// How the authorities of each State are reached: three zones, three working weeks, three sets of languages.
final class Offices {

    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> SUNDAY_TO_THURSDAY =
            EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);
    private static final LocalDate VERIFIED = LocalDate.of(2026, 10, 1);

    /// What the offices of one State have in common.
    private record Week(
            String utcOffset,
            Set<DayOfWeek> days,
            String opens,
            String closes,
            Set<LocalDate> holidays,
            String words,
            List<String> languages,
            String nightPhone) {}

    private static final Map<Country, Week> WEEKS = Map.of(
            Cast.ORIGIN,
            new Week(
                    "+01:00",
                    MONDAY_TO_FRIDAY,
                    "08:00",
                    "16:00",
                    Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1), LocalDate.of(2027, 5, 3)),
                    "Mon-Fri 08:00-16:00",
                    List.of("en", "fr"),
                    "+442079460031"),
            Cast.TRANSIT,
            new Week(
                    "+03:00",
                    SUNDAY_TO_THURSDAY,
                    "07:30",
                    "14:30",
                    Set.of(LocalDate.of(2026, 12, 2), LocalDate.of(2027, 3, 21)),
                    "Sun-Thu 07:30-14:30",
                    List.of("en", "ar"),
                    "+442079460032"),
            Cast.DESTINATION,
            new Week(
                    "-05:00",
                    MONDAY_TO_FRIDAY,
                    "09:00",
                    "17:00",
                    Set.of(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1)),
                    "Mon-Fri 09:00-17:00",
                    List.of("en", "es"),
                    "+442079460033"));

    private Offices() {}

    static List<String> languages(AuthorityCode code) {
        return week(code).languages();
    }

    /// Addresses end in `.example`.
    static ContactPoint contact(AuthorityCode code, String phone, boolean roundTheClock) {
        Week week = week(code);
        String office = code.name() + "@" + code.country().code().toLowerCase(Locale.ROOT) + ".example";
        WorkingCalendar calendar = new WorkingCalendar(
                week.utcOffset(),
                week.days(),
                LocalTime.parse(week.opens()),
                LocalTime.parse(week.closes()),
                week.holidays());
        return new ContactPoint(phone, office, roundTheClock, week.words(), week.utcOffset(), Optional.of(calendar));
    }

    static Listing listing(AuthorityCode code) {
        boolean central = code.kind() == AuthorityKind.CENTRAL;
        return new Listing(
                new Competence(functions(code.kind()), roles(code.kind()), ""),
                new Reach(
                        "1 Example Square, Capital City, " + code.country(),
                        "",
                        List.of(new Phone(week(code).nightPhone(), true, "duty officer")),
                        central
                                ? "Call the duty officer first, then send the message as urgent."
                                : "Call the duty officer.",
                        Optional.of(central || code.kind() == AuthorityKind.POLICE),
                        "officer on duty for international cooperation"),
                new Demands(
                        List.of("application/pdf", "application/json"),
                        Optional.of(true),
                        Optional.of(true),
                        central ? "For search and seizure only." : "",
                        "",
                        "",
                        List.of("https://law." + code.country().code().toLowerCase(Locale.ROOT) + ".example/mla")),
                Optional.of(VERIFIED));
    }

    private static Set<AuthorityFunction> functions(AuthorityKind kind) {
        return switch (kind) {
            case CENTRAL ->
                Set.of(AuthorityFunction.MLA, AuthorityFunction.EXTRADITION, AuthorityFunction.ASSET_RECOVERY);
            case PROSECUTOR -> Set.of(AuthorityFunction.MLA, AuthorityFunction.JOINT_INVESTIGATION);
            case POLICE -> Set.of(AuthorityFunction.POLICE_COOPERATION, AuthorityFunction.TRAFFICKING_IN_PERSONS);
            case SOCIAL, NGO -> Set.of(AuthorityFunction.VICTIM_REFERRAL);
            case COORDINATOR, NCB -> Set.of();
        };
    }

    private static Set<AuthorityRole> roles(AuthorityKind kind) {
        return kind == AuthorityKind.CENTRAL ? Set.of(AuthorityRole.CENTRAL) : Set.of(AuthorityRole.COMPETENT);
    }

    private static Week week(AuthorityCode code) {
        Week week = WEEKS.get(code.country());
        if (week == null) throw new IllegalArgumentException("no such State plays: " + code.country());
        return week;
    }
}
