package org.liaison.directory;

import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// The staffed desk of an authority: whom to call when a message must not wait.
///
/// `officeHours` is for people to read ("Mon-Fri 08:00-16:00") and is written in local time at `utcOffset`.
public record ContactPoint(String phone, String email, boolean roundTheClock, String officeHours, String utcOffset) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[A-Za-z0-9.-]{1,190}");
    private static final int LONGEST_HOURS = 200;

    public ContactPoint {
        if (!E164.matcher(phone).matches())
            throw new IllegalArgumentException("a contact point's phone is + and 7 to 15 digits (E.164)");
        if (!EMAIL.matcher(email).matches())
            throw new IllegalArgumentException("a contact point's e-mail address looks like desk@example.org");
        if (officeHours.length() > LONGEST_HOURS || officeHours.chars().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException("office hours are one line of at most " + LONGEST_HOURS + " characters");
        if (!roundTheClock && officeHours.isBlank())
            throw new IllegalArgumentException("a contact point that is not staffed round the clock has office hours");
        try {
            ZoneOffset.of(utcOffset);
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("a contact point's UTC offset looks like +02:00", e);
        }
    }

    void writeTo(ObjectNode json) {
        json.put("phone", phone);
        json.put("email", email);
        json.put("roundTheClock", roundTheClock);
        json.put("officeHours", officeHours);
        json.put("utcOffset", utcOffset);
    }

    static ContactPoint read(StrictJson json) {
        ContactPoint contact = new ContactPoint(
                json.text("phone"),
                json.text("email"),
                json.flag("roundTheClock"),
                json.text("officeHours"),
                json.text("utcOffset"));
        json.nothingElse();
        return contact;
    }
}
