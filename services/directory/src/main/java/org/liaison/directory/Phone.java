package org.liaison.directory;

import java.util.regex.Pattern;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// A number to call besides that of the contact point: what for, and whether somebody answers at night.
public record Phone(String number, boolean roundTheClock, String purpose) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int LONGEST_PURPOSE = 100;

    /// How a number that is answered at any hour is marked in a listing.
    public static final String ANY_HOUR = "24/7";

    public Phone {
        demandNumber(number);
        Line.demand("the purpose of a phone number", purpose, LONGEST_PURPOSE);
        if (purpose.contains(";") || purpose.startsWith(ANY_HOUR) || !purpose.equals(purpose.strip()))
            throw new IllegalArgumentException(
                    "the purpose of a phone number has no semicolon, no spaces around it, and" + " does not begin with "
                            + ANY_HOUR);
    }

    static void demandNumber(String number) {
        if (!E164.matcher(number).matches())
            throw new IllegalArgumentException("a phone number is + and 7 to 15 digits (E.164)");
    }

    /// For a person, and for a cell of a listing: `+99012345678 24/7 duty officer`.
    @Override
    public String toString() {
        return number + (roundTheClock ? " " + ANY_HOUR : "") + (purpose.isEmpty() ? "" : " " + purpose);
    }

    /// Reads what [#toString] wrote.
    public static Phone parse(String text) {
        int space = text.indexOf(' ');
        if (space < 0) return new Phone(text, false, "");
        String rest = text.substring(space + 1).strip();
        boolean always = rest.equals(ANY_HOUR) || rest.startsWith(ANY_HOUR + " ");
        return new Phone(
                text.substring(0, space),
                always,
                always ? rest.substring(ANY_HOUR.length()).strip() : rest);
    }

    void writeTo(ObjectNode json) {
        json.put("number", number);
        json.put("roundTheClock", roundTheClock);
        json.put("purpose", purpose);
    }

    static Phone read(StrictJson json) {
        Phone phone = new Phone(json.text("number"), json.flag("roundTheClock"), json.text("purpose"));
        json.nothingElse();
        return phone;
    }
}
