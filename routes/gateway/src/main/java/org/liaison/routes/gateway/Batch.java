package org.liaison.routes.gateway;

import java.util.List;

/// Arrivals that stand or fall together: the broker is told of all of them, or of none.
public record Batch(List<Arrival> arrivals) {

    public Batch {
        arrivals = List.copyOf(arrivals);
    }
}
