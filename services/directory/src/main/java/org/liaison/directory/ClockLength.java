package org.liaison.directory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long a clock runs: one number and one unit, written as in ISO 8601 (`PT24H`, `P7D`, `P2W`, `P3M`, `P1Y`).
/// ISO 8601 has no working days; they are written `10WD` and counted in the calendar of the authority that must act.
public record ClockLength(int amount, Unit unit) {

    /// Hours are elapsed time; all others are counted in days of the calendar.
    public enum Unit {
        HOURS("PT", "H", "hour"),
        DAYS("P", "D", "day"),
        WORKING_DAYS("", "WD", "working day"),
        WEEKS("P", "W", "week"),
        MONTHS("P", "M", "month"),
        YEARS("P", "Y", "year");

        private final String before;
        private final String after;
        private final String word;

        Unit(String before, String after, String word) {
            this.before = before;
            this.after = after;
            this.word = word;
        }
    }

    private static final int LONGEST = 9999;
    private static final Pattern SHAPE = Pattern.compile("(PT|P|)([1-9][0-9]{0,3})(WD|[HDWMY])");

    public ClockLength {
        if (amount < 1 || amount > LONGEST)
            throw new IllegalArgumentException("a clock runs for 1 to " + LONGEST + " units");
    }

    public static ClockLength parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (matcher.matches())
            for (Unit unit : Unit.values())
                if (unit.before.equals(matcher.group(1)) && unit.after.equals(matcher.group(3)))
                    return new ClockLength(Integer.parseInt(matcher.group(2)), unit);
        throw new IllegalArgumentException(
                "a clock's length is one number with one unit: PT24H, P7D, 10WD (working days), P2W, P3M or P1Y");
    }

    /// For a person: "10 working days".
    public String words() {
        return amount + " " + unit.word + (amount == 1 ? "" : "s");
    }

    @Override
    public String toString() {
        return unit.before + amount + unit.after;
    }
}
