package org.liaison.routes.hub;

import java.time.Duration;
import java.time.Instant;
import org.liaison.directory.Directory;
import org.liaison.directory.Rulebook;

/// The directory and the rulebook by which decisions are made.
record InForce(Directory directory, Rulebook rulebook) {

    boolean usable(Instant now, Duration grace) {
        return directory.standing(now, grace).inForce()
                && rulebook.standing(now, grace).inForce();
    }
}
