package org.liaison.directory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// The staffed desk of an authority: whom to call when a message must not wait.
///
/// `officeHours` is for people to read ("Mon-Fri 08:00-16:00") and is written in local time at `utcOffset`. `calendar`
/// says the same to programs, and which days are holidays; a desk that is staffed round the clock may have one too,
/// because deadlines in working days are counted in it.
public record ContactPoint(
        String phone,
        String email,
        boolean roundTheClock,
        String officeHours,
        String utcOffset,
        Optional<WorkingCalendar> calendar) {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[A-Za-z0-9.-]{1,190}");
    private static final int LONGEST_HOURS = 200;

    public ContactPoint {
        Phone.demandNumber(phone);
        if (!EMAIL.matcher(email).matches())
            throw new IllegalArgumentException("a contact point's e-mail address looks like desk@example.org");
        Line.demand("office hours", officeHours, LONGEST_HOURS);
        if (!roundTheClock && officeHours.isBlank())
            throw new IllegalArgumentException("a contact point that is not staffed round the clock has office hours");
        demandOffset(utcOffset);
        demandSameClock(utcOffset, calendar);
    }

    /// A desk whose hours are written for people only.
    public ContactPoint(String phone, String email, boolean roundTheClock, String officeHours, String utcOffset) {
        this(phone, email, roundTheClock, officeHours, utcOffset, Optional.empty());
    }

    /// Whether somebody sits there now.
    public Staffing staffing(Instant now) {
        if (roundTheClock) return new Staffing.RoundTheClock();
        return calendar.map(hours -> hours.at(now)).orElseGet(Staffing.Unknown::new);
    }

    void writeTo(ObjectNode json) {
        json.put("phone", phone);
        json.put("email", email);
        json.put("roundTheClock", roundTheClock);
        json.put("officeHours", officeHours);
        json.put("utcOffset", utcOffset);
        calendar.ifPresent(hours -> hours.writeTo(json.putObject("calendar")));
    }

    static ContactPoint read(StrictJson json) {
        ContactPoint contact = new ContactPoint(
                json.text("phone"),
                json.text("email"),
                json.flag("roundTheClock"),
                json.text("officeHours"),
                json.text("utcOffset"),
                json.has("calendar") ? Optional.of(WorkingCalendar.read(json.object("calendar"))) : Optional.empty());
        json.nothingElse();
        return contact;
    }

    private static void demandOffset(String utcOffset) {
        try {
            ZoneOffset.of(utcOffset);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a contact point's UTC offset looks like +02:00", e);
        }
    }

    /// A zone with summer time changes its offset, and its rules differ from one machine to the next: only a fixed one
    /// is compared.
    private static void demandSameClock(String utcOffset, Optional<WorkingCalendar> calendar) {
        ZoneOffset written = ZoneOffset.of(utcOffset);
        if (calendar.map(WorkingCalendar::zoneId)
                .filter(zone -> zone instanceof ZoneOffset && !zone.equals(written))
                .isPresent())
            throw new IllegalArgumentException("a contact point's office hours and its calendar have one UTC offset");
    }
}
