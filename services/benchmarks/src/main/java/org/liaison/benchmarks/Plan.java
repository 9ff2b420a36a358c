package org.liaison.benchmarks;

import java.time.Duration;

/// How much is measured. Every phase is bounded in count and in time.
///
/// @param payload bytes of form and attachment together
/// @param warmUp messages sent end to end, and as many through the hub alone, before anything is measured
/// @param rounds how often each path is measured; the median round is printed
/// @param messages end to end in each round
/// @param hubMessages through the hub in each round
/// @param pace messages a second in the round that measures latency without a queue
/// @param pacedFor how long that round takes
/// @param step CPU time spent on measuring each single step
record Plan(
        int payload,
        int warmUp,
        int rounds,
        int messages,
        int hubMessages,
        int pace,
        Duration pacedFor,
        Duration step) {

    static final int PAYLOAD = 16 * 1024;

    Plan {
        if (rounds < 1 || messages < 1 || hubMessages < 1 || pace < 1)
            throw new IllegalArgumentException("a plan measures at least one message in one round");
    }

    static Plan quick() {
        return new Plan(PAYLOAD, 400, 3, 300, 1500, 5, Duration.ofSeconds(8), Duration.ofMillis(200));
    }

    static Plan thorough() {
        return new Plan(PAYLOAD, 3000, 5, 1500, 6000, 20, Duration.ofSeconds(20), Duration.ofSeconds(2));
    }
}
