package org.liaison.benchmarks;

import java.util.List;

/// What was measured of one path, and what its time is: from when to when.
record Measured(String path, String definition, int senders, List<Round> rounds) {

    Measured {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) throw new IllegalArgumentException("a path is measured at least once");
    }

    Round median() {
        return Round.median(rounds);
    }

    double slowest() {
        return rounds.stream().mapToDouble(Round::messagesPerSecond).min().orElse(0);
    }

    double fastest() {
        return rounds.stream().mapToDouble(Round::messagesPerSecond).max().orElse(0);
    }
}
