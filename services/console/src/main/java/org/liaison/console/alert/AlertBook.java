package org.liaison.console.alert;

import java.time.Instant;
import java.util.List;
import org.liaison.console.port.Operator;

/// Where alerts are kept. What a method has changed is durable when it returns.
public interface AlertBook {

    /// Those that have not cleared, the oldest first.
    List<Alert> open();

    /// The newest of those that have, at most `most`.
    List<Alert> cleared(int most);

    /// Begins an alert of this cause, or notes that it lasts, with today's figures.
    void seen(Found found, Instant at);

    void clear(String cause, Instant at);

    void told(String cause, Instant at);

    /// False when no alert of this cause is open.
    boolean acknowledge(String cause, Operator by, Instant at);
}
