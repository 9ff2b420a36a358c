package org.liaison.gateway;

import java.time.Duration;

/// A pause that doubles each time something fails and is short again as soon as it works.
final class Pause {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private Duration next = FIRST;

    Duration next() {
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return now;
    }

    void over() {
        next = FIRST;
    }
}
