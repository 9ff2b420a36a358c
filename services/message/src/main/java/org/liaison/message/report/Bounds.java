package org.liaison.message.report;

import java.time.Instant;
import java.util.regex.Pattern;

/// What a value may look like that comes from a machine which could be anybody's.
final class Bounds {

    /// Beyond it a time cannot be written to every database, and means nothing.
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private static final Pattern PROGRAM = Pattern.compile("[A-Za-z0-9.+_-]{1,40}");

    private Bounds() {}

    static String shaped(String what, String text, Pattern shape) {
        if (!shape.matcher(text).matches()) throw new IllegalArgumentException(what + " does not look like one");
        return text;
    }

    static String program(String version) {
        return shaped("the program's version", version, PROGRAM);
    }

    static void count(String what, long number) {
        if (number < 0) throw new IllegalArgumentException(what + " is not less than nought");
    }

    static void time(String what, Instant at) {
        if (at.isBefore(Instant.EPOCH) || at.isAfter(FAR))
            throw new IllegalArgumentException(what + " lies between the years 1970 and 9998");
    }

    static void most(String what, int size, int most) {
        if (size > most) throw new IllegalArgumentException("no more than " + most + " " + what);
    }
}
