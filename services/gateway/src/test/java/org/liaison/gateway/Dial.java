package org.liaison.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// A clock that a test sets.
final class Dial extends Clock {

    private Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    void forward(Duration duration) {
        now = now.plus(duration);
    }

    void turnTo(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        // Each look is a little later, so that what follows has a later time.
        now = now.plusMillis(1);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
