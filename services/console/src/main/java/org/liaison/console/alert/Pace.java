package org.liaison.console.alert;

import java.time.Duration;

/// `every`: after how long everything is looked at again; `settles`: what comes and goes within this is no alert.
public record Pace(Duration every, Duration settles) {

    /// Where nothing else is set.
    public static final Pace STANDARD = new Pace(Duration.ofMinutes(1), Duration.ofMinutes(2));

    private static final int ROUNDS = 3;
    private static final Duration SHORTEST = Duration.ofMinutes(2);

    /// How old the last round may be for its silence to mean anything.
    Duration fresh() {
        Duration some = every.multipliedBy(ROUNDS);
        return some.compareTo(SHORTEST) > 0 ? some : SHORTEST;
    }
}
