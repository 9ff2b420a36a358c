package org.liaison.console;

import java.time.Duration;
import java.util.Optional;

/// Lengths of time with the symbols that every language shares: `850 ms`, `12 s`, `5 min`, `3 h`, `2 d`.
final class Length {

    private static final int SECOND = 1000;
    private static final int DAYS_FROM = 48;

    private Length() {}

    static String of(Duration length) {
        long millis = length.toMillis();
        if (millis < SECOND) return millis + " ms";
        if (length.toMinutes() < 2) return length.toSeconds() + " s";
        if (length.toHours() < 2) return length.toMinutes() + " min";
        if (length.toHours() < DAYS_FROM) return length.toHours() + " h";
        return length.toDays() + " d";
    }

    static String of(Optional<Duration> length) {
        return length.map(Length::of).orElse("–");
    }
}
