package org.liaison.console.alert;

import java.time.Instant;
import java.util.Optional;
import org.liaison.console.port.Operator;

/// A trouble that lasts, or has cleared. `told`: when people were told; `acknowledged`: who looks after it.
public record Alert(
        Found found,
        Instant since,
        Instant lastSeen,
        Optional<Instant> cleared,
        Optional<Instant> told,
        Optional<Acknowledged> acknowledged) {

    public record Acknowledged(Operator by, Instant at) {}

    public String cause() {
        return found.cause();
    }

    boolean isOpen() {
        return cleared.isEmpty();
    }
}
